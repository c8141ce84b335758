package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.ExecutionPlan;

/** Writes an input's default as an expression of its type. */
final class DefaultValue {
  private DefaultValue() {}

  static CodeBlock of(ExecutionPlan.Input input) {
    String text = input.defaultValue().orElseThrow();
    if (input.isEnum()) {
      return CodeBlock.of("$T.$N", Types.name(input.type()), text);
    }
    for (TypeRef.Primitive primitive : TypeRef.Primitive.values()) {
      if (input.type() == primitive || input.type().equals(primitive.boxed())) {
        return literal(primitive, text);
      }
    }
    return CodeBlock.of("$S", text);
  }

  private static CodeBlock literal(TypeRef.Primitive type, String text) {
    return switch (type) {
      case BYTE, SHORT -> CodeBlock.of("($T) $L", Types.name(type), Integer.parseInt(text));
      case INT -> CodeBlock.of("$L", Integer.parseInt(text));
      case LONG -> CodeBlock.of("$LL", Long.parseLong(text));
      case FLOAT -> CodeBlock.of("$Lf", Float.parseFloat(text));
      case DOUBLE -> CodeBlock.of("$Ld", Double.parseDouble(text));
      case CHAR -> CodeBlock.of("$L", character(text.charAt(0)));
      case BOOLEAN, VOID -> CodeBlock.of("$L", text);
    };
  }

  private static String character(char c) {
    boolean isPlain = c >= ' ' && c < 127 && c != '\'' && c != '\\';
    return isPlain ? "'" + c + "'" : String.format("'\\u%04x'", (int) c);
  }
}
