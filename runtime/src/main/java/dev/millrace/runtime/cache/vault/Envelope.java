package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import dev.millrace.runtime.spi.codec.Codec;
import dev.millrace.runtime.spi.codec.DamagedBlobException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A value written down: a byte that says whether it is null, and the value if it is not. */
final class Envelope {
  private static final int NULL = 0;
  private static final int VALUE = 1;

  private Envelope() {}

  /** Returns the bytes of a value. What the codec throws is thrown. */
  static <T extends @Nullable Object> ByteBuffer seal(Codec<T> codec, @Nullable T value) {
    BlobOut out = new BlobOut();
    if (value == null) {
      out.i8(NULL);
    } else {
      out.i8(VALUE);
      codec.write(out, value);
    }
    return out.finish();
  }

  /**
   * Returns the value.
   *
   * @throws DamagedBlobException if there is none; what else the codec throws is thrown
   */
  static <T extends @Nullable Object> @Nullable T open(Codec<T> codec, ByteBuffer bytes) {
    BlobIn in = new BlobIn(bytes);
    @Nullable T value = in.i8() == NULL ? null : codec.read(in);
    in.end();
    return value;
  }
}
