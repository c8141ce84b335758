package dev.millrace.benchmarks.five;

import com.google.common.util.concurrent.Futures;
import dev.millrace.benchmarks.Pekko;
import dev.millrace.runtime.RunObserver;
import io.reactivex.rxjava3.core.Flowable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import reactor.core.publisher.Flux;

/** The five nodes for each of ten thousand values, by value. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MapBenchmark {
  private static final int ITEMS = 10_000;

  private final List<Long> seeds = LongStream.range(0, ITEMS).boxed().toList();
  private Five_ManyPipeline pipeline;
  private Five_ManyPipeline counted;
  private final Counts counts = new Counts();
  private Five_ManyPipeline.Inputs inputs;

  @Setup
  public void open() {
    pipeline = Five_ManyPipeline.builder().build();
    counted = Five_ManyPipeline.builder().listener(run -> counts).build();
    inputs = Five_ManyPipeline.inputs().seeds(seeds);
  }

  @TearDown
  public void close() {
    pipeline.close();
    counted.close();
  }

  private static long one(long seed) {
    long a = FiveNodes.a(seed);
    long b = FiveNodes.b(a);
    long c = FiveNodes.c(a);
    long d = FiveNodes.d(b, c);
    return FiveNodes.e(d);
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public Object hand() {
    List<Long> results = new ArrayList<>(seeds.size());
    for (long seed : seeds) {
      results.add(one(seed));
    }
    return results;
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public Object millrace() {
    return pipeline.all(inputs);
  }

  /** With failures as values. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public Object millraceSoft() {
    return pipeline.allOrFailures(inputs);
  }

  /** With failures as values, and every node's items and time told to a listener. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public Object millraceSoftCounted() {
    return counted.allOrFailures(inputs);
  }

  /** What has been computed, and in what time. */
  private static final class Counts implements RunObserver {
    private long items;
    private long nanos;

    @Override
    public void nodeFinished(String node, long items, Duration elapsed) {
      this.items += items;
      this.nanos += elapsed.toNanos();
    }
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public Object stream() {
    return seeds.stream().map(MapBenchmark::one).toList();
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public Object completableFuture() {
    List<CompletableFuture<Long>> futures = new ArrayList<>(seeds.size());
    for (Long seed : seeds) {
      CompletableFuture<Long> a = CompletableFuture.completedFuture(seed).thenApply(FiveNodes::a);
      futures.add(
          a.thenApply(FiveNodes::b)
              .thenCombine(a.thenApply(FiveNodes::c), FiveNodes::d)
              .thenApply(FiveNodes::e));
    }
    return futures.stream().map(CompletableFuture::join).toList();
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public Object reactor() {
    return Flux.fromIterable(seeds)
        .map(FiveNodes::a)
        .map(a -> FiveNodes.d(FiveNodes.b(a), FiveNodes.c(a)))
        .map(FiveNodes::e)
        .collectList()
        .block();
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public Object rxJava() {
    return Flowable.fromIterable(seeds)
        .map(FiveNodes::a)
        .map(a -> FiveNodes.d(FiveNodes.b(a), FiveNodes.c(a)))
        .map(FiveNodes::e)
        .toList()
        .blockingGet();
  }

  /** A component for each value. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public Object daggerProducers() throws ExecutionException {
    FiveProducers.Factory factory = DaggerFiveProducers.factory();
    List<Long> results = new ArrayList<>(seeds.size());
    for (Long seed : seeds) {
      results.add(Futures.getDone(factory.of(seed).e()));
    }
    return results;
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public Object pekko(PekkoState pekko) {
    return Pekko.await(
        Source.from(seeds)
            .map(FiveNodes::a)
            .map(a -> FiveNodes.d(FiveNodes.b(a), FiveNodes.c(a)))
            .map(FiveNodes::e)
            .runWith(Sink.seq(), pekko.system()));
  }
}
