package failing;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.Resource;
import dev.millrace.runtime.ResourceOpenException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Closing at any moment; and what cannot be opened, or not soon. */
final class CloseScenarios {
  private CloseScenarios() {}

  /** A model that counts, and what is to happen while it is opened. */
  private static final class Counted implements Resource<Model> {
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger callsAfterwards = new AtomicInteger();
    private final Ways.Work opening;

    Counted(Ways.Work opening) {
      this.opening = opening;
    }

    @Override
    public Model open() throws Exception {
      opening.run();
      opened.incrementAndGet();
      return new Open();
    }

    /** The instance. */
    private final class Open implements Model, AutoCloseable {
      @Override
      public List<Integer> all(List<Integer> firsts) throws Exception {
        calls.incrementAndGet();
        List<Integer> all = Model.super.all(firsts);
        callsAfterwards.addAndGet(closed.get());
        return all;
      }

      @Override
      public void close() {
        closed.incrementAndGet();
      }
    }
  }

  private static FailingPipeline.Inputs given(int count, Hooks hooks, Counted model) {
    return FailingPipeline.given().items(Ways.numbers(count)).hooks(hooks).model(model);
  }

  private static void close(FailingPipeline pipeline) {
    pipeline.close();
    pipeline.close();
  }

  static Object aPipelineThatIsClosedTwiceIsClosedOnceAndRunsNoMore() throws Exception {
    Ways ways = new Ways();
    return ways.all(
        pipeline -> {
          Counted model = new Counted(() -> {});
          ways.same("results", Ways.lasts(30), pipeline.lasts(given(30, Hooks.NONE, model)));
          close(pipeline);
          ways.same("opened", 1, model.opened.get());
          ways.same("closed", 1, model.closed.get());
          for (int count : new int[] {0, 1, 30}) {
            FailingPipeline.Inputs inputs = given(count, Hooks.NONE, model);
            ways.same(
                "a run of " + count,
                true,
                Ways.thrown(() -> pipeline.lasts(inputs)) instanceof PipelineClosedException);
          }
          ways.same("opened", 1, model.opened.get());
        });
  }

  /** What closes it is a node, in each of the stages; nothing is closed under a call. */
  static Object aNodeMayCloseItsPipeline() throws Exception {
    Ways ways = new Ways();
    return ways.all(
        pipeline -> {
          Counted model = new Counted(() -> {});
          Hooks closing =
              new Hooks() {
                @Override
                public int last(int middle) {
                  if (middle == 3 * 40) {
                    close(pipeline);
                  }
                  return middle + 1;
                }
              };
          // Chunks that are under way may be all there are.
          Throwable thrown =
              Ways.thrown(
                  () ->
                      ways.same(
                          "results",
                          Ways.lasts(5000),
                          pipeline.lasts(given(5000, closing, model))));
          ways.same("thrown", true, thrown == null || thrown instanceof PipelineClosedException);
          ways.same("opened", 1, model.opened.get());
          ways.same("closed", 1, model.closed.get());
          ways.same("calls after that", 0, model.callsAfterwards.get());
        });
  }

  static Object whatIsOpenedWhileThePipelineIsClosedIsClosedAtOnce() throws Exception {
    Ways ways = new Ways();
    return ways.all(
        pipeline -> {
          Counted model = new Counted(() -> close(pipeline));
          Throwable thrown = Ways.thrown(() -> pipeline.softLasts(given(300, Hooks.NONE, model)));
          ways.same("closed", model.opened.get(), model.closed.get());
          ways.same("calls after that", 0, model.callsAfterwards.get());
          ways.same(
              "the end",
              true,
              thrown == null || thrown instanceof PipelineClosedException);
        });
  }

