package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.cache.folder.Folders;
import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import dev.millrace.runtime.spi.codec.Codec;
import dev.millrace.runtime.spi.codec.Codecs;
import dev.millrace.runtime.spi.codec.DamagedBlobException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A value written down, which may be null whatever its codec. One that is a folder has no envelope:
 * its bytes say by themselves for which folder they stand, so that the store can tell.
 */
final class Envelope {
  private Envelope() {}

  /** Returns the bytes of a value. What the codec throws is thrown. */
  static <T> ByteBuffer seal(Codec<T> codec, @Nullable T value) {
    if (codec instanceof InFolder<T> folder && value != null) {
      return folder.put(value);
    }
    BlobOut out = new BlobOut();
    Codecs.nullable(codec).write(out, value);
    return out.finish();
  }

  /** Returns how much there is of a value that was sealed, with the folder it stands for. */
  static long size(Codec<?> codec, ByteBuffer bytes) {
    return bytes.remaining() + (codec instanceof InFolder<?> ? Folders.bytes(bytes) : 0);
  }

  /**
   * Returns the value.
   *
   * @throws DamagedBlobException if there is none; what else the codec throws is thrown
   */
  static <T> @Nullable T open(Codec<T> codec, ByteBuffer bytes) {
    if (codec instanceof InFolder<T> folder && Folders.digest(bytes) != null) {
      return folder.open(bytes);
    }
    BlobIn in = new BlobIn(bytes);
    @Nullable T value = Codecs.nullable(codec).read(in);
    in.end();
    return value;
  }
}
