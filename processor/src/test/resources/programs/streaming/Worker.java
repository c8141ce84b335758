package streaming;

import dev.millrace.Scope;
import dev.millrace.Stateful;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One thread at a time has it. */
@Stateful(scope = Scope.PER_WORKER, maxInstances = 2)
final class Worker implements AutoCloseable {
  static final AtomicInteger MADE = new AtomicInteger();
  static final AtomicInteger OPEN = new AtomicInteger();
  static final AtomicInteger SHARED_BY_TWO = new AtomicInteger();

  /** Down to zero once there are two at work at once. */
  static CountDownLatch bothAtWork = new CountDownLatch(0);

  private final AtomicInteger inside = new AtomicInteger();

  Worker() {
    MADE.incrementAndGet();
    OPEN.incrementAndGet();
  }

  int work(int item) throws InterruptedException {
    if (inside.incrementAndGet() > 1) {
      SHARED_BY_TWO.incrementAndGet();
    }
    bothAtWork.countDown();
    if (!bothAtWork.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("only one is at work");
    }
    inside.decrementAndGet();
    return item * 3;
  }

  @Override
  public void close() {
    OPEN.decrementAndGet();
  }
}
