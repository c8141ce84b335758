package dev.millrace.benchmarks.five;

import io.reactivex.rxjava3.core.Single;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import reactor.core.publisher.Mono;

/** One run of the five nodes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RunBenchmark {
  private long seed = 1;
  private Five_OncePipeline pipeline;
  private Five_OncePipeline.Inputs inputs;

  @Setup
  public void open() {
    pipeline = Five_OncePipeline.builder().build();
    inputs = Five_OncePipeline.inputs().seed(seed);
  }

  @TearDown
  public void close() {
    pipeline.close();
  }

  @Benchmark
  public long hand() {
    long a = FiveNodes.a(seed);
    long b = FiveNodes.b(a);
    long c = FiveNodes.c(a);
    long d = FiveNodes.d(b, c);
    return FiveNodes.e(d);
  }

  /** As generated code is called: the inputs are there, and an output is asked for. */
  @Benchmark
  public long millrace() {
    return pipeline.e(inputs);
  }

  /** With inputs that are made for the run. */
  @Benchmark
  public long millraceWithNewInputs() {
    return pipeline.e(Five_OncePipeline.inputs().seed(seed));
  }

  @Benchmark
  public Object millraceAllOutputs() {
    return pipeline.run(inputs);
  }

  @Benchmark
  public long completableFuture() {
    CompletableFuture<Long> a = CompletableFuture.completedFuture(seed).thenApply(FiveNodes::a);
    CompletableFuture<Long> b = a.thenApply(FiveNodes::b);
    CompletableFuture<Long> c = a.thenApply(FiveNodes::c);
    return b.thenCombine(c, FiveNodes::d).thenApply(FiveNodes::e).join();
  }

  @Benchmark
  public long reactor() {
    Mono<Long> a = Mono.just(seed).map(FiveNodes::a).cache();
    Mono<Long> d = Mono.zip(a.map(FiveNodes::b), a.map(FiveNodes::c), FiveNodes::d);
    return d.map(FiveNodes::e).block();
  }

  @Benchmark
  public long rxJava() {
    Single<Long> a = Single.just(seed).map(FiveNodes::a).cache();
    Single<Long> d = Single.zip(a.map(FiveNodes::b), a.map(FiveNodes::c), FiveNodes::d);
    return d.map(FiveNodes::e).blockingGet();
  }
}
