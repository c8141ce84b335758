package dev.millrace.processor.model;

import java.util.Set;

/** Answers how types are written into keys, as one pipeline sees them. */
public interface KeyTypes {

  /**
   * Returns how values of a type are written.
   *
   * @param paths what the paths in it are
   */
  KeyShape shape(TypeRef type, PathKey paths);

  /**
   * Returns how values of a class are written whose shape is {@link KeyShape.Defined}.
   *
   * @throws IllegalArgumentException if it was never asked for
   */
  KeyDefinition definition(TypeRef.Declared type);

  /** Returns the warnings that naming these classes raises. */
  Set<String> deprecations();
}
