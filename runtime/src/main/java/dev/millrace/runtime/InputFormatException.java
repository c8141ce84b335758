package dev.millrace.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Says that an untyped value which was to become a record cannot: where, what is there, and why.
 */
public final class InputFormatException extends MillraceException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String value;
  private final String expected;

  /**
   * Makes the exception.
   *
   * @param type the record's name
   * @param path where the fault is, as {@code $[3].meta.year}; {@code $} is the whole value
   * @param value what is there, as a person reads it, possibly cut
   * @param expected what was expected there, and what to do
   */
  public InputFormatException(
      String type, String path, String value, String expected, @Nullable Throwable cause) {
    super("no " + type + ": " + path + " is " + value + "; expected " + expected);
    this.path = path;
    this.value = value;
    this.expected = expected;
    initCause(cause);
  }

  /** Returns where the fault is, as {@code $[3].meta.year}; {@code $} is the whole value. */
  public String path() {
    return path;
  }

  /**
   * Returns what is there, as a person reads it, possibly cut; {@code missing} where nothing is.
   */
  public String value() {
    return value;
  }

  /** Returns what was expected there. */
  public String expected() {
    return expected;
  }
}
