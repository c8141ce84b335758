package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

/** Reads the compiler's types as data. */
final class TypeReader {
  private TypeReader() {}

  /** Returns the type of a declaration, which may itself say that null is a value. */
  static TypeRef read(TypeMirror mirror, Element declaration) {
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
  static TypeRef read(TypeMirror mirror) {
    boolean orNull =
        !mirror.getKind().isPrimitive()
            && mirror.getAnnotationMirrors().stream().anyMatch(Annotations::saysNullable);
    return orNull ? new TypeRef.OrNull(readNonNull(mirror)) : readNonNull(mirror);
  }

  private static TypeRef readNonNull(TypeMirror mirror) {
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

  private static @Nullable TypeRef readOrNull(@Nullable TypeMirror mirror) {
    return mirror == null ? null : read(mirror);
  }

  private static TypeRef readDeclared(DeclaredType declared) {
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

  /** Returns the type that a component has in a record with these type arguments. */
  static TypeRef component(TypeRef record, RecordComponentElement component) {
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
}
