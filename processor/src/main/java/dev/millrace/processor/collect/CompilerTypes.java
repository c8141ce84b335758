package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.Stateful;
import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Asks the compiler about types that are data. */
final class CompilerTypes implements TypeSystem {
  private final Elements elements;
  private final Types types;
  private final Mirrors mirrors;
  private final ResourceTypes resources = new ResourceTypes();

  CompilerTypes(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.mirrors = new Mirrors(elements, types);
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
        : erased.getKind().name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether two types are the same one. */
  boolean isSame(TypeMirror one, TypeMirror other) {
    return types.isSameType(one, other);
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
        && Stream.of(KnownTypes.STAGE, ClassRef.of("java.util.concurrent", "Future"))
            .anyMatch(later -> isAssignable(type, new TypeRef.Declared(later, any)));
  }

  /**
   * Returns the direct supertypes of a type, with its arguments, whether they are known or not;
   * without those of which a raw one is said.
   */
  List<TypeRef.Declared> parents(TypeRef.Declared type) {
    TypeElement element = mirrors.element(type.type());
    Map<String, TypeRef> arguments = new HashMap<>();
    for (int i = 0; i < type.arguments().size(); i++) {
      arguments.put(
          element.getTypeParameters().get(i).getSimpleName().toString(), type.arguments().get(i));
    }
    List<TypeRef.Declared> parents = new ArrayList<>();
    for (TypeMirror parent : types.directSupertypes(element.asType())) {
      try {
        parents.add(new Substitution(arguments).in((TypeRef.Declared) TypeReader.read(parent)));
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
    return from.equals(to) || types.isAssignable(mirrors.of(from), mirrors.of(to));
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
    if (!(type.nonNull().boxed() instanceof TypeRef.Declared declared)) {
      return Optional.empty();
    }
    TypeMirror erased = types.erasure(mirrors.element(target).asType());
    return Stream.concat(
            Stream.of(declared),
            above(declared, each -> types.isSubtype(types.erasure(each.asType()), erased)).stream())
        .filter(each -> each.type().equals(target))
        .findFirst();
  }

  /**
   * Returns the supertypes of a type that are reached by way of such classes only: the nearest
   * first, each once.
   */
  List<TypeRef.Declared> above(TypeRef.Declared type, Predicate<TypeElement> by) {
    Set<TypeRef.Declared> found = new LinkedHashSet<>();
    Deque<TypeRef.Declared> queue = new ArrayDeque<>(List.of(type));
    while (!queue.isEmpty()) {
      for (TypeRef.Declared parent : parents(queue.remove())) {
        if (by.test(mirrors.element(parent.type())) && found.add(parent)) {
          queue.add(parent);
        }
      }
    }
    return List.copyOf(found);
  }
}
