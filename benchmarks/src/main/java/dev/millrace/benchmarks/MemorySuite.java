package dev.millrace.benchmarks;

import dev.millrace.benchmarks.memory.AllocationBenchmark;
import dev.millrace.benchmarks.memory.ReadBenchmark;
import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What slabs cost to make, to read and to keep, beside arrays and lists on the heap. */
final class MemorySuite implements Suite {
  private static final int COUNT = 1000;
  private static final int DIM = 384;

  /** What was built last: it must have been built. */
  private Object built = List.of();

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String about() {
    return "slabs made, pooled, read and kept, beside Chronicle's buffers, arrays and lists";
  }

  @Override
  public List<Metric> run(boolean quick) throws Exception {
    List<Metric> metrics = new ArrayList<>();
    double lists = heap(MemorySuite::boxed);
    metrics.add(Metric.of("1,000 embeddings in a slab, heap", heap(MemorySuite::slab), "B"));
    metrics.add(Metric.of("1,000 float[384], heap", heap(MemorySuite::arrays), "B"));
    metrics.add(Metric.of("1,000 List<Float>, heap", lists, "B"));
    Jmh.scores(AllocationBenchmark.class, quick)
        .forEach(
            (name, score) -> {
              metrics.add(Metric.of(name + ", 256 x 384", score.time(), "us"));
              metrics.add(Metric.of(name + ", heap", Math.round(score.bytes()), "B"));
            });
    Jmh.scores(ReadBenchmark.class, quick)
        .forEach((name, score) -> metrics.add(Metric.of("read " + name, score.time(), "ns")));
    return metrics;
  }

  private double heap(Supplier<Object> vectors) {
    return Allocation.of(() -> built = vectors.get());
  }

  private static Object slab() {
    Slab slab = Slab.allocate(COUNT, DIM);
    Embedding[] handles = new Embedding[COUNT];
    for (int row = 0; row < COUNT; row++) {
      handles[row] = slab.row(row);
    }
    return handles;
  }

  private static Object arrays() {
    return new float[COUNT][DIM];
  }

  private static Object boxed() {
    List<?>[] lists = new List<?>[COUNT];
    for (int row = 0; row < COUNT; row++) {
      List<Float> numbers = new ArrayList<>(DIM);
      for (int column = 0; column < DIM; column++) {
        numbers.add(row + column / 1000f);
      }
      lists[row] = numbers;
    }
    return lists;
  }
}
