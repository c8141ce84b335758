package dev.millrace.benchmarks.cached;

import dev.millrace.runtime.Cache;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs of the pipeline of items with one cache, or without. */
public final class Caches implements AutoCloseable {
  private final ItemsPipeline pipeline;
  private final boolean isDiamond;
  private final int length;
  private int scale;

  /**
   * @param cache null for none
   * @param length how often the last node of a row repeats its 20 characters
   */
  public Caches(@Nullable Cache cache, boolean isDiamond, int length) {
    ItemsPipeline.Builder builder = ItemsPipeline.builder();
    this.pipeline = cache == null ? builder.build() : builder.cache(cache.storeAll()).build();
    this.isDiamond = isDiamond;
    this.length = length;
  }

  /** Returns so many texts of 16 characters, the first of a number. */
  public static List<String> texts(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(i -> String.format("%016d", i)).toList();
  }

  /** Returns the texts with every hundredth another, from a number on. */
  public static List<String> changed(List<String> texts, int from) {
    List<String> changed = new ArrayList<>(texts);
    for (int i = 0; i < changed.size(); i += 100) {
      changed.set(i, String.format("%016d", from + i));
    }
    return changed;
  }

  /** Computes the last node of all texts. */
  public List<String> run(List<String> texts) {
    ItemsPipeline.Inputs inputs = ItemsPipeline.given().texts(texts).scale(scale).length(length);
    return isDiamond ? pipeline.diamond(inputs) : pipeline.chain(inputs);
  }

  /** Returns how many of the texts would not be computed. */
  public long found(List<String> texts) {
    ItemsPipeline.Inputs inputs = ItemsPipeline.given().texts(texts).scale(scale).length(length);
    return pipeline.explain(inputs).of(isDiamond ? "diamond.joined" : "chain.scaled").hits();
  }

  /** From now on the last node is given something else. */
  public Caches nextScale() {
    scale++;
    return this;
  }

  @Override
  public void close() {
    pipeline.close();
  }
}
