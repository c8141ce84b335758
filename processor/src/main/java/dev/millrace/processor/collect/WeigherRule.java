package dev.millrace.processor.collect;

import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.TypeRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Whether generated code can make a weigher, and weigh a twin's items by it. */
final class WeigherRule {
  private final CompilerTypes types;

  WeigherRule(CompilerTypes types) {
    this.types = types;
  }

  /** Returns whether the value is {@code void.class}, the annotation's own way to name none. */
  static boolean isNone(AnnotationValue value) {
    return value.getValue() instanceof TypeMirror mirror && mirror.getKind() == TypeKind.VOID;
  }

  /** Returns why a class cannot weigh values of a type, or null. */
  @Nullable String fault(TypeElement weigher, TypeRef item) {
    if (!weigher.getTypeParameters().isEmpty()) {
      return "it has type variables";
    }
    if (weigher.getKind() != ElementKind.CLASS && weigher.getKind() != ElementKind.RECORD
        || weigher.getModifiers().contains(Modifier.ABSTRACT)) {
      return "it is no class of which there are instances";
    }
    if (weigher.getNestingKind().isNested() && !weigher.getModifiers().contains(Modifier.STATIC)) {
      return "it is an inner class; make it static";
    }
    if (weigher.getModifiers().contains(Modifier.PRIVATE)
        || constructor(weigher)
            .filter(each -> !each.getModifiers().contains(Modifier.PRIVATE))
            .isEmpty()) {
      return "the generated pipeline makes it, by a constructor without parameters that it can see";
    }
    // Where the type has variables, it must weigh whatever they stand for.
    TypeRef weighed = item.isOpen() ? OpenTypes.widest(item) : item;
    TypeRef wanted =
        new TypeRef.Declared(KnownTypes.WEIGHER, List.of(new TypeRef.Wildcard(null, weighed)));
    TypeRef type = new TypeRef.Declared(TypeReader.classRef(weigher), List.of());
    return types.isAssignable(type, wanted) ? null : "it is no " + wanted;
  }

  /** Returns whether generated code of another class's package can make it. */
  static boolean isVisible(TypeElement weigher, TypeElement viewer) {
    return Visibility.isVisible(weigher, viewer)
        && constructor(weigher).filter(each -> !Visibility.isVisible(each, viewer)).isEmpty();
  }

  private static Optional<ExecutableElement> constructor(TypeElement weigher) {
    return ElementFilter.constructorsIn(weigher.getEnclosedElements()).stream()
        .filter(each -> each.getParameters().isEmpty())
        .findFirst();
  }
}
