package dev.millrace.processor.collect;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

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

  /** Returns the classes in a method's signature that cannot be named. */
  static Set<TypeElement> hiddenIn(ExecutableElement method, TypeElement viewer) {
    Set<TypeElement> hidden = new LinkedHashSet<>();
    for (VariableElement parameter : method.getParameters()) {
      collectHidden(parameter.asType(), viewer, hidden);
    }
    collectHidden(method.getReturnType(), viewer, hidden);
    method.getThrownTypes().forEach(thrown -> collectHidden(thrown, viewer, hidden));
    return hidden;
  }

  private static void collectHidden(
      @Nullable TypeMirror type, TypeElement viewer, Set<TypeElement> hidden) {
    if (type instanceof ArrayType array) {
      collectHidden(array.getComponentType(), viewer, hidden);
    } else if (type instanceof WildcardType wildcard) {
      collectHidden(wildcard.getExtendsBound(), viewer, hidden);
      collectHidden(wildcard.getSuperBound(), viewer, hidden);
    } else if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      if (!isVisible(declared.asElement(), viewer)) {
        hidden.add((TypeElement) declared.asElement());
      }
      declared.getTypeArguments().forEach(each -> collectHidden(each, viewer, hidden));
    }
  }

  private static Element packageOf(Element element) {
    Element each = element;
    while (each.getKind() != ElementKind.PACKAGE) {
      each = each.getEnclosingElement();
    }
    return each;
  }
}
