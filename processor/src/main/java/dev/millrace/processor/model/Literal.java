package dev.millrace.processor.model;

import org.jspecify.annotations.Nullable;

/** The texts that stand for values of a type, as an annotation holds them. */
public final class Literal {
  private Literal() {}

  /** Returns whether the type has such texts: primitives, what boxes them, and strings. */
  public static boolean isPossible(TypeRef type) {
    return isString(type) || primitive(type) != null;
  }

  private static boolean isString(TypeRef type) {
    return type.qualified().equals("java.lang.String");
  }

  /** Returns the type itself, if it is primitive, or what it boxes; null for any other. */
  public static TypeRef.@Nullable Primitive primitive(TypeRef type) {
    for (TypeRef.Primitive primitive : TypeRef.Primitive.values()) {
      if (type == primitive || type.equals(primitive.boxed())) {
        return primitive;
      }
    }
    return null;
  }

  /** Returns whether a text stands for a value of the type. */
  public static boolean isOf(TypeRef type, String text) {
    TypeRef.Primitive primitive = primitive(type);
    if (primitive == null) {
      return isString(type);
    }
    try {
      return switch (primitive) {
        case BYTE -> Byte.valueOf(text) != null;
        case SHORT -> Short.valueOf(text) != null;
        case INT -> Integer.valueOf(text) != null;
        case LONG -> Long.valueOf(text) != null;
        case FLOAT -> isDecimal(text) && Float.isFinite(Float.parseFloat(text));
        case DOUBLE -> isDecimal(text) && Double.isFinite(Double.parseDouble(text));
        case BOOLEAN -> text.equals("true") || text.equals("false");
        case CHAR -> text.length() == 1;
        case VOID -> false;
      };
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  /** Hexadecimal, suffixes and blanks, which the parsers take, are not written in source so. */
  private static boolean isDecimal(String text) {
    return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  }
}
