package streaming;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.FailedItem;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.RunTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

final class Scenarios {
  private static final IntConsumer NOBODY = item -> {};

  private Scenarios() {}

  private static StreamingPipeline streamed(int chunkRows, int lanes) {
    return StreamingPipeline.builder()
        .engine(Engine.STREAMED)
        .chunkRows(chunkRows)
        .lanes(lanes)
        .build();
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static StreamingPipeline.Inputs given(int count, IntConsumer told) {
    return StreamingPipeline.given().items(numbers(count)).told(told);
  }

  static Object eachLaneHasAWorkerAndThereAreTwo() throws Exception {
    Worker.bothAtWork = new CountDownLatch(2);
    String opened;
    List<Integer> results;
    try (StreamingPipeline pipeline = streamed(4, 8)) {
      opened = "before " + Worker.MADE;
      results = pipeline.worked(given(1000, NOBODY).worker(WorkerResource.of()));
    }
    return opened
        + ", made "
        + Worker.MADE
        + ", open "
        + Worker.OPEN
        + ", shared by two "
        + Worker.SHARED_BY_TWO
        + ", right "
        + results.equals(IntStream.range(0, 1000).mapToObj(i -> (i + 1) * 3).toList());
  }

  static Object runsShareWorkersFairly() throws Exception {
    AtomicReference<Throwable> failed = new AtomicReference<>();
    try (StreamingPipeline pipeline = streamed(4, 8)) {
      Thread[] threads = new Thread[8];
      for (int i = 0; i < threads.length; i++) {
        threads[i] =
            new Thread(
                () -> {
                  try {
                    for (int run = 0; run < 20; run++) {
                      pipeline.worked(given(50, NOBODY).worker(WorkerResource.of()));
                    }
                  } catch (Throwable thrown) {
                    failed.set(thrown);
                  }
                });
        threads[i].start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    return "made at most 2: "
        + (Worker.MADE.get() <= 2)
        + ", open "
        + Worker.OPEN
        + ", shared by two "
        + Worker.SHARED_BY_TWO
        + ", failed "
        + failed;
  }

  private static final class Odd extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Odd(int item) {
      super("item " + item);
    }
  }

  /** Returns what many ways to run it say of the failure; they say the same. */
  static Object theLowestItemThatFailsIsToldOf() {
    IntConsumer fails =
        item -> {
          if (item % 100 == 37) {
            throw new Odd(item);
          }
        };
    StringBuilder told = new StringBuilder();
    for (Engine engine : Engine.values()) {
      for (int chunkRows : new int[] {1, 2, 7, 256}) {
        for (int lanes : new int[] {1, 2, 4}) {
          try (StreamingPipeline pipeline =
              StreamingPipeline.builder()
                  .engine(engine)
                  .chunkRows(chunkRows)
                  .lanes(lanes)
                  .build()) {
            pipeline.thirds(given(300, fails));
            told.append("nothing ");
          } catch (Odd odd) {
            String where =
                Arrays.stream(odd.getSuppressed())
                    .map(each -> ((FailedItem) each).node() + "@" + ((FailedItem) each).index())
                    .toList()
                    .toString();
            if (!(odd.getMessage() + where).equals("item 37[thirds.first@37]")) {
              told.append(engine).append(odd.getMessage()).append(where);
            }
          }
        }
      }
    }
    return told.toString();
  }

  static Object failuresAreKeptInTheirPlaces() {
    IntConsumer fails =
        item -> {
          if (item % 10 == 3) {
            throw new Odd(item);
          }
        };
    try (StreamingPipeline pipeline = streamed(7, 4)) {
      List<Outcome<Integer>> outcomes = pipeline.softThirds(given(500, fails));
      long right =
          IntStream.range(0, 500)
              .filter(
                  i ->
                      i % 10 == 3
                          ? outcomes.get(i) instanceof Outcome.Failed<?> failed
                              && failed.index() == i
                              && failed.cause().getMessage().equals("item " + i)
                          : outcomes.get(i).equals(new Outcome.Ok<>((i + 1) * 2)))
              .count();
      return right;
    }
  }

  static Object whatHasEffectsRunsInOrder() {
    try (StreamingPipeline pipeline = streamed(3, 4)) {
      List<Integer> after = pipeline.noted(given(400, NOBODY));
      return after.equals(IntStream.range(0, 400).mapToObj(i -> i * 2 + 1).toList())
          + " "
          + Streaming.Effects.seen()
              .equals(IntStream.range(0, 400).mapToObj(i -> i * 2).toList());
    }
  }

  static Object closedMeanwhile() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    StreamingPipeline pipeline = streamed(1, 2);
    IntConsumer closes =
        item -> {
          if (item == 5) {
            pipeline.close();
            closed.countDown();
          }
        };
    String first;
    try {
      first = "" + pipeline.thirds(given(100_000, closes)).size();
    } catch (PipelineClosedException told) {
      first = told.getMessage();
    }
    closed.await(60, TimeUnit.SECONDS);
    try {
      return first + " / " + pipeline.thirds(given(1, NOBODY));
    } catch (PipelineClosedException told) {
      return first + " / " + told.getMessage();
    }
  }

  static Object interruptedMeanwhile() throws Exception {
    Thread caller = Thread.currentThread();
    CountDownLatch never = new CountDownLatch(1);
    AtomicReference<Boolean> woken = new AtomicReference<>(false);
    IntConsumer waits =
        item -> {
          if (item == 5) {
            caller.interrupt();
            try {
              never.await();
            } catch (InterruptedException interrupted) {
              woken.set(true);
              throw new IllegalStateException(interrupted);
            }
          }
        };
    try (StreamingPipeline pipeline = streamed(1, 1)) {
      pipeline.thirds(given(1000, waits));
      return "ran";
    } catch (Exception interrupted) {
      return interrupted.getClass().getSimpleName() + " " + woken + " " + Thread.interrupted();
    }
  }

  static Object calledFromItsOwnNode() {
    try (StreamingPipeline pipeline = streamed(2, 2)) {
      IntConsumer again =
          item -> {
            if (pipeline.thirds(given(20, NOBODY)).size() != 20) {
              throw new Odd(item);
            }
          };
      return pipeline.thirds(given(30, again)).size();
    }
  }

  /** Returns what becomes of runs that never end by themselves, by every engine. */
  static Object noLongerThanItMay() throws Exception {
    StringBuilder told = new StringBuilder();
    for (Engine engine : Engine.values()) {
      CountDownLatch never = new CountDownLatch(1);
      AtomicReference<Boolean> woken = new AtomicReference<>(false);
      IntConsumer waits =
          item -> {
            try {
              never.await();
            } catch (InterruptedException interrupted) {
              woken.set(true);
              throw new IllegalStateException(interrupted);
            }
          };
      try (StreamingPipeline pipeline =
          StreamingPipeline.builder().engine(engine).chunkRows(2).lanes(1).build()) {
        pipeline.thirds(given(9, waits), Duration.ofMillis(50));
        told.append("ran ");
      } catch (RunTimeoutException late) {
        told.append(late.getMessage(), 0, 54).append(' ').append(woken);
      }
      told.append(Thread.interrupted()).append('\n');
    }
    try (StreamingPipeline pipeline = streamed(2, 1)) {
      told.append(pipeline.thirds(given(9, NOBODY), Duration.ofDays(100_000)).size());
      pipeline.thirds(given(9, NOBODY), Duration.ZERO);
    } catch (IllegalArgumentException none) {
      told.append(none.getMessage());
    }
    return told.toString();
  }
}
