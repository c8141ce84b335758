package dev.millrace.processor.model;

/** Answers what only the compiler knows about types. */
public interface TypeSystem {

  /** Returns whether Java's assignment conversion takes a value of one type to the other. */
  boolean isAssignable(TypeRef from, TypeRef to);

  /** Returns whether values of the type are resources: opened on use, and closed. */
  boolean isResource(TypeRef type);

  /** Returns whether the type is an enum. */
  boolean isEnum(TypeRef type);
}
