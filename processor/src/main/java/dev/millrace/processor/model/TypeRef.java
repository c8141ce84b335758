package dev.millrace.processor.model;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type as data. Equal types are equal records. */
public sealed interface TypeRef {

  /** A primitive type, or {@code void}. */
  enum Primitive implements TypeRef {
    BOOLEAN("Boolean"),
    BYTE("Byte"),
    SHORT("Short"),
    INT("Integer"),
    LONG("Long"),
    CHAR("Character"),
    FLOAT("Float"),
    DOUBLE("Double"),
    VOID("Void");

    private final String box;

    Primitive(String box) {
      this.box = box;
    }

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A class or interface with its type arguments. */
  record Declared(ClassRef type, List<TypeRef> arguments) implements TypeRef {
    public Declared {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
      return type.nestedName() + TypeRef.arguments(arguments, TypeRef::toString);
    }
  }

  /** An array. */
  record Array(TypeRef component) implements TypeRef {
    @Override
    public String toString() {
      return component + "[]";
    }
  }

  /** A wildcard: {@code ?}, {@code ? extends T} or {@code ? super T}. */
  record Wildcard(@Nullable TypeRef upper, @Nullable TypeRef lower) implements TypeRef {
    @Override
    public String toString() {
      return upper != null ? "? extends " + upper : lower != null ? "? super " + lower : "?";
    }
  }

  /** {@code java.lang.Object}. */
  TypeRef OBJECT = new Declared(ClassRef.of("java.lang", "Object"), List.of());

  /** Returns {@code java.util.List} of the boxed type. */
  static TypeRef listOf(TypeRef element) {
    return new Declared(ClassRef.of("java.util", "List"), List.of(element.boxed()));
  }

  /**
   * Returns the type that a {@code java.util.List}'s elements can be read as, a wildcard's bound
   * where it has one; null if this is no such list.
   */
  default @Nullable TypeRef listElement() {
    if (this instanceof Declared declared
        && declared.type().canonicalName().equals("java.util.List")
        && declared.arguments().size() == 1) {
      TypeRef argument = declared.arguments().get(0);
      if (argument instanceof Wildcard wildcard) {
        TypeRef upper = wildcard.upper();
        return upper == null ? OBJECT : upper;
      }
      return argument;
    }
    return null;
  }

  /** Returns the class that boxes a primitive, else the type itself. */
  default TypeRef boxed() {
    return this instanceof Primitive primitive
        ? new Declared(ClassRef.of("java.lang", primitive.box), List.of())
        : this;
  }

  /** Returns whether values of the type can be null. */
  default boolean isReference() {
    return !(this instanceof Primitive);
  }

  /** Returns the type with packages: for messages in which two types look alike. */
  default String qualified() {
    if (this instanceof Declared declared) {
      return declared.type().canonicalName()
          + TypeRef.arguments(declared.arguments(), TypeRef::qualified);
    }
    return this instanceof Array array ? array.component().qualified() + "[]" : toString();
  }

  private static String arguments(
      List<TypeRef> arguments, java.util.function.Function<TypeRef, String> print) {
    return arguments.isEmpty()
        ? ""
        : arguments.stream().map(print).collect(joining(", ", "<", ">"));
  }
}
