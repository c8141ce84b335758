package dev.millrace.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Says that an output has no variant for the value that chooses among them: the sealed type or the
 * enum has grown since the pipeline was compiled, or the value is null.
 */
public final class UnknownVariantException extends MillraceException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param output the output that has variants
   * @param selector the input that chooses
   * @param value what it was: an enum's constant, an object whose class chooses, or null
   */
  public UnknownVariantException(String output, String selector, @Nullable Object value) {
    super(
        "\""
            + output
            + "\" has no variant for \""
            + selector
            + "\" = "
            + seen(value)
            + mend(value));
  }

  private static String seen(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    return value instanceof Enum<?> constant
        ? constant.getDeclaringClass().getName() + "." + constant.name()
        : "a " + value.getClass().getName();
  }

  private static String mend(@Nullable Object value) {
    return value == null
        ? "; give it a value, for it chooses what runs"
        : ", which was not there when the pipeline was compiled; compile the pipeline again";
  }
}
