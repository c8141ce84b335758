package dev.millrace.processor.collect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
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

  /** Returns whether a class, and what it stands in, is public. */
  static boolean isPublic(TypeElement type) {
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (!each.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

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
  static List<TypeElement> hiddenIn(ExecutableElement method, TypeElement viewer) {
    return typesIn(method).stream().filter(each -> !isVisible(each, viewer)).toList();
  }

  /**
   * Returns the classes in a method's signature, and those that generated code names on its behalf:
   * what it is tried again on, and what a record that it splits is made of.
   */
  static Set<TypeElement> typesIn(ExecutableElement method) {
    Set<TypeElement> types = new LinkedHashSet<>();
    for (VariableElement parameter : method.getParameters()) {
      collect(parameter.asType(), types);
    }
    collect(method.getReturnType(), types);
    method.getThrownTypes().forEach(thrown -> collect(thrown, types));
    AnnotationMirror retry = Annotations.find(method, Annotations.RETRY);
    if (retry != null) {
      for (String attribute : List.of("on", "notOn")) {
        Annotations.values(retry, attribute)
            .forEach(value -> Annotations.type(value).ifPresent(types::add));
      }
    }
    if (Annotations.has(method, Annotations.SPLIT)) {
      Set<TypeElement> result = new LinkedHashSet<>();
      collect(method.getReturnType(), result);
      result.stream()
          .filter(each -> each.getKind() == ElementKind.RECORD)
          .findFirst() // the record itself, or what a stage is of
          .ifPresent(
              record ->
                  record
                      .getRecordComponents()
                      .forEach(part -> collect(part.getAccessor().getReturnType(), types)));
    }
    return types;
  }

  private static void collect(@Nullable TypeMirror type, Set<TypeElement> types) {
    if (type instanceof ArrayType array) {
      collect(array.getComponentType(), types);
    } else if (type instanceof WildcardType wildcard) {
      collect(wildcard.getExtendsBound(), types);
      collect(wildcard.getSuperBound(), types);
    } else if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      types.add((TypeElement) declared.asElement());
      declared.getTypeArguments().forEach(each -> collect(each, types));
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
