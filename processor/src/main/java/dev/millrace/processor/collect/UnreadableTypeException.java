package dev.millrace.processor.collect;

/** A type that cannot be read, and why. */
final class UnreadableTypeException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  final transient boolean raw;

  UnreadableTypeException(String type, boolean raw) {
    super(type, null, false, false);
    this.raw = raw;
  }
}
