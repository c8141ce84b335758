package dev.millrace.processor.model;

import java.util.List;

/** How values of a class are written into a key, by a method that is generated for it. */
public sealed interface KeyDefinition {

  /** Returns the class, with its arguments. */
  TypeRef.Declared type();

  /**
   * By its parts: a record's components, or the public state of a class.
   *
   * @param isExact whether values of subclasses are refused
   */
  record Parts(TypeRef.Declared type, boolean isExact, List<Part> parts) implements KeyDefinition {
    public Parts {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of a value.
   *
   * @param access how it is read from the value, {@code name()}
   */
  record Part(String name, String access, TypeRef type, KeyShape shape) {}

  /** By what a method of it returns, and the name of the class at run time. */
  record Keyed(TypeRef.Declared type, Part key) implements KeyDefinition {}

  /** By the name of the class alone. */
  record Alike(TypeRef.Declared type) implements KeyDefinition {}

  /** As the one of several types that a value is of. */
  record OneOf(TypeRef.Declared type, List<TypeRef> types, List<KeyShape> shapes)
      implements KeyDefinition {
    public OneOf {
      types = List.copyOf(types);
      shapes = List.copyOf(shapes);
    }
  }

  /** Returns how what is in a value is written. */
  default List<KeyShape> shapes() {
    if (this instanceof Parts parts) {
      return parts.parts().stream().map(Part::shape).toList();
    }
    if (this instanceof Keyed keyed) {
      return List.of(keyed.key().shape());
    }
    return this instanceof OneOf oneOf ? oneOf.shapes() : List.of();
  }
}
