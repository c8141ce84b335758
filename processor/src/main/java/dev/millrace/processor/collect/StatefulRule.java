package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Stateful;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Refuses {@code @Stateful} where instances cannot be opened, and what it cannot keep. */
final class StatefulRule {
  private final SignatureReader signatures;
  private final ResourceTypes resources;
  private final Problems problems;

  StatefulRule(SignatureReader signatures, ResourceTypes resources, Problems problems) {
    this.signatures = signatures;
    this.resources = resources;
    this.problems = problems;
  }

  /** Returns what the annotation says, or nothing where it cannot stand; reports why. */
  Optional<Stateful> check(TypeElement type) {
    AnnotationMirror annotation = Annotations.find(type, Annotations.STATEFUL);
    Optional<Stateful> stateful = resources.of(type);
    String name = TypeReader.classRef(type).nestedName();
    String fault = fault(type);
    if (!fault.isEmpty()) {
      problems.add(
          Message.STATEFUL_KIND, signatures.origin(type, annotation, null, name), name, fault);
      return Optional.empty();
    }
    stateful.ifPresent(each -> checkInstances(type, annotation, each));
    stateful.ifPresent(each -> checkScope(type, annotation, each));
    return stateful;
  }

  private static String fault(TypeElement type) {
    switch (type.getKind()) {
      case ENUM:
        return "the instances of an enum are always there; make it a class";
      case RECORD:
        return "a record is a value, which nobody opens; make it a class";
      case ANNOTATION_TYPE:
        return "an annotation is opened by nobody; make it an interface";
      default:
        break;
    }
    if (Annotations.has(type, Annotations.PIPELINE)) {
      return "nobody implements a pipeline; take @Stateful away";
    }
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      String name = TypeReader.classRef((TypeElement) each).nestedName();
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        return (each == type ? "it" : name)
            + " is private, so that what is generated could not see it; take private away";
      }
      boolean isInner =
          each.getKind() == ElementKind.CLASS
              && each.getEnclosingElement() instanceof TypeElement
              && !each.getModifiers().contains(Modifier.STATIC);
      if (isInner) {
        ClassRef outer = TypeReader.classRef((TypeElement) each.getEnclosingElement());
        return (each == type ? "its" : name + "'s")
            + " instances belong to one of "
            + outer.nestedName()
            + "; make it static";
      }
    }
    boolean isOpened =
        type.getKind() == ElementKind.CLASS && !type.getModifiers().contains(Modifier.ABSTRACT);
    return isOpened && !type.getTypeParameters().isEmpty()
        ? "it has type variables, and its handle opens one type; annotate a class that extends it"
            + " with its type arguments written out"
        : "";
  }

  private void checkInstances(TypeElement type, AnnotationMirror annotation, Stateful stateful) {
    String fault =
        stateful.maxInstances() < 0
            ? "give at least 1, or 0 for no limit"
            : stateful.maxInstances() > 0 && !stateful.perWorker()
                ? "a SHARED resource is one instance; say scope = Scope.PER_WORKER, or leave"
                    + " maxInstances out"
                : "";
    if (!fault.isEmpty()) {
      AnnotationValue value = Annotations.value(annotation, "maxInstances");
      String name = stateful.type().nestedName();
      problems.add(
          Message.STATEFUL_INSTANCES,
          signatures.origin(type, annotation, value, name),
          name,
          stateful.maxInstances(),
          fault);
    }
  }

  /** Whoever is given the parent was told that threads share it. */
  private void checkScope(TypeElement type, AnnotationMirror annotation, Stateful stateful) {
    if (!stateful.perWorker()) {
      return;
    }
    AnnotationValue value = Annotations.value(annotation, "scope");
    String name = stateful.type().nestedName();
    for (Stateful parent : resources.inherited(type)) {
      if (!parent.perWorker()) {
        problems.add(
            Message.STATEFUL_SCOPE,
            signatures.origin(type, annotation, value, name),
            name,
            parent.type().nestedName(),
            parent.type().nestedName());
      }
    }
  }
}
