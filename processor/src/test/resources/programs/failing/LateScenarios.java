package failing;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.NodeTimeoutException;
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Calls that complete in every way that there is, or never. */
final class LateScenarios {
  private static final int ITEMS = 200;
  private static final List<String> ANSWERS =
      IntStream.range(0, ITEMS).mapToObj(i -> "<a" + i + ">").toList();

  private LateScenarios() {}

  /** What is checked with each engine and size of chunk. */
  private interface Check {
    void of(LatePipeline pipeline) throws Exception;
  }

  private static String all(Check check) throws Exception {
    for (Engine engine : Engine.values()) {
      for (int chunkRows : new int[] {1, 7, 256}) {
        try (LatePipeline pipeline =
            LatePipeline.builder().engine(engine).chunkRows(chunkRows).lanes(2).build()) {
          check.of(pipeline);
        }
      }
    }
    return "";
  }

  private static LatePipeline.Inputs ask(IntFunction<CompletionStage<String>> ask) {
    return LatePipeline.given().questions(Ways.numbers(ITEMS)).ask(ask);
  }

  static Object whatIsThereAtOnceIsTaken() throws Exception {
    Ways ways = new Ways();
    all(
        pipeline ->
            ways.same(
                "answers",
                ANSWERS,
                pipeline.answers(ask(item -> CompletableFuture.completedFuture("a" + item)))));
    return ways.told();
  }

  /** Each call completes the one before it, on the thread that makes the calls. */
  static Object whatAnotherCallCompletesIsTaken() throws Exception {
    Ways ways = new Ways();
    for (Engine engine : new Engine[] {Engine.INLINE, Engine.STREAMED}) {
      AtomicReference<CompletableFuture<String>> before =
          new AtomicReference<>(new CompletableFuture<>());
      try (LatePipeline pipeline = LatePipeline.builder().engine(engine).chunkRows(256).build()) {
        ways.same(
            "" + engine,
            ANSWERS,
            pipeline.answers(
                ask(
                    item -> {
                      CompletableFuture<String> answer = new CompletableFuture<>();
                      before.getAndSet(answer).complete("a" + (item - 1));
                      if (item == ITEMS - 1) {
                        answer.complete("a" + item);
                      }
                      return answer;
                    })));
      }
    }
    return ways.told();
  }

  /** Says everything twice, the second time something else. */
  private static final class Stutterer extends CompletableFuture<String> {
    @Override
    public CompletableFuture<String> whenComplete(
        BiConsumer<? super String, ? super Throwable> told) {
      return super.whenComplete(
          (result, failure) -> {
            told.accept(result, failure);
            told.accept("again " + result, null);
            told.accept(null, new IllegalStateException("again"));
          });
    }
  }

  static Object whatCompletesTwiceCountsOnce() throws Exception {
    Ways ways = new Ways();
    all(
        pipeline ->
            ways.same(
                "answers",
                ANSWERS,
                pipeline.answers(
                    ask(
                        item -> {
                          Stutterer answer = new Stutterer();
                          answer.completeAsync(() -> "a" + item);
                          return answer;
                        }))));
    return ways.told();
  }

  static Object whatNeverCompletesHasOnlySoMuchTime() throws Exception {
    Ways ways = new Ways();
    all(
        pipeline -> {
          List<Outcome<String>> outcomes =
              pipeline.hurries(
                  ask(
                      item ->
                          item % 10 == 3
                              ? new CompletableFuture<>()
                              : CompletableFuture.completedFuture("a" + item)));
          for (int i = 3; i < ITEMS; i += 10) {
            ways.same(
                "item " + i,
                true,
                outcomes.get(i) instanceof Outcome.Failed<String> failed
                    && failed.cause() instanceof NodeTimeoutException);
          }
        });
    return ways.told();
  }

  /** Cannot be cancelled. */
  private static final class Stubborn extends CompletableFuture<String> {
    @Override
    public boolean cancel(boolean interrupt) {
      return false;
    }
  }

