package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import dev.millrace.runtime.spi.codec.Codec;
import dev.millrace.runtime.spi.codec.Codecs;
import dev.millrace.runtime.spi.codec.DamagedBlobException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A value written down, which may be null whatever its codec. */
final class Envelope {
  private Envelope() {}

  /** Returns the bytes of a value. What the codec throws is thrown. */
  static <T> ByteBuffer seal(Codec<T> codec, @Nullable T value) {
    BlobOut out = new BlobOut();
    Codecs.nullable(codec).write(out, value);
    return out.finish();
  }

  /**
   * Returns the value.
   *
   * @throws DamagedBlobException if there is none; what else the codec throws is thrown
   */
  static <T> @Nullable T open(Codec<T> codec, ByteBuffer bytes) {
    BlobIn in = new BlobIn(bytes);
    @Nullable T value = Codecs.nullable(codec).read(in);
    in.end();
    return value;
  }
}
