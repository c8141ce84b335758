package dev.millrace.processor.generate;

import dev.millrace.processor.model.TypeRef;
import java.util.Locale;
import java.util.Set;

/** Names that are put together from those of types. */
final class Words {
  private Words() {}

  /** Returns a type as words: {@code LIST_OF_PASSAGE}. */
  static String of(TypeRef type) {
    if (type instanceof TypeRef.OrNull orNull) {
      return of(orNull.type()) + "_OR_NULL";
    }
    if (type instanceof TypeRef.Array array) {
      return "ARRAY_OF_" + of(array.component());
    }
    if (!(type instanceof TypeRef.Declared declared)) {
      return upper(type.toString());
    }
    StringBuilder words = new StringBuilder(upper(declared.type().simpleName()));
    for (int i = 0; i < declared.arguments().size(); i++) {
      words.append(i == 0 ? "_OF_" : "_AND_").append(of(declared.arguments().get(i).upperBound()));
    }
    return words.toString();
  }

  /** Returns a name as that of a constant: {@code LAST_PASSAGE}. */
  static String upper(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  /** Returns a name with a capital first. */
  static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** Returns a name that is not taken, and takes it. */
  static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }
}
