package dev.millrace.runtime.spi.codec;

import org.jspecify.annotations.Nullable;

/** Says that a value cannot be written down, and why. It is a result like any other. */
public sealed class NoBlobException extends RuntimeException permits BlobTooLargeException {
  private static final long serialVersionUID = 1L;

  NoBlobException(String message) {
    super(message);
  }

  /** Makes it, with why a value cannot be stored. */
  public NoBlobException(String message, Throwable cause) {
    super(message, cause);
  }

  static void unlessNull(@Nullable Object value, String type) {
    if (value == null) {
      throw new NoBlobException(
          "a value of type "
              + type
              + " is null, and is not stored; where it may be null, let its type say @Nullable");
    }
  }
}
