package dev.millrace.processor.collect;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Refuses annotations that say nothing where they stand: none is ever ignored. */
final class PlaceRule {
  private final SignatureReader signatures;
  private final Problems problems;

  PlaceRule(SignatureReader signatures, Problems problems) {
    this.signatures = signatures;
    this.problems = problems;
  }

  void check(Element element, String annotation) {
    if (annotation.equals(Annotations.AS) && isOfRecord(element)) {
      return;
    }
    boolean isMethod = annotation.equals(Annotations.NESTED);
    Element method = isMethod ? element : element.getEnclosingElement();
    Element owner = method.getEnclosingElement();
    String name = CompilerTypes.classRef((TypeElement) owner).nestedName();
    String place = name + "#" + method.getSimpleName();
    String wanted =
        switch (annotation) {
          case Annotations.NESTED ->
              !Annotations.has(owner, Annotations.PIPELINE)
                  ? name + " is no interface with @Pipeline"
                  : method.getModifiers().contains(Modifier.ABSTRACT)
                      ? ""
                      : "a nested use is a method without a body";
          case Annotations.EACH, Annotations.AS ->
              Annotations.has(method, Annotations.NESTED)
                  ? ""
                  : "it stands on a parameter of a @Nested method";
          default ->
              Annotations.has(method, Annotations.NODE)
                  ? ""
                  : "it stands on a parameter of a @Node method";
        };
    if (!wanted.isEmpty()) {
      String shown = isMethod ? place : place + ", parameter \"" + element.getSimpleName() + "\"";
      problems.add(
          Message.MISPLACED,
          signatures.origin(element, shown),
          annotation.substring(annotation.lastIndexOf('.') + 1),
          shown,
          wanted);
    }
  }

  /** A record's component passes its annotations on to the parameter of its constructor. */
  private static boolean isOfRecord(Element element) {
    Element around = element.getEnclosingElement();
    Element type =
        around.getKind() == ElementKind.CONSTRUCTOR ? around.getEnclosingElement() : around;
    return type.getKind() == ElementKind.RECORD;
  }
}
