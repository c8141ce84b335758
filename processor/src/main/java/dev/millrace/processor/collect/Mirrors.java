package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.TypeRef;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Types that are data as the compiler takes them; each is made once. */
final class Mirrors {
  private final Elements elements;
  private final Types types;
  private final Map<TypeRef, TypeMirror> mirrors = new HashMap<>();

  Mirrors(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Returns a type; its variables must stand for something. */
  TypeMirror of(TypeRef type) {
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
      return types.getArrayType(of(array.component()));
    }
    if (type instanceof TypeRef.Wildcard wildcard) {
      TypeRef upper = wildcard.upper();
      TypeRef lower = wildcard.lower();
      return types.getWildcardType(
          upper == null ? null : of(upper), lower == null ? null : of(lower));
    }
    if (type instanceof TypeRef.OrNull orNull) {
      return of(orNull.type());
    }
    if (type instanceof TypeRef.Variable variable) {
      throw new IllegalStateException("the type variable " + variable + " was left open");
    }
    TypeRef.Declared declared = (TypeRef.Declared) type;
    TypeMirror[] arguments = declared.arguments().stream().map(this::of).toArray(TypeMirror[]::new);
    return types.getDeclaredType(element(declared.type()), arguments);
  }

  /**
   * Returns a class.
   *
   * @throws UnresolvedTypeException if there is none of that name
   */
  TypeElement element(ClassRef type) {
    TypeElement element = elements.getTypeElement(type.canonicalName());
    if (element == null) {
      throw new UnresolvedTypeException(type.canonicalName());
    }
    return element;
  }
}
