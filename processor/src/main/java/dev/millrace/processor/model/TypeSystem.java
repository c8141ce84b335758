package dev.millrace.processor.model;

import java.util.Optional;

/** Answers what only the compiler knows about types. */
public interface TypeSystem {

  /** Returns whether Java's assignment conversion takes a value of one type to the other. */
  boolean isAssignable(TypeRef from, TypeRef to);

  /** Returns whether the type is an enum. */
  boolean isEnum(TypeRef type);

  /**
   * Returns what {@code @Stateful} says of the type: on itself, or else on what it extends. Nothing
   * where its values are no resources.
   */
  Optional<Stateful> stateful(TypeRef type);
}
