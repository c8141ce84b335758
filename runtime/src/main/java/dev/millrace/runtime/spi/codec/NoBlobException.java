package dev.millrace.runtime.spi.codec;

/** Says that a value cannot be written down, and why. It is a result like any other. */
public abstract sealed class NoBlobException extends RuntimeException
    permits BlobTooLargeException, UnwritableValueException {
  private static final long serialVersionUID = 1L;

  NoBlobException(String message) {
    super(message);
  }
}
