package dev.millrace.runtime.spi.codec;

import org.jspecify.annotations.Nullable;

/** Says that a value has no bytes: it is null, too deep, or not told by what can be written. */
public final class UnwritableValueException extends NoBlobException {
  private static final long serialVersionUID = 1L;

  UnwritableValueException(String message) {
    super(message);
  }

  /** Makes it, with why a value cannot be stored. */
  public UnwritableValueException(String message, Throwable cause) {
    super(message);
    initCause(cause);
  }

  static void unlessNull(@Nullable Object value, String type) {
    if (value == null) {
      throw new UnwritableValueException(
          "a value of type "
              + type
              + " is null, and is not stored; where it may be null, let its type say @Nullable");
    }
  }
}
