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
 * @param unstored why its result cannot be kept as a whole; empty if it can
 */
public record UseWork(
    String name,
    Works works,
    String shape,
    List<Integer> reads,
    @Nullable Codec<?> codec,
    @Nullable KeyEncoder<?> encoder,
    String unstored)
    implements Work {
  public UseWork {
    reads = List.copyOf(reads);
  }

  /** Returns the same that is given these. */
  public UseWork reads(int... places) {
    List<Integer> all = IntStream.of(places).boxed().toList();
    return new UseWork(name, works, shape, all, codec, encoder, unstored);
  }

  /** Returns the same whose result is written by a codec. */
  public UseWork stored(Codec<?> codec) {
    return new UseWork(name, works, shape, reads, codec, encoder, unstored);
  }

  /** Returns the same whose result has a place in keys. */
  public <T extends @Nullable Object> UseWork keyed(KeyEncoder<T> encoder) {
    return new UseWork(name, works, shape, reads, codec, encoder, unstored);
  }

  /** Returns the same whose result cannot be kept, for a reason. */
  public UseWork unstored(String why) {
    return new UseWork(name, works, shape, reads, null, encoder, why);
  }

  boolean isMapped() {
    return !shape.isEmpty();
  }

  /** Returns whether it combines each element of a list with each of another. */
  boolean isProduct() {
    return shape.startsWith("product");
  }

  /** Returns whether its result is a list of one value for each item; a failure is none. */
  boolean isByRow() {
    return shape.equals("zip");
  }
}
