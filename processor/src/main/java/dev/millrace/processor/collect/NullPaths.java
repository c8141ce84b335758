package dev.millrace.processor.collect;

import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Where in a type null may be, as a companion keeps it, because some compilers do not read it back
 * from class files: {@code 0.1} is the second type argument of the first parameter.
 */
final class NullPaths {
  private NullPaths() {}

  /** Returns the places within a type. */
  static List<String> of(String place, TypeRef type) {
    List<String> paths = new ArrayList<>();
    collect(place, type, paths);
    return paths;
  }

  private static void collect(String place, TypeRef type, List<String> paths) {
    if (type.isNullable()) {
      paths.add(place);
    }
    List<TypeRef> parts = parts(type.nonNull());
    for (int i = 0; i < parts.size(); i++) {
      collect(place + "." + i, parts.get(i), paths);
    }
  }

  /** Returns the type with null at these places. */
  static TypeRef apply(String place, TypeRef type, Collection<String> paths) {
    TypeRef bare = type.nonNull();
    TypeRef whole = bare;
    if (bare instanceof TypeRef.Declared declared) {
      List<TypeRef> arguments = new ArrayList<>();
      for (int i = 0; i < declared.arguments().size(); i++) {
        arguments.add(apply(place + "." + i, declared.arguments().get(i), paths));
      }
      whole = new TypeRef.Declared(declared.type(), arguments);
    } else if (bare instanceof TypeRef.Array array) {
      whole = new TypeRef.Array(apply(place + ".0", array.component(), paths));
    } else if (bare instanceof TypeRef.Wildcard wildcard && wildcard.upper() != null) {
      whole = new TypeRef.Wildcard(apply(place + ".0", wildcard.upper(), paths), null);
    }
    return paths.contains(place) ? new TypeRef.OrNull(whole) : whole;
  }

  private static List<TypeRef> parts(TypeRef type) {
    if (type instanceof TypeRef.Declared declared) {
      return declared.arguments();
    }
    if (type instanceof TypeRef.Array array) {
      return List.of(array.component());
    }
    if (type instanceof TypeRef.Wildcard wildcard && wildcard.upper() != null) {
      return List.of(wildcard.upper());
    }
    return List.of();
  }
}
