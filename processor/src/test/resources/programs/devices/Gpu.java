package devices;

import dev.millrace.Stateful;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Occupies a device: it counts how many calls are in it at once. */
@Stateful(device = "gpu")
final class Gpu {
  private static final AtomicInteger INSIDE = new AtomicInteger();
  private static final AtomicInteger MOST = new AtomicInteger();
  private static final AtomicInteger CALLS = new AtomicInteger();
  private static CountDownLatch together = new CountDownLatch(0);

  Gpu() {}

  /** Begins to count: the first calls wait for each other, so many as may be in it at once. */
  static void expect(int atOnce) {
    INSIDE.set(0);
    MOST.set(0);
    CALLS.set(0);
    together = new CountDownLatch(atOnce);
  }

  /** Returns how many calls were in it at once, at most. */
  static int most() {
    return MOST.get();
  }

  static int calls() {
    return CALLS.get();
  }

  void begin() {
    CALLS.incrementAndGet();
    MOST.accumulateAndGet(INSIDE.incrementAndGet(), Math::max);
  }

  void end() {
    INSIDE.decrementAndGet();
  }

  String code(String text) throws InterruptedException {
    begin();
    try {
      together.countDown();
      together.await();
      for (int i = 0; i < 20; i++) {
        Thread.yield(); // others may come in, if they can
      }
      return text + "!";
    } finally {
      end();
    }
  }
}
