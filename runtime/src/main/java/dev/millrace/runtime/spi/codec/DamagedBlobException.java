package dev.millrace.runtime.spi.codec;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says that some bytes are no value of the type that was to be read from them. */
public final class DamagedBlobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes it, with what is wrong with the bytes. */
  public DamagedBlobException(String message) {
    super(message);
  }

  private DamagedBlobException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Reads a value. What its class refuses cannot be what was written. */
  static <T extends @Nullable Object> T unless(
      Codec<?> codec, BlobIn in, Function<BlobIn, ? extends T> read) {
    try {
      return read.apply(in);
    } catch (DamagedBlobException damaged) {
      throw damaged;
    } catch (RuntimeException | AssertionError refused) {
      String type = codec instanceof TypeCodec<?> known ? known.type() : codec.schema();
      throw new DamagedBlobException("what was read is no " + type + ": " + refused, refused);
    }
  }
}
