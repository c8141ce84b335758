package dev.millrace.runtime.spi.codec;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A codec that is put together from its two halves. */
record Written<T extends @Nullable Object>(
    Form form,
    boolean takesNull,
    Immutability immutability,
    BiConsumer<BlobOut, T> write,
    Function<BlobIn, ? extends T> read)
    implements Codec<T> {

  Written(Form form, BiConsumer<BlobOut, T> write, Function<BlobIn, ? extends T> read) {
    this(form, false, new Immutability(), write, read);
  }

  @Override
  public void write(BlobOut out, T value) {
    if (value == null && !takesNull) {
      UnwritableValueException.unlessNull(value, schema());
    }
    write.accept(out, value);
  }

  @Override
  public T read(BlobIn in) {
    return DamagedBlobException.unless(this, in, read);
  }

  @Override
  public String schema() {
    return Form.schema(this);
  }

  @Override
  public boolean isImmutable() {
    return immutability.of(this);
  }
}
