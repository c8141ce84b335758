package dev.millrace.processor.collect;

import dev.millrace.processor.model.Stateful;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Which classes are resources: those with {@code @Stateful}, and those that extend or implement
 * one. A class's own annotation comes first; of several that it inherits, one that says {@code
 * PER_WORKER}, which is safe for the others' users too.
 */
final class ResourceTypes {
  private final Map<TypeElement, Optional<Stateful>> known = new HashMap<>();

  /** Returns what is said of a class, by itself or by what it extends. */
  Optional<Stateful> of(TypeElement type) {
    Optional<Stateful> found = known.get(type);
    if (found == null) {
      Optional<Stateful> own = declared(type);
      found = own.isPresent() ? own : strictest(inherited(type));
      known.put(type, found);
    }
    return found;
  }

  /** Returns what is said by each of the classes and interfaces that a class extends directly. */
  List<Stateful> inherited(TypeElement type) {
    List<TypeMirror> parents = new ArrayList<>();
    parents.add(type.getSuperclass());
    parents.addAll(type.getInterfaces());
    List<Stateful> found = new ArrayList<>();
    for (TypeMirror parent : parents) {
      if (parent.getKind() == TypeKind.DECLARED) {
        of((TypeElement) ((DeclaredType) parent).asElement()).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Stateful> strictest(List<Stateful> inherited) {
    return inherited.stream()
        .filter(Stateful::perWorker)
        .findFirst()
        .or(() -> inherited.stream().findFirst());
  }

  private static Optional<Stateful> declared(TypeElement type) {
    AnnotationMirror annotation = Annotations.find(type, Annotations.STATEFUL);
    if (annotation == null) {
      return Optional.empty();
    }
    AnnotationValue scope = Annotations.value(annotation, "scope");
    AnnotationValue most = Annotations.value(annotation, "maxInstances");
    return Optional.of(
        new Stateful(
            TypeReader.classRef(type),
            scope != null
                && scope.getValue() instanceof VariableElement constant
                && constant.getSimpleName().contentEquals("PER_WORKER"),
            most != null && most.getValue() instanceof Integer count ? count : 0,
            Annotations.string(annotation, "device")));
  }
}