  static Object callsUnderWayEndBeforeWhatIsClosed() throws Exception {
    Ways ways = new Ways();
    for (Engine engine : Engine.values()) {
      Deque<CompletableFuture<String>> asked = new ArrayDeque<>();
      AtomicInteger late = new AtomicInteger();
      int together = engine == Engine.STRAIGHT ? 1 : 4;
      LatePipeline pipeline = LatePipeline.builder().engine(engine).chunkRows(4).build();
      Throwable thrown =
          Ways.thrown(
              () ->
                  pipeline.answers(
                      LatePipeline.given()
                          .questions(Ways.numbers(4000))
                          .ask(
                              item -> {
                                CompletableFuture<String> answer = new CompletableFuture<>();
                                synchronized (asked) {
                                  asked.add(answer);
                                  if (item == together - 1) {
                                    pipeline.close();
                                  }
                                  if (item >= together - 1) {
                                    late.incrementAndGet();
                                    asked.forEach(each -> each.complete("a"));
                                    asked.clear();
                                  }
                                }
                                return answer;
                              })));
      ways.same("" + engine, true, thrown instanceof PipelineClosedException);
      ways.same("asked afterwards", true, late.get() < 2000);
    }
    return ways.told();
  }

  /** Whenever it is closed, a run gives all, or says that the pipeline is closed. */
  static Object aPipelineMayBeClosedAtAnyMoment() throws Exception {
    Ways ways = new Ways();
    for (int round = 0; round < 300; round++) {
      Counted model = new Counted(() -> {});
      FailingPipeline pipeline = Ways.streamed(5, 2);
      CountDownLatch running = new CountDownLatch(1);
      int spins = round * 40;
      Thread closer =
          new Thread(
              () -> {
                try {
                  running.await();
                } catch (InterruptedException impossible) {
                  throw new AssertionError(impossible);
                }
                for (int i = 0; i < spins; i++) {
                  Thread.onSpinWait();
                }
                close(pipeline);
              });
      closer.start();
      FailingPipeline.Inputs inputs = given(100, Hooks.NONE, model);
      running.countDown();
      Throwable thrown =
          Ways.thrown(() -> ways.same("results", Ways.lasts(100), pipeline.lasts(inputs)));
      closer.join();
      ways.same(
          "the end",
          null,
          thrown instanceof PipelineClosedException ? null : thrown);
      ways.same("closed", model.opened.get(), model.closed.get());
      ways.same("calls after that", 0, model.callsAfterwards.get());
    }
    return ways.told();
  }

  static Object whatCannotBeOpenedEndsTheRunAndComputesNothing() throws Exception {
    Ways ways = new Ways();
    return ways.all(
        pipeline -> {
          AtomicInteger tries = new AtomicInteger();
          Counted model =
              new Counted(
                  () -> {
                    if (tries.incrementAndGet() <= 2) {
                      throw new IOException("no such model");
                    }
                  });
          FailingPipeline.Inputs inputs = given(300, Hooks.NONE, model);
          // With several lanes, more than one may have tried before the run has ended.
          int runs = 0;
          while (model.opened.get() == 0 && runs++ < 3) {
            Throwable thrown =
                Ways.thrown(
                    () -> {
                      List<Outcome<Integer>> outcomes = pipeline.softLasts(inputs);
                      ways.same("all", 300, Outcome.values(outcomes).size());
                    });
            ways.same(
                "the end",
                true,
                model.opened.get() == 0
                    ? thrown instanceof ResourceOpenException
                    : thrown == null || thrown instanceof ResourceOpenException);
          }
          ways.same("results", Ways.lasts(300), pipeline.lasts(inputs));
          ways.same("opened", 1, model.opened.get());
          ways.same("tries", 3, tries.get());
        });
  }

  /** The stage before it has filled the ring by then. */
  static Object whatTakesLongToOpenIsWaitedForAndOpenedOnce() throws Exception {
    Ways ways = new Ways();
    for (int lanes : new int[] {1, 4}) {
      CountDownLatch full = new CountDownLatch(16 * lanes * 7);
      Counted model = new Counted(full::await);
      Hooks counting =
          new Hooks() {
            @Override
            public int first(int item) {
              full.countDown();
              return item;
            }
          };
      try (FailingPipeline pipeline = Ways.streamed(7, lanes)) {
        ways.same("results", Ways.lasts(1000), pipeline.lasts(given(1000, counting, model)));
      }
      ways.same("opened", 1, model.opened.get());
      ways.same("closed", 1, model.closed.get());
    }
    return ways.told();
  }
}
