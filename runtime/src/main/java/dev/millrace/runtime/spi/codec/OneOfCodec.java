package dev.millrace.runtime.spi.codec;

import java.util.List;

/**
 * A codec of a sealed type: which of its types a value is of, and then as that writes it. Schema:
 * {@code t.Shape{t.Circle(radius: double), t.Square(side: double)}}.
 *
 * @param <T> the sealed type
 */
public abstract non-sealed class OneOfCodec<T> extends TypeCodec<T> {

  /**
   * @param type the sealed type, with its arguments
   */
  protected OneOfCodec(String type) {
    super(type);
  }

  /** Returns the codecs of the types that a value may be of; always in the same order. */
  protected abstract List<Codec<? extends T>> parts();

  /** Returns which of them a value is of, from 0; -1 if of none. */
  protected abstract int partOf(T value);

  @Override
  final Form form() {
    return new Form(type(), type() + "{", List.of(), "}", true, parts());
  }

  @Override
  final void put(BlobOut out, T value) {
    int part = partOf(value);
    if (part < 0) {
      throw new NoBlobException(
          value.getClass().getName()
              + " was none of the types of "
              + type()
              + " when its codec was generated; compile the pipeline again");
    }
    out.size(part);
    write(parts().get(part), out, value);
  }

  @SuppressWarnings("unchecked") // the value is of that part's type
  private static <P> void write(Codec<P> codec, BlobOut out, Object value) {
    codec.write(out, (P) value);
  }

  @Override
  final T take(BlobIn in) {
    List<Codec<? extends T>> parts = parts();
    int part = in.size();
    if (part >= parts.size()) {
      throw new DamagedBlobException(type() + " has no type " + part);
    }
    return parts.get(part).read(in);
  }
}
