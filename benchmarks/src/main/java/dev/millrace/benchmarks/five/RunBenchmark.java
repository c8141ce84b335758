package dev.millrace.benchmarks.five;

import com.google.common.util.concurrent.Futures;
import dev.millrace.benchmarks.Pekko;
import io.reactivex.rxjava3.core.Single;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import reactor.core.publisher.Mono;

/**
 * One run of the five nodes. Each begins when the one before has ended, as runs do: the result of
 * one chooses what the next is given, or else a processor would work on several at once.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RunBenchmark {
  private static final int WAYS = 2;

  private final long[] seeds = {1, 2};
  private final Five_OncePipeline.Inputs[] inputs = new Five_OncePipeline.Inputs[WAYS];
  private final Five_OpenPipeline.Inputs[] openInputs = new Five_OpenPipeline.Inputs[WAYS];
  private Five_OncePipeline pipeline;
  private Five_OpenPipeline open;
  private long last;

  @Setup
  public void open() {
    pipeline = Five_OncePipeline.builder().build();
    open = Five_OpenPipeline.builder().build();
    for (int i = 0; i < WAYS; i++) {
      inputs[i] = Five_OncePipeline.inputs().seed(seeds[i]);
      openInputs[i] = Five_OpenPipeline.inputs().seed(seeds[i]);
    }
  }

  @TearDown
  public void close() {
    pipeline.close();
    open.close();
  }

  private int way() {
    return (int) last & (WAYS - 1);
  }

  private long seed() {
    return seeds[way()];
  }

  @Benchmark
  public long hand() {
    long a = FiveNodes.a(seed());
    long b = FiveNodes.b(a);
    long c = FiveNodes.c(a);
    long d = FiveNodes.d(b, c);
    return last = FiveNodes.e(d);
  }

  /** As generated code is called: the inputs are there, and an output is asked for. */
  @Benchmark
  public long millrace() {
    return last = pipeline.e(inputs[way()]);
  }

  /** With inputs that are made for the run. */
  @Benchmark
  public long millraceWithNewInputs() {
    return last = pipeline.e(Five_OncePipeline.inputs().seed(seed()));
  }

  /** One of several outputs that could be asked for. */
  @Benchmark
  public long millraceOneOfFive() {
    return last = open.e(openInputs[way()]);
  }

  @Benchmark
  public long millraceAllFive() {
    return last = open.run(openInputs[way()]).e();
  }

  @Benchmark
  public long completableFuture() {
    CompletableFuture<Long> a = CompletableFuture.completedFuture(seed()).thenApply(FiveNodes::a);
    CompletableFuture<Long> b = a.thenApply(FiveNodes::b);
    CompletableFuture<Long> c = a.thenApply(FiveNodes::c);
    return last = b.thenCombine(c, FiveNodes::d).thenApply(FiveNodes::e).join();
  }

  @Benchmark
  public long reactor() {
    Mono<Long> a = Mono.just(seed()).map(FiveNodes::a).cache();
    Mono<Long> d = Mono.zip(a.map(FiveNodes::b), a.map(FiveNodes::c), FiveNodes::d);
    return last = d.map(FiveNodes::e).block();
  }

  @Benchmark
  public long rxJava() {
    Single<Long> a = Single.just(seed()).map(FiveNodes::a).cache();
    Single<Long> d = Single.zip(a.map(FiveNodes::b), a.map(FiveNodes::c), FiveNodes::d);
    return last = d.map(FiveNodes::e).blockingGet();
  }

  /** In a component for each run, on the caller's thread. */
  @Benchmark
  public long daggerProducers() throws ExecutionException {
    return last = Futures.getDone(DaggerFiveProducers.factory().of(seed()).e());
  }

  @Benchmark
  public long pekko(PekkoState pekko) {
    return last =
        Pekko.await(
            Source.single(seed())
                .map(FiveNodes::a)
                .map(a -> FiveNodes.d(FiveNodes.b(a), FiveNodes.c(a)))
                .map(FiveNodes::e)
                .runWith(Sink.head(), pekko.system()));
  }
}
