package dev.millrace.runtime.spi.codec;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A codec that is put together from its two halves. */
record Written<T extends @Nullable Object>(
    String schema,
    boolean isImmutable,
    BiConsumer<BlobOut, T> write,
    Function<BlobIn, ? extends T> read)
    implements Codec<T> {

  @Override
  public void write(BlobOut out, T value) {
    write.accept(out, value);
  }

  @Override
  public T read(BlobIn in) {
    return read.apply(in);
  }
}
