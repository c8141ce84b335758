package dev.millrace.processor.model;

import java.util.List;

/** How values of a class are stored, by a codec that is generated for it. */
public sealed interface CodecDefinition {

  /** Returns the class, with its arguments. */
  TypeRef.Declared type();

  /** By its components, of a record. */
  record Components(TypeRef.Declared type, List<Component> components) implements CodecDefinition {
    public Components {
      components = List.copyOf(components);
    }
  }

  /** A component of a record. */
  record Component(String name, TypeRef type, CodecShape shape) {}

  /** By the name of a constant, of an enum. */
  record Constants(TypeRef.Declared type) implements CodecDefinition {}

  /** As the one of several types that a value is of. */
  record OneOf(TypeRef.Declared type, List<TypeRef> types, List<CodecShape> shapes)
      implements CodecDefinition {
    public OneOf {
      types = List.copyOf(types);
      shapes = List.copyOf(shapes);
    }
  }

  /** Returns how what is in a value is stored. */
  default List<CodecShape> shapes() {
    if (this instanceof Components components) {
      return components.components().stream().map(Component::shape).toList();
    }
    return this instanceof OneOf oneOf ? oneOf.shapes() : List.of();
  }
}
