package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Stateful;
import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads the compiler's types as data, and asks the compiler about them. */
public final class CompilerTypes implements TypeSystem {
  private final Elements elements;
  private final Types types;
  private final Map<TypeRef, TypeMirror> mirrors = new HashMap<>();
  private final ResourceTypes resources = new ResourceTypes();

  public CompilerTypes(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** A type that cannot be read, and why. */
  static final class UnreadableTypeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient boolean raw;

    UnreadableTypeException(String type, boolean raw) {
      super(type, null, false, false);
      this.raw = raw;
    }
  }

  /** Returns the type of a declaration, which may itself say that null is a value. */
  TypeRef read(TypeMirror mirror, Element declaration) {
    TypeRef type = read(mirror);
    return type.isReference()
            && !type.isNullable()
            && declaration.getAnnotationMirrors().stream().anyMatch(Annotations::saysNullable)
        ? new TypeRef.OrNull(type)
        : type;
  }

  /**
   * Returns the type as data.
   *
   * @throws UnresolvedTypeException if it, or a part of it, does not exist
   * @throws UnreadableTypeException if it is raw, or has a part that no signature can hold
   */
  TypeRef read(TypeMirror mirror) {
    boolean orNull =
        !mirror.getKind().isPrimitive()
            && mirror.getAnnotationMirrors().stream().anyMatch(Annotations::saysNullable);
    return orNull ? new TypeRef.OrNull(readNonNull(mirror)) : readNonNull(mirror);
  }

  private TypeRef readNonNull(TypeMirror mirror) {
    switch (mirror.getKind()) {
      case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE, VOID:
        return TypeRef.Primitive.valueOf(mirror.getKind().name());
      case ARRAY:
        return new TypeRef.Array(read(((ArrayType) mirror).getComponentType()));
      case WILDCARD:
        WildcardType wildcard = (WildcardType) mirror;
        TypeRef upper = readOrNull(wildcard.getExtendsBound());
        // "? extends Object" is "?": a cast from one to the other would be a redundant one.
        return new TypeRef.Wildcard(
            TypeRef.OBJECT.equals(upper) ? null : upper, readOrNull(wildcard.getSuperBound()));
      case TYPEVAR:
        return new TypeRef.Variable(((TypeVariable) mirror).asElement().getSimpleName().toString());
      case ERROR:
        throw new UnresolvedTypeException(mirror.toString());
      case DECLARED:
        return readDeclared((DeclaredType) mirror);
      default:
        throw new UnreadableTypeException(mirror.toString(), false);
    }
  }

  private @Nullable TypeRef readOrNull(@Nullable TypeMirror mirror) {
    return mirror == null ? null : read(mirror);
  }

  private TypeRef readDeclared(DeclaredType declared) {
    TypeElement element = (TypeElement) declared.asElement();
    ClassRef type = classRef(element);
    if (element.getTypeParameters().size() != declared.getTypeArguments().size()) {
      throw new UnreadableTypeException(type.nestedName(), true);
    }
    TypeMirror owner = declared.getEnclosingType();
    if (owner.getKind() == TypeKind.DECLARED
        && !element.getModifiers().contains(Modifier.STATIC)
        && !((DeclaredType) owner).getTypeArguments().isEmpty()) {
      throw new UnreadableTypeException(type.nestedName(), false);
    }
    List<TypeRef> arguments = new ArrayList<>();
    for (TypeMirror argument : declared.getTypeArguments()) {
      arguments.add(read(argument));
    }
    return new TypeRef.Declared(type, arguments);
  }

  /** Returns the name of a class. */
  static ClassRef classRef(TypeElement element) {
    List<String> names = new ArrayList<>();
    Element current = element;
    while (current.getKind() != ElementKind.PACKAGE) {
      names.add(0, current.getSimpleName().toString());
      current = current.getEnclosingElement();
    }
    return new ClassRef(((PackageElement) current).getQualifiedName().toString(), names);
  }

