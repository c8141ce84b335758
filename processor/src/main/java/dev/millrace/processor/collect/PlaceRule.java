package dev.millrace.processor.collect;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import javax.lang.model.element.AnnotationMirror;
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

  /** Checks an annotation, and returns whether it stands right. */
  boolean check(Element element, String annotation) {
    if (isOfRecord(element)) {
      return true;
    }
    boolean isMethod = element.getKind() == ElementKind.METHOD;
    Element method = isMethod ? element : element.getEnclosingElement();
    Element owner = method.getEnclosingElement();
    String name = TypeReader.classRef((TypeElement) owner).nestedName();
    String wanted = wanted(element, method, annotation, name);
    if (!wanted.isEmpty()) {
      String place =
          method.getKind() == ElementKind.CONSTRUCTOR
              ? name + "'s constructor"
              : name + "#" + method.getSimpleName();
      String shown = isMethod ? place : place + ", parameter \"" + element.getSimpleName() + "\"";
      problems.add(
          Message.MISPLACED,
          signatures.origin(element, shown),
          annotation.substring(annotation.lastIndexOf('.') + 1),
          shown,
          wanted);
    }
    return wanted.isEmpty();
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
          case Annotations.IN -> in(element, isAlone, isNode || isOfResource(method));
          case Annotations.BY_NAME, Annotations.BY_CONTENT ->
              isNode || isOfResource(method)
                  ? ""
                  : "it stands on a parameter of a @Node method, of the constructor of a @Stateful"
                      + " class, or on a record's component";
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

  private static String in(Element parameter, boolean isAlone, boolean fits) {
    AnnotationMirror in = Annotations.find(parameter, Annotations.IN);
    boolean wires = in != null && Annotations.value(in, "value") != null;
    if (wires && isAlone && Annotations.has(parameter, Annotations.EACH)) {
      return "@Each names the item, as in @Each(\"word\")";
    }
    if (!fits) {
      return "it stands on a parameter of a @Node method";
    }
    if (wires && KeyingReader.isOfConstructor(parameter)) {
      return "a constructor's argument is given and not wired; say only what it is in keys, as in"
          + " @In(key = KeyPolicy.IGNORE)";
    }
    return wires || (in != null && Annotations.value(in, "key") != null)
        ? ""
        : "name what it reads, as in @In(\"other\"), or say what it is in keys, as in"
            + " @In(key = KeyPolicy.IGNORE)";
  }

  /** Whether a constructor opens a resource. */
  private static boolean isOfResource(Element method) {
    return method.getKind() == ElementKind.CONSTRUCTOR
        && Annotations.has(method.getEnclosingElement(), Annotations.STATEFUL);
  }
}
