package dev.millrace.runtime.spi.codec;

import org.jspecify.annotations.Nullable;

/**
 * Writes values of a type and reads them back: equal, and of the same bits. Safe to use from many
 * threads.
 *
 * @param <T> the type
 */
public interface Codec<T extends @Nullable Object> {

  /**
   * Writes a value.
   *
   * @throws NoBlobException if it cannot be written down
   */
  void write(BlobOut out, T value);

  /**
   * Reads the value that was written there.
   *
   * @throws DamagedBlobException if there is none
   */
  T read(BlobIn in);

  /**
   * Returns what is written, in words: codecs with the same schema read each other's values. It is
   * put together each time.
   */
  String schema();

  /** Returns whether nobody can change what is read, nor anything in it. */
  boolean isImmutable();
}
