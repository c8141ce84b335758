package dev.millrace.runtime.spi.codec;

/**
 * A codec of a class, put together from those of its parts; what is generated extends one of its
 * kinds. Values may hold others of their class, to a depth of 500.
 *
 * @param <T> the class
 */
public abstract sealed class TypeCodec<T> implements Codec<T> permits RecordCodec, OneOfCodec {
  /** How deep values may be nested: less than what any stack has room for. */
  static final int DEEPEST = 500;

  private final String type;
  private final Immutability immutability = new Immutability();

  TypeCodec(String type) {
    this.type = type;
  }

  /** Returns the class, with its arguments. */
  final String type() {
    return type;
  }

  abstract Form form();

  abstract void put(BlobOut out, T value);

  abstract T take(BlobIn in);

  @Override
  public final void write(BlobOut out, T value) {
    UnwritableValueException.unlessNull(value, type);
    out.enter(type);
    put(out, value);
    out.leave();
  }

  @Override
  public final T read(BlobIn in) {
    in.enter(type);
    T value = DamagedBlobException.unless(this, in, this::take);
    in.leave();
    return value;
  }

  @Override
  public final String schema() {
    return Form.schema(this);
  }

  @Override
  public final boolean isImmutable() {
    return immutability.of(this);
  }
}
