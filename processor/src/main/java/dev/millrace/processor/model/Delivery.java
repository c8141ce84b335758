package dev.millrace.processor.model;

/** How a method hands over what it produces. */
public enum Delivery {
  /** As it is. */
  VALUE,
  /** {@code CompletionStage<T>} for a T. */
  STAGE,
  /** {@code Stream<T>} for a List of T. */
  STREAM,
  /** {@code Resource<T>} for a T, which is to be closed. */
  RESOURCE
}
