package dev.millrace.processor.collect;

import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;

/** A type that cannot be read, and why. */
final class UnreadableTypeException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final boolean raw;

  UnreadableTypeException(String type, boolean raw) {
    super(type, null, false, false);
    this.raw = raw;
  }

  /** Adds why the type of something cannot be read. */
  void report(Problems problems, ElementOrigin origin, String display) {
    problems.add(raw ? Message.RAW_TYPE : Message.TYPE_UNSUPPORTED, origin, display, getMessage());
  }
}
