package dev.millrace.processor.model;

import java.util.Optional;

/** Answers what only the compiler knows about types. */
public interface TypeSystem {

  /**
   * Returns whether Java's assignment conversion takes a value of one type to the other. Of types
   * that name type variables, only the classes are compared: what is not known is no fault.
   */
  boolean isAssignable(TypeRef from, TypeRef to);

  /**
   * Returns a type as the class or interface that it extends: {@code ArrayList<T>} as the {@code
   * List} that it is, {@code List<T>}; nothing if it is none.
   */
  Optional<TypeRef.Declared> asSuper(TypeRef type, ClassRef target);
}
