package failing;

import dev.millrace.runtime.Engine;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What is under way is bounded, and let go of. */
final class MemoryScenarios {
  private MemoryScenarios() {}

  /** The last stage waits until the first has filled the ring, and then goes on slowly. */
  static Object noMoreIsUnderWayThanTheRingHasRows() throws Exception {
    Ways ways = new Ways();
    for (int lanes : new int[] {1, 3}) {
      int rows = 7 * Integer.highestOneBit(16 * lanes - 1) * 2;
      CountDownLatch full = new CountDownLatch(rows);
      AtomicInteger underWay = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      Hooks hooks =
          new Hooks() {
            @Override
            public int first(int item) {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              full.countDown();
              return item;
            }

            @Override
            public int last(int middle) throws Exception {
              full.await();
              Thread.yield();
              underWay.decrementAndGet();
              return middle + 1;
            }
          };
      try (FailingPipeline pipeline = Ways.streamed(7, lanes)) {
        ways.same(
            "results", Ways.lasts(5000), pipeline.lasts(Ways.given(5000, hooks, Model.PLAIN)));
      }
      ways.same("full", true, most.get() >= rows);
      // A row that has passed the last node leaves the ring a little later, never earlier.
      ways.same("never more than the ring has: " + most, true, most.get() <= rows);
    }
    return ways.told();
  }

  static Object whatNobodyReadsAnyMoreIsLetGoOfWhileTheRunGoesOn() {
    Ways ways = new Ways();
    for (Engine engine : new Engine[] {Engine.INLINE, Engine.STREAMED}) {
      List<WeakReference<Object>> made = new ArrayList<>();
      AtomicInteger kept = new AtomicInteger(-1);
      try (ThingsPipeline pipeline =
          ThingsPipeline.builder().engine(engine).chunkRows(4).lanes(2).build()) {
        List<Integer> sizes =
            pipeline.sizes(
                ThingsPipeline.given()
                    .items(Ways.numbers(1000))
                    .made(
                        thing -> {
                          synchronized (made) {
                            made.add(new WeakReference<>(thing));
                          }
                        })
                    .measured(
                        item -> {
                          if (item == 900) {
                            kept.set(kept(made));
                          }
                        }));
        ways.same(engine + "", Ways.numbers(1000), sizes);
        ways.same(
            engine + " keeps no more than the ring has: " + kept,
            true,
            // A stage's frame may name a chunk that it is done with: not all code is optimized.
            kept.get() >= 0 && kept.get() <= (32 + 4) * 4 + 8);
      }
    }
    return ways.told();
  }

  /** Returns how many are there still of those that were made. */
  private static int kept(List<WeakReference<Object>> made) {
    System.gc();
    synchronized (made) {
      return (int) made.stream().filter(each -> !each.refersTo(null)).count();
    }
  }
}
