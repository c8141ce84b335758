package dev.millrace.processor.collect;

import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.Literal;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.VariableElement;

/** Reads {@code @Default}, and checks that the text is a value of the parameter's type. */
final class DefaultReader {
  private final SignatureReader signatures;
  private final Problems problems;

  DefaultReader(SignatureReader signatures, Problems problems) {
    this.signatures = signatures;
    this.problems = problems;
  }

  /** Returns the text, if there is one; reports it where it is no value of the type. */
  Optional<String> read(VariableElement parameter, TypeRef type, String display) {
    AnnotationMirror annotation = Annotations.find(parameter, Annotations.DEFAULT);
    if (annotation == null) {
      return Optional.empty();
    }
    String text = Annotations.string(annotation, "value");
    List<String> constants = signatures.types().enumConstants(type);
    if (!constants.isEmpty()) {
      if (!constants.contains(text)) {
        report(
            parameter,
            annotation,
            display,
            text,
            type + "; it has " + String.join(", ", constants));
      }
    } else if (!Literal.isOf(type, text)) {
      report(parameter, annotation, display, text, type + hint(type));
    }
    return Optional.of(text);
  }

  private static String hint(TypeRef type) {
    if (Literal.isPossible(type)) {
      return "";
    }
    return type.isNullable() || type.argumentOf(KnownTypes.OPTIONAL) != null
        ? "; what may be left out has no default: drop one of the two"
        : "; a default is a number, a boolean, a char, a String or an enum's constant";
  }

  private void report(
      VariableElement parameter,
      AnnotationMirror annotation,
      String display,
      String text,
      String type) {
    problems.add(
        Message.DEFAULT_INVALID,
        signatures.origin(parameter, annotation, null, display),
        display,
        text,
        type);
  }
}
