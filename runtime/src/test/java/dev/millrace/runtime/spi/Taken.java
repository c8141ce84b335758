package dev.millrace.runtime.spi;

import org.jspecify.annotations.Nullable;

/** The digest of a value. */
record Taken(long high, long low) {

  static <T extends @Nullable Object> Taken of(T value, KeyEncoder<? super T> encoder) {
    KeySink sink = new KeySink();
    sink.take("value", value, encoder);
    return new Taken(sink.high(), sink.low());
  }
}
