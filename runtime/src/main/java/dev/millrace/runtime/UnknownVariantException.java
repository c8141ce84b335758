package dev.millrace.runtime;

/**
 * Says that an output has no variant for the value that chooses among them: the sealed type or the
 * enum has grown since the pipeline was compiled.
 */
public final class UnknownVariantException extends MillraceException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param output the output that has variants
   * @param selector the input that chooses
   * @param value what it was: an enum's constant, or an object whose class chooses
   */
  public UnknownVariantException(String output, String selector, Object value) {
    super(
        "\""
            + output
            + "\" has no variant for \""
            + selector
            + "\" = "
            + seen(value)
            + ", which was not there when the pipeline was compiled; compile the pipeline again");
  }

  private static String seen(Object value) {
    return value instanceof Enum<?> constant
        ? constant.getDeclaringClass().getName() + "." + constant.name()
        : "a " + value.getClass().getName();
  }
}
