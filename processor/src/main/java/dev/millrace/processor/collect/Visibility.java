package dev.millrace.processor.collect;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Whether a class or method can be named from the package of another class. */
final class Visibility {
  private Visibility() {}

  static boolean isVisible(Element element, TypeElement viewer) {
    boolean samePackage = packageOf(element).equals(packageOf(viewer));
    for (Element each = element;
        each.getKind() != ElementKind.PACKAGE;
        each = each.getEnclosingElement()) {
      var modifiers = each.getModifiers();
      if (modifiers.contains(Modifier.PRIVATE)
          || (!samePackage && !modifiers.contains(Modifier.PUBLIC))) {
        return false;
      }
    }
    return true;
  }

  private static Element packageOf(Element element) {
    Element each = element;
    while (each.getKind() != ElementKind.PACKAGE) {
      each = each.getEnclosingElement();
    }
    return each;
  }
}
