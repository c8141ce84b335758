package dev.millrace.processor.collect;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
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
    if (isOfRecord(element)) {
      return;
    }
    boolean isMethod = element.getKind() == ElementKind.METHOD;
    Element method = isMethod ? element : element.getEnclosingElement();
    Element owner = method.getEnclosingElement();
    String name = TypeReader.classRef((TypeElement) owner).nestedName();
    String wanted = wanted(element, method, annotation, name);
    if (!wanted.isEmpty()) {
      String place = name + "#" + method.getSimpleName();
      String shown = isMethod ? place : place + ", parameter \"" + element.getSimpleName() + "\"";
      problems.add(
          Message.MISPLACED,
          signatures.origin(element, shown),
          annotation.substring(annotation.lastIndexOf('.') + 1),
          shown,
          wanted);
    }
  }

  /** A component carries {@code @As} for whoever splits the record, and so does its constructor. */
  private static boolean isOfRecord(Element element) {
    Element around = element.getEnclosingElement();
    return (around.getKind() == ElementKind.RECORD && element.getKind() != ElementKind.METHOD)
        || (around.getKind() == ElementKind.CONSTRUCTOR
            && around.getEnclosingElement().getKind() == ElementKind.RECORD);
  }

  /** Returns where the annotation would stand, or the empty text where it stands right. */
  private static String wanted(Element element, Element method, String annotation, String owner) {
    boolean isNested = Annotations.has(method, Annotations.NESTED);
    boolean isAlone =
        method instanceof ExecutableElement executable && BatchReader.isAlone(executable);
    boolean isNode = isAlone || Annotations.has(method, Annotations.NODE);
    boolean isTwin = !isNode && Annotations.has(method, Annotations.BATCH);
    String fit =
        switch (annotation) {
          case Annotations.NESTED ->
              !Annotations.has(method.getEnclosingElement(), Annotations.PIPELINE)
                  ? owner + " is no interface with @Pipeline"
                  : method.getModifiers().contains(Modifier.ABSTRACT)
                      ? ""
                      : "a nested use is a method without a body";
          case Annotations.EACH ->
              isNested || isAlone ? "" : "it stands on a parameter of a @Nested method";
          case Annotations.AS -> isNested ? "" : "it stands on a parameter of a @Nested method";
          case Annotations.IN ->
              isAlone && Annotations.has(element, Annotations.EACH)
                  ? "@Each names the item, as in @Each(\"word\")"
                  : isNode ? "" : "it stands on a parameter of a @Node method";
          case Annotations.INPUT ->
              isNode || isNested ? "" : "it stands on a parameter of a @Node method";
          case Annotations.DEFAULT -> isNode ? "" : "it stands on a parameter of a @Node method";
          case Annotations.SPLIT ->
              isNode || isNested ? "" : "it stands on a @Node or @Nested method";
          default -> isNode ? "" : "it stands on a @Node method";
        };
    boolean saysTheNode = isTwin && !annotation.equals(Annotations.NESTED);
    return !fit.isEmpty() && saysTheNode ? fit + ", and a twin has what its node says" : fit;
  }
}
