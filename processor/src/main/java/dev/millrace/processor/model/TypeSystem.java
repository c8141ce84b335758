package dev.millrace.processor.model;

import java.util.Optional;

/** Answers what only the compiler knows about types. */
public interface TypeSystem {

  /**
   * Returns whether Java's assignment conversion takes a value of one type to the other. Of types
   * that name type variables, only the classes are compared: what is not known is no fault.
   */
  boolean isAssignable(TypeRef from, TypeRef to);

  /** Returns whether the type is an enum. */
  boolean isEnum(TypeRef type);

  /**
   * Returns what {@code @Stateful} says of the type: on itself, or else on what it extends. Nothing
   * where its values are no resources.
   */
  Optional<Stateful> stateful(TypeRef type);

  /**
   * Returns a type as the class or interface that it extends: {@code ArrayList<T>} as the {@code
   * List} that it is, {@code List<T>}; nothing if it is none.
   */
  Optional<TypeRef.Declared> asSuper(TypeRef type, ClassRef target);
}
