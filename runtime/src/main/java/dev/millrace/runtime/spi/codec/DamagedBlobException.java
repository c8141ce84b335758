package dev.millrace.runtime.spi.codec;

/** Says that some bytes are no value of the type that was to be read from them. */
public final class DamagedBlobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedBlobException(String message) {
    super(message);
  }
}
