package dev.millrace.processor.collect;

import dev.millrace.processor.model.TypeRef;
import java.util.List;

/** What can be said of types that name type variables: their classes. */
final class OpenTypes {
  private OpenTypes() {}

  /** Returns whether nothing at all is known of the type, or of what an array has. */
  static boolean isUnknown(TypeRef type) {
    TypeRef plain = type.nonNull();
    return plain instanceof TypeRef.Variable
        || (plain instanceof TypeRef.Array array && isUnknown(array.component()));
  }

  /** Returns the type with wildcards for arguments, and {@code Object} for a variable. */
  static TypeRef widest(TypeRef type) {
    TypeRef plain = type.nonNull();
    if (plain instanceof TypeRef.Variable) {
      return TypeRef.OBJECT;
    }
    if (plain instanceof TypeRef.Array array) {
      return new TypeRef.Array(widest(array.component()));
    }
    if (plain instanceof TypeRef.Declared declared) {
      List<TypeRef> any =
          declared.arguments().stream()
              .<TypeRef>map(each -> new TypeRef.Wildcard(null, null))
              .toList();
      return new TypeRef.Declared(declared.type(), any);
    }
    return plain;
  }
}
