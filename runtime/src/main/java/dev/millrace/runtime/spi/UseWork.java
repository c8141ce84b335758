package dev.millrace.runtime.spi;

import dev.millrace.runtime.spi.codec.Codec;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A nested use, as far as the cache is concerned.
 *
 * @param works what it computes
 * @param shape how lists are combined that it maps over, and what comes of the results; empty where
 *     it maps nothing
 * @param reads for each value that it is given, the place of that outside
 * @param codec what writes its result; null if that is not kept as a whole
 * @param encoder what takes its result into keys; null if that cannot be
 */
public record UseWork(
    String name,
    Works works,
    String shape,
    List<Integer> reads,
    @Nullable Codec<?> codec,
    @Nullable KeyEncoder<?> encoder)
    implements Work {
  public UseWork {
    reads = List.copyOf(reads);
  }

  /** Returns the same that is given these. */
  public UseWork reads(int... places) {
    List<Integer> all = IntStream.of(places).boxed().toList();
    return new UseWork(name, works, shape, all, codec, encoder);
  }

  /** Returns the same whose result is written by a codec. */
  public UseWork stored(Codec<?> codec) {
    return new UseWork(name, works, shape, reads, codec, encoder);
  }

  /** Returns the same whose result has a place in keys. */
  public <T extends @Nullable Object> UseWork keyed(KeyEncoder<T> encoder) {
    return new UseWork(name, works, shape, reads, codec, encoder);
  }

  boolean isMapped() {
    return !shape.isEmpty();
  }
}