  static Object whatCompletesAfterTheRunHasFailedReachesNobody() throws Exception {
    Ways ways = new Ways();
    all(
        pipeline -> {
          ConcurrentLinkedQueue<CompletableFuture<String>> late = new ConcurrentLinkedQueue<>();
          Throwable thrown =
              Ways.thrown(
                  () ->
                      pipeline.answers(
                          ask(
                              item -> {
                                if (item == 3) {
                                  return CompletableFuture.failedFuture(new Poison(3));
                                }
                                Stubborn answer = new Stubborn();
                                if (item < 3 || item > 9) { // or nothing more could begin
                                  answer.complete("a" + item);
                                } else {
                                  late.add(answer);
                                }
                                return answer;
                              })));
          ways.same("thrown", "failing.Poison: poison 3", "" + thrown);
          late.forEach(each -> each.complete("too late"));
          ways.same(
              "the next",
              ANSWERS,
              pipeline.answers(ask(item -> CompletableFuture.completedFuture("a" + item))));
        });
    return ways.told();
  }

  /** Eight are under way at most; the first waits for forty others, which are not held up. */
  static Object oneThatTakesItsTimeHoldsUpNoOther() throws Exception {
    Ways ways = new Ways();
    for (Engine engine : new Engine[] {Engine.AUTO, Engine.STREAMED}) {
      for (int chunkRows : new int[] {1, 4, 16}) {
        for (int straggler : new int[] {0, 100}) {
          CompletableFuture<String> late = new CompletableFuture<>();
          try (LatePipeline pipeline =
              LatePipeline.builder().engine(engine).chunkRows(chunkRows).lanes(2).build()) {
            ways.same(
                engine + " in chunks of " + chunkRows,
                ANSWERS,
                pipeline.answers(
                    ask(
                        item -> {
                          if (item == straggler) {
                            return late;
                          }
                          if (item == straggler + 40) {
                            late.complete("a" + straggler);
                          }
                          return CompletableFuture.supplyAsync(() -> "a" + item);
                        })));
          }
        }
      }
    }
    return ways.told();
  }

  static Object whoWaitsForWhatNeverCompletesCanBeInterrupted() throws Exception {
    Ways ways = new Ways();
    Thread caller = Thread.currentThread();
    all(
        pipeline -> {
          List<CompletableFuture<String>> asked = new ArrayList<>();
          Throwable thrown =
              Ways.thrown(
                  () ->
                      pipeline.softAnswers(
                          ask(
                              item -> {
                                CompletableFuture<String> never = new CompletableFuture<>();
                                synchronized (asked) {
                                  asked.add(never);
                                  if (asked.size() == 1) {
                                    caller.interrupt();
                                  }
                                }
                                return never;
                              })));
          ways.same("thrown", true, thrown instanceof InterruptedException);
          ways.same("kept", false, Thread.interrupted());
          synchronized (asked) {
            asked.forEach(each -> ways.same("cancelled", true, each.isCancelled()));
          }
        });
    return ways.told();
  }

  static Object aThreadThatWaitsForEverEndsWithTheRun() throws Exception {
    Ways ways = new Ways();
    Thread caller = Thread.currentThread();
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger inside = new AtomicInteger();
    Hooks waiting =
        new Hooks() {
          @Override
          public int first(int item) throws Exception {
            inside.incrementAndGet();
            try {
              caller.interrupt();
              never.await();
              return item;
            } finally {
              inside.decrementAndGet();
            }
          }
        };
    all(
        pipeline -> {
          Throwable thrown =
              Ways.thrown(
                  () ->
                      pipeline.waits(
                          LatePipeline.given().questions(Ways.numbers(ITEMS)).hooks(waiting)));
          ways.same("thrown", true, thrown instanceof InterruptedException);
          ways.same("inside", 0, inside.get());
          Thread.interrupted();
        });
    return ways.told();
  }

  /** A thread that waits is no stage's: what it calls may have stages of its own. */
  static Object aPipelineMayBeCalledWhereItWaits() throws Exception {
    Ways ways = new Ways();
    all(
        pipeline -> {
          Hooks again =
              new Hooks() {
                @Override
                public int first(int item) throws Exception {
                  return item % 50 == 7
                      ? pipeline
                              .waits(
                                  LatePipeline.given()
                                      .questions(Ways.numbers(20))
                                      .hooks(Hooks.NONE))
                              .size()
                          + item
                          - 20
                      : item;
                }
              };
          ways.same(
              "results",
              Ways.numbers(ITEMS),
              pipeline.waits(LatePipeline.given().questions(Ways.numbers(ITEMS)).hooks(again)));
        });
    return ways.told();
  }
}
