package failing;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The caller is interrupted, wherever it is; its listener fails. */
final class CallerScenarios {
  private CallerScenarios() {}

  /** Either the run ends by the interrupt, or it ends well and the caller still has it. */
  private static void interrupted(
      Ways ways, FailingPipeline pipeline, FailingPipeline.Inputs inputs) {
    Throwable thrown =
        Ways.thrown(() -> ways.same("results", Ways.lasts(300), pipeline.lasts(inputs)));
    boolean kept = Thread.interrupted();
    ways.same("interrupt", true, kept ? thrown == null : thrown instanceof InterruptedException);
  }

  static Object oneWhoIsInterruptedBeforeIsNotHeldUp() throws Exception {
    Ways ways = new Ways();
    return ways.all(
        pipeline -> {
          Thread.currentThread().interrupt();
          interrupted(ways, pipeline, Ways.given(300, Hooks.NONE, Model.PLAIN));
        });
  }

  static Object oneWhoIsInterruptedWhileItTakesResultsLosesNone() {
    Ways ways = new Ways();
    for (int chunkRows : new int[] {1, 7, 100}) {
      RunListener interrupting =
          run ->
              new RunObserver() {
                @Override
                public void mapAdvanced(String map, long done, long items, long failed) {
                  Thread.currentThread().interrupt();
                }
              };
      try (FailingPipeline pipeline =
          FailingPipeline.builder()
              .engine(Engine.STREAMED)
              .chunkRows(chunkRows)
              .listener(interrupting)
              .build()) {
        interrupted(ways, pipeline, Ways.given(300, Hooks.NONE, Model.PLAIN));
      }
    }
    return ways.told();
  }

  static Object oneWhoWaitsForANodeThatNeverEndsCanBeInterrupted() {
    Ways ways = new Ways();
    CountDownLatch never = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    AtomicInteger inside = new AtomicInteger();
    Model stalled =
        new Model() {
          @Override
          public List<Integer> all(List<Integer> firsts) throws Exception {
            inside.incrementAndGet();
            try {
              caller.interrupt();
              never.await();
            } finally {
              inside.decrementAndGet();
            }
            return firsts;
          }
        };
    for (int lanes : new int[] {1, 4}) {
      try (FailingPipeline pipeline = Ways.streamed(1, lanes)) {
        Throwable thrown =
            Ways.thrown(() -> pipeline.lasts(Ways.given(300, Hooks.NONE, stalled)));
        ways.same("thrown", true, thrown instanceof InterruptedException);
        ways.same("inside", 0, inside.get());
        Thread.interrupted();
      }
    }
    return ways.told();
  }

  /** Once while it waits for a chunk; again while it waits for the node that takes its time. */
  static Object oneWhoWaitsForTheStagesToEndKeepsItsInterrupt() {
    Ways ways = new Ways();
    CountDownLatch never = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    AtomicInteger ended = new AtomicInteger();
    Hooks slow =
        new Hooks() {
          @Override
          public int first(int item) {
            if (item > 0) {
              return item;
            }
            try {
              caller.interrupt();
              never.await();
            } catch (InterruptedException ending) {
              caller.interrupt(); // it waits for this thread now, or is about to
              ended.incrementAndGet();
            }
            return item;
          }
        };
    try (FailingPipeline pipeline = Ways.streamed(300, 1)) {
      Throwable thrown = Ways.thrown(() -> pipeline.lasts(Ways.given(300, slow, Model.PLAIN)));
      ways.same("kept", true, Thread.interrupted());
      ways.same("thrown", true, thrown instanceof InterruptedException);
      ways.same("ended", 1, ended.get());
    }
    return ways.told();
  }

  /** What is told throws, whatever it is that is told. */
  private static final class Broken implements RunObserver {
    @Override
    public void finished(Duration elapsed) {
      throw new IllegalStateException("finished");
    }

    @Override
    public void nodeFinished(String node, long items, Duration elapsed) {
      throw new IllegalStateException(node);
    }

    @Override
    public void mapStarted(String node, long items, long parents) {
      throw new IllegalStateException(node);
    }

    @Override
    public void mapAdvanced(String node, long done, long items, long failed) {
      throw new IllegalStateException(node);
    }
  }

  static Object aListenerThatFailsHarmsNoRun() throws Exception {
    Ways ways = new Ways();
    Ways.quietly(
        () -> {
          for (Engine engine : Engine.values()) {
            try (FailingPipeline pipeline =
                FailingPipeline.builder()
                    .engine(engine)
                    .chunkRows(7)
                    .listener(run -> new Broken())
                    .build()) {
              ways.same(
                  "" + engine,
                  Ways.lasts(300),
                  pipeline.lasts(Ways.given(300, Hooks.NONE, Model.PLAIN)));
            }
          }
        });
    return ways.told();
  }

  /** Its thread is the caller's or a stage's: either way it is the caller who is interrupted. */
  static Object anInterruptThatANodeLeavesIsTheCallers() throws Exception {
    Ways ways = new Ways();
    Hooks leaving =
        new Hooks() {
          @Override
          public int first(int item) {
            if (item == 30) {
              Thread.currentThread().interrupt();
            }
            return item;
          }
        };
    for (int count : new int[] {31, 60}) {
      ways.all(
          pipeline -> {
            List<?>[] found = new List<?>[1];
            Throwable thrown =
                Ways.thrown(
                    () -> found[0] = pipeline.lasts(Ways.given(count, leaving, Model.PLAIN)));
            boolean kept = Thread.interrupted();
            ways.same("told once", thrown == null, kept);
            ways.same("told", true, thrown == null || thrown instanceof InterruptedException);
            ways.same("results", thrown == null ? Ways.lasts(count) : null, found[0]);
          });
    }
    try (FailingPipeline pipeline =
        FailingPipeline.builder().engine(Engine.STREAMED).chunkRows(1).build()) {
      CountDownLatch never = new CountDownLatch(1);
      Hooks waiting =
          new Hooks() {
            @Override
            public int first(int item) throws Exception {
              return leaving.first(item);
            }

            @Override
            public int last(int middle) throws Exception {
              if (middle == 93) {
                never.await();
              }
              return middle;
            }
          };
      Throwable thrown =
          Ways.thrown(() -> pipeline.lasts(Ways.given(60, waiting, Model.PLAIN)));
      ways.same("a caller that waits", true, thrown instanceof InterruptedException);
      ways.same("and is told", false, Thread.interrupted());
    }
    return ways.told();
  }
}
