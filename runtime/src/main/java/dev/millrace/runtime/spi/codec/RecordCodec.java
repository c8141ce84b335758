package dev.millrace.runtime.spi.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A codec of a record: its components, one after the other, of which any may be null that is no
 * primitive. Where the constructor refuses what was read, that is damage. Schema: {@code
 * t.Word(text: String, count: int)}.
 *
 * @param <T> the record
 */
public abstract non-sealed class RecordCodec<T> extends TypeCodec<T> {
  private final List<String> components;

  /**
   * @param type the record, with its arguments
   * @param components the components' names, with a question mark behind that of a boxed number
   */
  protected RecordCodec(String type, String... components) {
    super(type);
    this.components = List.of(components);
  }

  /** Returns the codecs of the components, in their order. */
  protected abstract List<Codec<?>> parts();

  /** Writes the components. */
  protected abstract void writeParts(BlobOut out, T value);

  /** Reads the components, and makes a record of them. */
  protected abstract T readParts(BlobIn in);

  /** Writes a component that is an object. */
  protected static <P> void write(BlobOut out, Codec<P> codec, @Nullable P part) {
    out.i8(part == null ? 0 : 1);
    if (part != null) {
      codec.write(out, part);
    }
  }

  /** Reads a component that is an object; null where it was null, whatever its type says. */
  @SuppressWarnings("NullAway")
  protected static <P> P read(BlobIn in, Codec<P> codec) {
    return Codecs.bool(in) ? codec.read(in) : null;
  }

  @Override
  final Form form() {
    return new Form(type(), type() + "(", components, ")", true, parts());
  }

  /** A value takes a byte at least: so many of them are there as the bytes have room for. */
  @Override
  final void put(BlobOut out, T value) {
    if (components.isEmpty()) {
      out.i8(0);
    }
    writeParts(out, value);
  }

  @Override
  final T take(BlobIn in) {
    if (components.isEmpty() && in.i8() != 0) {
      throw new DamagedBlobException(type() + " has nothing in it");
    }
    return readParts(in);
  }
}
