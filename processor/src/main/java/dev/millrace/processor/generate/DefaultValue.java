package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.millrace.processor.model.Literal;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.ExecutionPlan;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Writes an input's default as an expression of its type. */
final class DefaultValue {
  private DefaultValue() {}

  static CodeBlock of(ExecutionPlan.Input input) {
    String text = input.defaultValue().orElseThrow();
    if (input.isEnum()) {
      return CodeBlock.of("$T.$N", Types.name(input.type()), text);
    }
    TypeRef.Primitive primitive = Literal.primitive(input.type());
    return primitive == null
        ? CodeBlock.of("$L", quoted(text, '"', c -> c < 127))
        : literal(primitive, text);
  }

  private static CodeBlock literal(TypeRef.Primitive type, String text) {
    return switch (type) {
      case BYTE, SHORT -> CodeBlock.of("($T) $L", Types.name(type), Integer.parseInt(text));
      case INT -> CodeBlock.of("$L", Integer.parseInt(text));
      case LONG -> CodeBlock.of("$LL", Long.parseLong(text));
      case FLOAT -> CodeBlock.of("$Lf", Float.parseFloat(text));
      case DOUBLE -> CodeBlock.of("$Ld", Double.parseDouble(text));
      case CHAR -> CodeBlock.of("$L", quoted(text, '\'', c -> c < 127));
      case BOOLEAN, VOID -> CodeBlock.of("$L", text);
    };
  }

  /** Returns the value as a reader would write it. */
  static String shown(ExecutionPlan.Input input) {
    String text = input.defaultValue().orElseThrow();
    TypeRef.Primitive primitive = Literal.primitive(input.type());
    if (primitive == TypeRef.Primitive.CHAR) {
      return quoted(text, '\'', DefaultValue::isShown);
    }
    return primitive != null || input.isEnum() ? text : quoted(text, '"', DefaultValue::isShown);
  }

  /** What ends a line anywhere is shown by its number: text is written line by line. */
  private static boolean isShown(int c) {
    int type = Character.getType(c);
    return !Character.isISOControl(c)
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  /** Returns the value for a comment; nothing where it could end the comment, or say another. */
  static Optional<String> commented(ExecutionPlan.Input input) {
    return Optional.of(shown(input)).filter(shown -> shown.matches("[\\w .,;:+'\"-]*"));
  }

  /**
   * Returns a text in quotes.
   *
   * @param plain what may stand as it is: in source, that depends on the encoding
   */
  private static String quoted(String text, char quote, IntPredicate plain) {
    StringBuilder quoted = new StringBuilder().append(quote);
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\\' -> quoted.append("\\\\");
        default -> {
          if (c == quote) {
            quoted.append('\\').append(c);
          } else if (c >= ' ' && plain.test(c)) {
            quoted.append(c);
          } else {
            quoted.append(String.format("\\u%04x", (int) c));
          }
        }
      }
    }
    return quoted.append(quote).toString();
  }
}
