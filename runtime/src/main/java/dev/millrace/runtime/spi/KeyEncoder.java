package dev.millrace.runtime.spi;

import org.jspecify.annotations.Nullable;

/** Writes values of a type into a key: equal ones the same bytes, others never the same. */
@FunctionalInterface
public interface KeyEncoder<T extends @Nullable Object> {

  /**
   * Writes a value; null is one.
   *
   * @throws dev.millrace.runtime.NoKeyException if it has no key after all
   */
  void encode(@Nullable T value, KeySink sink);
}
