package dev.millrace.runtime.cache.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How one closure writes class names: those that compilers count out, {@code Flow$1}, by when they
 * were first met.
 */
final class Labels {
  private final Hierarchy hierarchy;
  private final Shown shown;
  private final Map<String, Integer> nameless = new HashMap<>();

  Labels(Hierarchy hierarchy, Shown shown) {
    this.hierarchy = hierarchy;
    this.shown = shown;
  }

  /**
   * Writes a class.
   *
   * @param part the part that names it
   * @param own takes its name, or a mark
   * @param place takes its number, if it has no name
   */
  void type(String name, Key part, Tokens own, Tokens place) {
    if (!hierarchy.isNameless(name)) {
      own.text(name);
      return;
    }
    own.text("?" + hierarchy.simpleName(name));
    Integer known = nameless.get(name);
    if (known == null) {
      known = nameless.size();
      nameless.put(name, known);
      shown.derive(name, part);
    }
    place.number(known);
  }

  /** Writes a descriptor or the signature of a value, with each class as {@link #type} does. */
  void descriptor(String descriptor, Key part, Tokens own, Tokens place) {
    List<String> names =
        descriptor.startsWith("(") ? Types.ofDeclaration(descriptor) : Types.ofValue(descriptor);
    String shape = descriptor;
    for (String each : names) {
      if (hierarchy.isNameless(each)) {
        shape = shape.replace("L" + each + ";", "L?;").replace("L" + each + "<", "L?<");
        type(each, part, own, place);
      }
    }
    own.text(shape);
  }
}
