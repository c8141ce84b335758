package dev.millrace.runtime.spi.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A codec of a sealed type: which of its types a value is of, and then as that writes it. Schema:
 * {@code t.Shape{t.Circle(radius: double), t.Square(side: double)}}.
 *
 * @param <T> the sealed type
 */
public abstract non-sealed class OneOfCodec<T> extends TypeCodec<T> {
  private @Nullable List<Codec<? extends T>> all;

  /**
   * @param type the sealed type, with its arguments
   */
  protected OneOfCodec(String type) {
    super(type);
  }

  /** Returns the codecs of the types that a value may be of: a list that nobody changes. */
  protected abstract List<Codec<? extends T>> parts();

  /** Returns which of them a value is of, from 0; -1 if of none. */
  protected abstract int partOf(T value);

  /** Whoever is first: all would find the same. */
  private List<Codec<? extends T>> all() {
    List<Codec<? extends T>> found = all;
    if (found == null) {
      found = parts();
      all = found;
    }
    return found;
  }

  @Override
  final Form form() {
    return new Form(type(), type() + "{", List.of(), "}", true, all());
  }

  @Override
  final void put(BlobOut out, T value) {
    int part = partOf(value);
    if (part < 0) {
      throw new UnwritableValueException(
          value.getClass().getName()
              + " was none of the types of "
              + type()
              + " when its codec was generated; compile the pipeline again");
    }
    out.size(part);
    write(all().get(part), out, value);
  }

  @SuppressWarnings("unchecked") // the value is of that part's type
  private static <P> void write(Codec<P> codec, BlobOut out, Object value) {
    codec.write(out, (P) value);
  }

  @Override
  final T take(BlobIn in) {
    List<Codec<? extends T>> parts = all();
    int part = in.size();
    if (part >= parts.size()) {
      throw new DamagedBlobException(type() + " has no type " + part);
    }
    return parts.get(part).read(in);
  }
}
