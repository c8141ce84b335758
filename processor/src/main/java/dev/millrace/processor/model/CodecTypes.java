package dev.millrace.processor.model;

import java.util.Set;

/** Answers how values are stored, as one pipeline sees their types. */
public interface CodecTypes {

  /**
   * Returns how values of a type are stored that are the whole of what is stored. Wildcards stand
   * for their bounds there: {@code List<? extends Word>} is stored as {@code List<Word>}.
   */
  CodecShape shape(TypeRef type);

  /** Returns how the results of a node are stored, for which it may say so itself. */
  CodecShape shape(NodeModel node);

  /**
   * Returns how values of a class are stored whose shape is {@link CodecShape.Defined}.
   *
   * @throws IllegalArgumentException if it was never asked for
   */
  CodecDefinition definition(TypeRef.Declared type);

  /** Returns the warnings that naming these classes raises. */
  Set<String> deprecations();
}
