package dev.millrace.processor.model;

/** What makes a value one that its reader takes. */
public enum Lift {
  /** Nothing: assignment does. */
  NONE,
  /** {@code T} for {@code Optional<T>}. */
  OPTIONAL,
  /** {@code @Nullable T} for {@code Optional<T>}. */
  OPTIONAL_OF_NULLABLE,
  /** {@code Optional<T>} for {@code @Nullable T}. */
  OR_NULL,
  /** {@code List<T>} for {@code Stream<T>}. */
  STREAM
}
