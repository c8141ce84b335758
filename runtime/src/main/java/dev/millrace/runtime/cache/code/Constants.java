package dev.millrace.runtime.cache.code;

/** Writes constants so that equal tokens mean the same value of the same type. */
final class Constants {
  private Constants() {}

  static void write(Object value, Tokens tokens) {
    tokens.text(value.getClass().getSimpleName());
    if (value instanceof Float number) {
      tokens.number(Float.floatToRawIntBits(number));
    } else if (value instanceof Double number) {
      tokens.number(Double.doubleToRawLongBits(number));
    } else if (value instanceof String text) {
      tokens.text(text);
    } else if (value instanceof Number number) {
      tokens.number(number.longValue());
    } else {
      throw new IllegalStateException("a constant nobody knows: " + value.getClass());
    }
  }
}
