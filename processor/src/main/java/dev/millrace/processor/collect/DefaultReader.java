package dev.millrace.processor.collect;

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
    List<String> constants = signatures.types().enumConstants(type.nonNull());
    if (!constants.isEmpty()) {
      if (!constants.contains(text)) {
        report(
            parameter,
            annotation,
            display,
            text,
            type + "; it has " + String.join(", ", constants));
      }
    } else if (!isLiteral(type.nonNull(), text)) {
      report(
          parameter,
          annotation,
          display,
          text,
          type
              + (isLiteral(type.nonNull())
                  ? ""
                  : "; a default is a number, a boolean, a char, a String or an enum's constant"));
    }
    return Optional.of(text);
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

  private static boolean isLiteral(TypeRef type) {
    return type.toString().equals("String") || unboxed(type) != null;
  }

  private static boolean isLiteral(TypeRef type, String text) {
    if (type.qualified().equals("java.lang.String")) {
      return true;
    }
    TypeRef.Primitive primitive = unboxed(type);
    if (primitive == null) {
      return false;
    }
    try {
      switch (primitive) {
        case BYTE -> Byte.parseByte(text);
        case SHORT -> Short.parseShort(text);
        case INT -> Integer.parseInt(text);
        case LONG -> Long.parseLong(text);
        case FLOAT -> {
          return isDecimal(text) && Float.isFinite(Float.parseFloat(text));
        }
        case DOUBLE -> {
          return isDecimal(text) && Double.isFinite(Double.parseDouble(text));
        }
        case BOOLEAN -> {
          return text.equals("true") || text.equals("false");
        }
        case CHAR -> {
          return text.length() == 1;
        }
        case VOID -> {
          return false;
        }
      }
    } catch (NumberFormatException notANumber) {
      return false;
    }
    return true;
  }

  /** Hexadecimal, suffixes and blanks, which the parsers take, are not written in source so. */
  private static boolean isDecimal(String text) {
    return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  }

  private static TypeRef.@org.jspecify.annotations.Nullable Primitive unboxed(TypeRef type) {
    for (TypeRef.Primitive primitive : TypeRef.Primitive.values()) {
      if (type == primitive || type.equals(primitive.boxed())) {
        return primitive;
      }
    }
    return null;
  }
}
