package soak;

import dev.millrace.Scope;
import dev.millrace.Stateful;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves one thread at a time. */
@Stateful(scope = Scope.PER_WORKER, maxInstances = 3)
final class Worker implements AutoCloseable {
  private final Tally tally;
  private final AtomicInteger inside = new AtomicInteger();
  private volatile boolean closed;

  Worker(Tally tally) {
    this.tally = tally;
    tally.opened.incrementAndGet();
  }

  int work(String node, Library.Page page, Chance chance) {
    tally.require(inside.incrementAndGet() == 1, "two threads in one worker");
    try {
      int worked = chance.pass(node, page.book(), page.number());
      tally.require(!closed, "a worker is closed under a call");
      return worked;
    } finally {
      inside.decrementAndGet();
    }
  }

  @Override
  public void close() {
    tally.require(!closed, "a worker is closed twice");
    closed = true;
    tally.closed.incrementAndGet();
  }
}