  /**
   * Returns the erased type as class files name it in an index: {@code java.util.List}.
   *
   * @throws UnresolvedTypeException if it does not exist
   */
  String erasedName(TypeMirror mirror) {
    if (mirror.getKind() == TypeKind.ERROR) {
      throw new UnresolvedTypeException(mirror.toString());
    }
    TypeMirror erased = types.erasure(mirror);
    if (mirror instanceof ArrayType array) {
      return erasedName(array.getComponentType()) + "[]";
    }
    return erased instanceof DeclaredType declared
        ? elements.getBinaryName((TypeElement) declared.asElement()).toString()
        : erased.getKind().name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Returns whether the package of a class has one that is named like one of java.lang. */
  boolean shadowsJavaLang(TypeElement type) {
    return elements.getPackageOf(type).getEnclosedElements().stream()
        .anyMatch(each -> elements.getTypeElement("java.lang." + each.getSimpleName()) != null);
  }

  /** Returns whether a value of the type comes later. */
  boolean isAsync(TypeRef type) {
    List<TypeRef> any = List.of(new TypeRef.Wildcard(null, null));
    return type instanceof TypeRef.Declared
        && Stream.of("CompletionStage", "Future")
            .map(name -> ClassRef.of("java.util.concurrent", name))
            .anyMatch(later -> isAssignable(type, new TypeRef.Declared(later, any)));
  }

  /** Returns the type that a component has in a record with these type arguments. */
  TypeRef component(TypeRef record, RecordComponentElement component) {
    ExecutableElement accessor = component.getAccessor();
    if (accessor == null) { // where its name is one that no component may have
      throw new UnreadableTypeException(component.asType().toString(), false);
    }
    TypeElement owner = (TypeElement) accessor.getEnclosingElement();
    Map<String, TypeRef> arguments = new HashMap<>();
    for (int i = 0; i < owner.getTypeParameters().size(); i++) {
      arguments.put(
          owner.getTypeParameters().get(i).getSimpleName().toString(),
          ((TypeRef.Declared) record).arguments().get(i));
    }
    return new Substitution(arguments).in(read(accessor.getReturnType(), accessor)).upperBound();
  }

  /**
   * Returns the direct supertypes of a type, with its arguments, whether they are known or not;
   * without those of which a raw one is said.
   */
  List<TypeRef.Declared> parents(TypeRef.Declared type) {
    TypeElement element = element(type.type());
    Map<String, TypeRef> arguments = new HashMap<>();
    for (int i = 0; i < type.arguments().size(); i++) {
      arguments.put(
          element.getTypeParameters().get(i).getSimpleName().toString(), type.arguments().get(i));
    }
    List<TypeRef.Declared> parents = new ArrayList<>();
    for (TypeMirror parent : types.directSupertypes(element.asType())) {
      try {
        parents.add(new Substitution(arguments).in((TypeRef.Declared) read(parent)));
      } catch (UnreadableTypeException raw) {
        continue; // a class that extends a raw one says nothing of the arguments
      }
    }
    return parents;
  }

  @Override
  public boolean isEnum(TypeRef type) {
    TypeElement element = element(type);
    return element != null && element.getKind() == ElementKind.ENUM;
  }

  /** Returns the constants of an enum; none for any other type. */
  List<String> enumConstants(TypeRef type) {
    TypeElement element = element(type);
    return element == null || element.getKind() != ElementKind.ENUM
        ? List.of()
        : element.getEnclosedElements().stream()
            .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
            .map(each -> each.getSimpleName().toString())
            .toList();
  }

  /** Returns the class or interface of a type, or null for any other. */
  @Nullable TypeElement element(TypeRef type) {
    return type instanceof TypeRef.Declared declared
        ? elements.getTypeElement(declared.type().canonicalName())
        : null;
  }

  /** Returns whether what is thrown is an exception or an error, rather than just throwable. */
  boolean isException(TypeRef thrown) {
    return isAssignable(thrown, javaLang("Exception")) || isAssignable(thrown, javaLang("Error"));
  }

  /** Returns whether an exception must be declared. */
  boolean isChecked(TypeRef thrown) {
    return !isAssignable(thrown, javaLang("RuntimeException"))
        && !isAssignable(thrown, javaLang("Error"));
  }

  private static TypeRef javaLang(String name) {
    return new TypeRef.Declared(ClassRef.of("java.lang", name), List.of());
  }

  @Override
  public boolean isAssignable(TypeRef from, TypeRef to) {
    if (from == TypeRef.Primitive.VOID || to == TypeRef.Primitive.VOID) {
      return false;
    }
    if (from.isOpen() || to.isOpen()) {
      return OpenTypes.isUnknown(from)
          || isAssignable(OpenTypes.widest(from), OpenTypes.widest(to));
    }
    return from.equals(to) || types.isAssignable(mirror(from), mirror(to));
  }

  @Override
  public Optional<Stateful> stateful(TypeRef type) {
    return type.nonNull() instanceof TypeRef.Declared declared
        ? Optional.ofNullable(elements.getTypeElement(declared.type().canonicalName()))
            .flatMap(resources::of)
        : Optional.empty();
  }

  /** Returns which classes are resources. */
  ResourceTypes resources() {
    return resources;
  }

  @Override
  public Optional<TypeRef.Declared> asSuper(TypeRef type, ClassRef target) {
    return type.nonNull().boxed() instanceof TypeRef.Declared declared
        ? asSuper(declared, types.erasure(element(target).asType()), target)
        : Optional.empty();
  }

  /** Goes up by way of the one direct supertype at a time that is itself of the class. */
  private Optional<TypeRef.Declared> asSuper(
      TypeRef.Declared type, TypeMirror target, ClassRef name) {
    if (type.type().equals(name)) {
      return Optional.of(type);
    }
    return parents(type).stream()
        .filter(each -> types.isSubtype(types.erasure(element(each.type()).asType()), target))
        .findFirst()
        .flatMap(parent -> asSuper(parent, target, name));
  }

  private TypeMirror mirror(TypeRef type) {
    TypeMirror known = mirrors.get(type);
    if (known == null) {
      known = newMirror(type);
      mirrors.put(type, known);
    }
    return known;
  }

  private TypeMirror newMirror(TypeRef type) {
    if (type instanceof TypeRef.Primitive primitive) {
      return types.getPrimitiveType(TypeKind.valueOf(primitive.name()));
    }
    if (type instanceof TypeRef.Array array) {
      return types.getArrayType(mirror(array.component()));
    }
    if (type instanceof TypeRef.Wildcard wildcard) {
      TypeRef upper = wildcard.upper();
      TypeRef lower = wildcard.lower();
      return types.getWildcardType(
          upper == null ? null : mirror(upper), lower == null ? null : mirror(lower));
    }
    if (type instanceof TypeRef.OrNull orNull) {
      return mirror(orNull.type());
    }
    if (type instanceof TypeRef.Variable variable) {
      throw new IllegalStateException("the type variable " + variable + " was left open");
    }
    TypeRef.Declared declared = (TypeRef.Declared) type;
    TypeMirror[] arguments =
        declared.arguments().stream().map(this::mirror).toArray(TypeMirror[]::new);
    return types.getDeclaredType(element(declared.type()), arguments);
  }

  private TypeElement element(ClassRef type) {
    TypeElement element = elements.getTypeElement(type.canonicalName());
    if (element == null) {
      throw new UnresolvedTypeException(type.canonicalName());
    }
    return element;
  }
}
