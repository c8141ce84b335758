package dev.millrace.benchmarks.cached;

import dev.millrace.runtime.Cache;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Ten thousand items whose results are all in the heap: one operation is one item. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(FoundBenchmark.ITEMS)
public class FoundBenchmark {
  static final int ITEMS = 10_000;

  private final List<String> texts = Caches.texts(0, ITEMS);
  private Caches chain;
  private Caches diamond;

  @Setup
  public void fill() {
    chain = filled(false);
    diamond = filled(true);
  }

  private Caches filled(boolean isDiamond) {
    Caches caches = new Caches(Cache.inMemory(), isDiamond, 1);
    caches.run(texts);
    if (caches.found(texts) != ITEMS) {
      throw new IllegalStateException("the cache has not what was computed");
    }
    return caches;
  }

  @TearDown
  public void close() {
    chain.close();
    diamond.close();
  }

  @Benchmark
  public List<String> chain() {
    return chain.run(texts);
  }

  @Benchmark
  public List<String> diamond() {
    return diamond.run(texts);
  }
}
