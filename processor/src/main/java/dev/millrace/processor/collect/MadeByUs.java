package dev.millrace.processor.collect;

import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Whether generated code can make an instance of a class that an annotation names. */
final class MadeByUs {
  private MadeByUs() {}

  /** Returns why nobody could, or null. */
  static @Nullable String fault(TypeElement type) {
    if (!type.getTypeParameters().isEmpty()) {
      return "it has type variables";
    }
    if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD
        || type.getModifiers().contains(Modifier.ABSTRACT)) {
      return "it is no class of which there are instances";
    }
    if (type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC)) {
      return "it is an inner class; make it static";
    }
    boolean isHidden =
        type.getModifiers().contains(Modifier.PRIVATE)
            || constructor(type)
                .filter(each -> !each.getModifiers().contains(Modifier.PRIVATE))
                .isEmpty();
    return isHidden
        ? "the generated pipeline makes it, by a constructor without parameters that it can see"
        : null;
  }

  /** Returns whether code of another class's package can. */
  static boolean isVisible(TypeElement type, TypeElement viewer) {
    return Visibility.isVisible(type, viewer)
        && constructor(type).filter(each -> !Visibility.isVisible(each, viewer)).isEmpty();
  }

  private static Optional<ExecutableElement> constructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(each -> each.getParameters().isEmpty())
        .findFirst();
  }
}
