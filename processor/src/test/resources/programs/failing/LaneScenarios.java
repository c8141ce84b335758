package failing;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.Resource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Several threads in one stage, and several in one pipeline. */
final class LaneScenarios {
  private LaneScenarios() {}

  /** The later item fails first, on another lane. */
  static Object ofTwoThatFailAtOnceTheLowestIsTold() {
    Ways ways = new Ways();
    CountDownLatch later = new CountDownLatch(1);
    Hooks hooks =
        new Hooks() {
          @Override
          public int first(int item) throws Exception {
            if (item == 10) {
              later.await();
              throw new Poison(10);
            }
            if (item == 11) {
              later.countDown();
              throw new Poison(11);
            }
            return item;
          }
        };
    try (FailingPipeline pipeline = Ways.streamed(1, 2)) {
      Throwable thrown = Ways.thrown(() -> pipeline.lasts(Ways.given(100, hooks, Model.PLAIN)));
      ways.same("thrown", "failing.Poison: poison 10", "" + thrown);
    }
    return ways.told();
  }

  private static int deeper(int depth) {
    return deeper(depth + 1) + 1;
  }

  /** What an error is thrown in. */
  private static Hooks erring(AtomicReference<Error> error) {
    return new Hooks() {
      @Override
      public int first(int item) {
        if (item == 30) {
          Error own = error.get();
          if (own != null) {
            throw own;
          }
          return deeper(0);
        }
        return item;
      }
    };
  }

  static Object anErrorEndsTheRunAsItIsAndNoneAfterIt() throws Exception {
    Ways ways = new Ways();
    return ways.all(
        pipeline -> {
          for (Error error :
              new Error[] {new OutOfMemoryError("by chance"), new AssertionError(), null}) {
            FailingPipeline.Inputs inputs =
                Ways.given(100, erring(new AtomicReference<>(error)), Model.PLAIN);
            Throwable strict = Ways.thrown(() -> pipeline.lasts(inputs));
            Throwable soft = Ways.thrown(() -> pipeline.softLasts(inputs));
            if (error == null) {
              ways.same("strict", true, strict instanceof StackOverflowError);
              ways.same("soft", true, soft instanceof StackOverflowError);
            } else {
              ways.same("strict", error, strict);
              ways.same("soft", error, soft);
            }
            ways.same(
                "the next",
                Ways.lasts(100),
                pipeline.lasts(Ways.given(100, Hooks.NONE, Model.PLAIN)));
          }
          Model erring =
              new Model() {
                @Override
                public List<Integer> all(List<Integer> firsts) {
                  throw new StackOverflowError("in a twin");
                }
              };
          ways.same(
              "of a twin",
              "java.lang.StackOverflowError: in a twin",
              "" + Ways.thrown(() -> pipeline.softLasts(Ways.given(100, Hooks.NONE, erring))));
        });
  }

  static Object interruptsOfStageThreadsLoseNothingAndDoubleNothing() throws Exception {
    Ways ways = new Ways();
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    AtomicLong interrupts = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger calls = new AtomicInteger();
    Thread caller = Thread.currentThread();
    Thread pest =
        new Thread(
            () -> {
              while (!over.get()) {
                for (Thread each : seen) {
                  each.interrupt();
                  interrupts.incrementAndGet();
                }
                Thread.onSpinWait();
              }
            });
    Hooks watched =
        new Hooks() {
          @Override
          public int first(int item) {
            if (Thread.currentThread() != caller) {
              seen.add(Thread.currentThread());
            }
            calls.incrementAndGet();
            return item;
          }
        };
    Resource<Model> model = () -> Model.PLAIN; // who opens it may be interrupted: it is open then
    FailingPipeline.Inputs inputs =
        FailingPipeline.given().items(Ways.numbers(1000)).hooks(watched).model(model);
    try (FailingPipeline pipeline = Ways.streamed(3, 2)) {
      pipeline.lasts(inputs);
      pest.start();
      int runs = 0;
      while (interrupts.get() < 1000 || runs < 10) {
        calls.set(0);
        ways.same("results", Ways.lasts(1000), pipeline.lasts(inputs));
        ways.same("calls", 1000, calls.get());
        runs++;
      }
    } finally {
      over.set(true);
      pest.join();
    }
    ways.same("the caller is interrupted", false, Thread.interrupted());
    return ways.told();
  }

  private static Thread runs(FailingPipeline pipeline, int times, Ways ways) {
    Thread thread =
        new Thread(
            () -> {
              for (int run = 0; run < times; run++) {
                List<?>[] found = new List<?>[1];
                Throwable thrown =
                    Ways.thrown(
                        () ->
                            found[0] =
                                pipeline.lasts(Ways.given(200, Hooks.NONE, Model.PLAIN)));
                synchronized (ways) {
                  ways.same("thrown", null, thrown);
                  ways.same("results", Ways.lasts(200), found[0]);
                }
              }
            });
    thread.start();
    return thread;
  }

  static Object eightCallersMayUseOnePipelineAtOnce() throws Exception {
    Ways ways = new Ways();
    try (FailingPipeline pipeline = Ways.streamed(7, 2)) {
      Thread[] callers = new Thread[8];
      for (int i = 0; i < callers.length; i++) {
        callers[i] = runs(pipeline, 10, ways);
      }
      for (Thread caller : callers) {
        caller.join();
      }
    }
    return ways.told();
  }

  /** A ring of the library remembers who used it, where assertions are on. */
  static Object oneCallerAfterTheOtherMayUseAPipeline() throws Exception {
    Ways ways = new Ways();
    ways.same("assertions", true, Engine.class.desiredAssertionStatus());
    try (FailingPipeline pipeline = Ways.streamed(7, 2)) {
      for (int i = 0; i < 20; i++) {
        runs(pipeline, 1, ways).join();
      }
    }
    return ways.told();
  }

  /** From a node, from a twin that reads a resource, and on any number of levels. */
  static Object aPipelineMayBeCalledFromItsOwnNodes() throws Exception {
    Ways ways = new Ways();
    return ways.all(
        pipeline -> {
          Hooks again =
              new Hooks() {
                @Override
                public int first(int item) throws Exception {
                  if (item == 3) {
                    return pipeline.lasts(Ways.given(20, Hooks.NONE, Model.PLAIN)).size() - 17;
                  }
                  return item;
                }
              };
          Model deep =
              new Model() {
                @Override
                public List<Integer> all(List<Integer> firsts) throws Exception {
                  if (firsts.contains(10)) {
                    ways.same(
                        "inside",
                        Ways.lasts(8),
                        pipeline.lasts(Ways.given(8, again, Model.PLAIN)));
                  }
                  return Model.super.all(firsts);
                }
              };
          ways.same("results", Ways.lasts(60), pipeline.lasts(Ways.given(60, again, deep)));
        });
  }

  static Object aRingOfOneOrTwoSlotsIsEnough() throws Exception {
    Ways ways = new Ways();
    for (int chunks : new int[] {1, 2}) {
      for (int lanes : new int[] {1, 4}) {
        try (FailingPipeline pipeline = Ways.streamed(50, lanes)) {
          int items = chunks * 50;
          ways.same(
              chunks + " chunks",
              Ways.lasts(items),
              pipeline.lasts(Ways.given(items, Hooks.NONE, Model.PLAIN)));
        }
      }
    }
    return ways.told();
  }
}
