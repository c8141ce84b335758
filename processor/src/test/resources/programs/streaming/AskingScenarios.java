package streaming;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

final class AskingScenarios {
  private static final List<Integer> QUESTIONS = IntStream.range(0, 400).boxed().toList();
  private static final List<String> ANSWERS =
      IntStream.range(0, 400).mapToObj(i -> "<a" + i + ">").toList();

  private AskingScenarios() {}

  private static AskingPipeline pipeline(int chunkRows) {
    return AskingPipeline.builder().chunkRows(chunkRows).lanes(2).build();
  }

  private static AskingPipeline.Inputs ask(IntFunction<CompletionStage<String>> ask) {
    return AskingPipeline.given().questions(QUESTIONS).ask(ask);
  }

  /** Answers none before eight are asked: they end only if as many are under way at once. */
  private static final class Eight implements IntFunction<CompletionStage<String>> {
    private final Deque<Runnable> asked = new ArrayDeque<>();
    private int most;

    @Override
    public CompletionStage<String> apply(int question) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      List<Runnable> ready = List.of();
      synchronized (this) {
        asked.addFirst(() -> answer.complete("a" + question));
        most = Math.max(most, asked.size());
        if (asked.size() == 8) {
          ready = List.copyOf(asked); // the last asked first
          asked.clear();
        }
      }
      List<Runnable> answers = ready;
      if (!answers.isEmpty()) {
        CompletableFuture.runAsync(() -> answers.forEach(Runnable::run));
      }
      return answer;
    }
  }

  static Object asManyAreUnderWayAsMayBe() {
    StringBuilder found = new StringBuilder();
    for (int chunkRows : new int[] {1, 2, 7, 256}) {
      Eight eight = new Eight();
      try (AskingPipeline pipeline = pipeline(chunkRows)) {
        found.append(pipeline.answers(ask(eight)).equals(ANSWERS)).append(eight.most).append(' ');
      }
    }
    return found.toString();
  }

  static Object asManyWaitAtOnceAsMay() {
    CyclicBarrier barrier = new CyclicBarrier(8);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (AskingPipeline pipeline = pipeline(16)) {
      IntFunction<Integer> slow =
          question -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
              barrier.await(60, TimeUnit.SECONDS);
            } catch (Exception alone) {
              throw new IllegalStateException(alone);
            } finally {
              now.decrementAndGet();
            }
            return question;
          };
      List<Integer> waited =
          pipeline.waits(AskingPipeline.given().questions(QUESTIONS).slow(slow));
      return waited.equals(QUESTIONS) + " " + (most.get() <= 8);
    }
  }

  static Object theLowestFailureIsToldAndTheOthersAreCancelled() {
    AtomicInteger cancelled = new AtomicInteger();
    CompletableFuture<String> third = new CompletableFuture<>();
    IntFunction<CompletionStage<String>> ask =
        question -> {
          if (question == 3) {
            return third;
          }
          if (question == 7) {
            third.completeExceptionally(new IllegalStateException("no answer to 3"));
          }
          CompletableFuture<String> never = new CompletableFuture<>();
          never.whenComplete(
              (answer, failure) -> cancelled.addAndGet(never.isCancelled() ? 1 : 0));
          return question < 3 ? CompletableFuture.completedFuture("a") : never;
        };
    try (AskingPipeline pipeline = pipeline(4)) {
      pipeline.answers(ask(ask));
      return "answered";
    } catch (IllegalStateException failure) {
      return failure.getMessage() + ", all cancelled: " + (cancelled.get() > 0);
    }
  }

  static Object failuresAreKeptInTheirPlaces() {
    IntFunction<CompletionStage<String>> ask =
        question ->
            question % 7 == 2
                ? CompletableFuture.supplyAsync(
                    () -> {
                      throw new IllegalStateException("no answer to " + question);
                    })
                : CompletableFuture.supplyAsync(() -> "a" + question);
    StringBuilder wrong = new StringBuilder();
    for (Engine engine : Engine.values()) {
      try (AskingPipeline pipeline =
          AskingPipeline.builder().engine(engine).chunkRows(16).build()) {
        List<Outcome<String>> answers = pipeline.softAnswers(ask(ask));
        for (int i = 0; i < 400; i++) {
          boolean right =
              i % 7 == 2
                  ? answers.get(i) instanceof Outcome.Failed<String> failed
                      && failed.index() == i
                      && failed.cause().getMessage().equals("no answer to " + i)
                      && failed.inputs().get("question").equals(i)
                  : answers.get(i).equals(new Outcome.Ok<>(ANSWERS.get(i)));
          if (!right) {
            wrong.append(engine).append(' ').append(i).append(' ').append(answers.get(i));
          }
        }
      }
    }
    return wrong.toString();
  }
}
