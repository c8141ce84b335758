package dev.millrace.processor.model;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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
      return name().toLowerCase(Locale.ROOT);
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

  /** A type variable. */
  record Variable(String name) implements TypeRef {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A type whose values may be null. */
  record OrNull(TypeRef type) implements TypeRef {
    @Override
    public String toString() {
      return "@Nullable " + type;
    }
  }

  /**
   * A resource as a run holds it until it is used: only plans know of it. If what it opens may be
   * null, there may be no resource.
   *
   * @param perWorker whether one call at a time may use it
   */
  record Held(TypeRef type, boolean perWorker) implements TypeRef {
    @Override
    public String toString() {
      return type.toString();
    }
  }

  /** {@code java.lang.Object}. */
  TypeRef OBJECT = new Declared(ClassRef.of("java.lang", "Object"), List.of());

  /** Returns {@code java.util.List} of the boxed type. */
  static TypeRef listOf(TypeRef element) {
    return new Declared(KnownTypes.LIST, List.of(element.boxed()));
  }

  /**
   * Returns the type that a {@code java.util.List}'s elements can be read as, a wildcard's bound
   * where it has one; null if this is no such list.
   */
  default @Nullable TypeRef listElement() {
    TypeRef argument = argumentOf(KnownTypes.LIST);
    return argument == null ? null : argument.upperBound();
  }

  /** Returns what values of a type argument can be read as. */
  default TypeRef upperBound() {
    if (this instanceof Wildcard wildcard) {
      TypeRef upper = wildcard.upper();
      return upper == null ? OBJECT : upper;
    }
    return this;
  }

  /** Returns the type with the bounds of wildcards in their place, at any depth. */
  default TypeRef bounded() {
    if (this instanceof OrNull orNull) {
      return new OrNull(orNull.type().bounded().nonNull());
    }
    if (this instanceof Declared declared && !declared.arguments().isEmpty()) {
      return new Declared(
          declared.type(), declared.arguments().stream().map(TypeRef::bounded).toList());
    }
    if (this instanceof Array array) {
      return new Array(array.component().bounded());
    }
    return this instanceof Wildcard ? upperBound().bounded() : this;
  }

  /** Returns the type without null: what code is written with, at any depth. */
  default TypeRef plain() {
    if (this instanceof OrNull orNull) {
      return orNull.type().plain();
    }
    if (this instanceof Declared declared && !declared.arguments().isEmpty()) {
      return new Declared(
          declared.type(), declared.arguments().stream().map(TypeRef::plain).toList());
    }
    if (this instanceof Array array) {
      return new Array(array.component().plain());
    }
    if (this instanceof Wildcard wildcard) {
      TypeRef upper = wildcard.upper();
      TypeRef lower = wildcard.lower();
      return new Wildcard(
          upper == null ? null : upper.plain(), lower == null ? null : lower.plain());
    }
    return this;
  }

  /** Returns the plain type of what is read: of a resource that is held, what it opens. */
  default TypeRef opened() {
    return this instanceof Held held ? held.type().plain() : plain();
  }

  /** Returns whether its values may be null. */
  default boolean isNullable() {
    return this instanceof OrNull;
  }

  /** Returns the type without null itself; its arguments keep theirs. */
  default TypeRef nonNull() {
    return this instanceof OrNull orNull ? orNull.type() : this;
  }

  /** Returns the argument of a class with one, such as {@code Optional<T>}, or null. */
  default @Nullable TypeRef argumentOf(ClassRef of) {
    return nonNull() instanceof Declared declared
            && declared.type().equals(of)
            && declared.arguments().size() == 1
        ? declared.arguments().get(0)
        : null;
  }

  /** Returns the class that boxes a primitive, else the type itself. */
  default TypeRef boxed() {
    return this instanceof Primitive primitive
        ? new Declared(ClassRef.of("java.lang", primitive.box), List.of())
        : this;
  }

  /** Returns whether it names a type variable: then it is not known yet, and may never be. */
  default boolean isOpen() {
    if (this instanceof Declared declared) {
      return declared.arguments().stream().anyMatch(TypeRef::isOpen);
    }
    if (this instanceof Wildcard wildcard) {
      TypeRef upper = wildcard.upper();
      TypeRef lower = wildcard.lower();
      return (upper != null && upper.isOpen()) || (lower != null && lower.isOpen());
    }
    return this instanceof Variable
        || (this instanceof Array array && array.component().isOpen())
        || (this instanceof OrNull orNull && orNull.type().isOpen());
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
    if (this instanceof OrNull orNull) {
      return "@Nullable " + orNull.type().qualified();
    }
    if (this instanceof Held) {
      return opened().qualified();
    }
    return this instanceof Array array ? array.component().qualified() + "[]" : toString();
  }

  private static String arguments(List<TypeRef> arguments, Function<TypeRef, String> print) {
    return arguments.isEmpty()
        ? ""
        : arguments.stream().map(print).collect(joining(", ", "<", ">"));
  }
}
