package dev.millrace.runtime.spi.codec;

/** Says that a value takes more bytes than a blob can have. It is a result like any other. */
public final class BlobTooLargeException extends NoBlobException {
  private static final long serialVersionUID = 1L;

  /** The most bytes of a blob. */
  static final int MOST = Integer.MAX_VALUE - 64;

  BlobTooLargeException(long bytes) {
    super("a value of " + bytes + " bytes or more is not stored; " + MOST + " are the most");
  }
}
