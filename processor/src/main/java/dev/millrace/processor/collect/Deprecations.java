package dev.millrace.processor.collect;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Which warnings the use of a node would raise in generated code. Whoever lists a deprecated class
 * is warned there; a second warning, in a file that nobody can edit, would help nobody.
 */
final class Deprecations {
  private Deprecations() {}

  /** Returns the warnings, by the names that {@code @SuppressWarnings} has for them. */
  static Set<String> of(ExecutableElement method) {
    Set<String> warnings = new LinkedHashSet<>();
    for (Element each = method; each != null; each = each.getEnclosingElement()) {
      add(each, warnings);
    }
    for (TypeElement type : Visibility.typesIn(method)) {
      add(type, warnings);
    }
    return warnings;
  }

  /** Returns the warnings that naming a class raises. */
  static Set<String> of(TypeElement type) {
    Set<String> warnings = new LinkedHashSet<>();
    for (Element each = type; each != null; each = each.getEnclosingElement()) {
      add(each, warnings);
    }
    return warnings;
  }

  private static void add(Element element, Set<String> warnings) {
    AnnotationMirror deprecated = Annotations.find(element, "java.lang.Deprecated");
    if (deprecated != null) {
      boolean forRemoval = Annotations.string(deprecated, "forRemoval").equals("true");
      warnings.add(forRemoval ? "removal" : "deprecation");
    }
  }
}
