package dev.millrace.runtime.cache.claim;

import dev.millrace.runtime.Signature;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Who is at which work in this process. For any number of threads. */
public final class Claims {
  private final Map<Signature, CountDownLatch> underWay = new ConcurrentHashMap<>();

  /** How many holders of claims a thread has that are not closed yet, by whomever. */
  private final ThreadLocal<AtomicInteger> holding = ThreadLocal.withInitial(AtomicInteger::new);

  private final AtomicLong closings = new AtomicLong();

  /** Makes it: nobody is at anything. */
  public Claims() {}

  /** Begins to take claims: none is taken yet. */
  public Own begin() {
    return new Own(holding.get());
  }

  /**
   * Takes what nobody is at; the rest is somebody else's. What is taken may have been done since
   * the cache was last asked, so it is asked again.
   */
  public Own take(Collection<Signature> wanted) {
    Own own = begin();
    wanted.forEach(own::take);
    return own;
  }

  /**
   * Returns a number that is another once anybody has given up what he had. While it stays, nothing
   * has been done since that was not there before.
   */
  public long closings() {
    return closings.get();
  }

  /**
   * Waits until nobody is at some work; whether it came to anything, the cache knows. Who has
   * claims himself does not wait.
   *
   * @return whether nobody is at it now
   * @throws InterruptedException if the thread is interrupted before
   */
  public boolean await(Signature work) throws InterruptedException {
    CountDownLatch end = underWay.get(work);
    if (end == null) {
      return true;
    }
    if (holding.get().get() > 0) {
      return false;
    }
    end.await();
    return true;
  }

  /**
   * The claims that one has taken. Closed, they are all given up, and those who wait for any go on.
   * Not for several threads at a time.
   */
  public final class Own implements AutoCloseable {
    private final Set<Signature> works = new HashSet<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger ofThread;

    private Own(AtomicInteger ofThread) {
      this.ofThread = ofThread;
    }

    /** Takes some work, and returns whether it was nobody's before. */
    public boolean take(Signature work) {
      if (underWay.putIfAbsent(work, end) != null) {
        return false;
      }
      if (works.isEmpty()) {
        ofThread.incrementAndGet();
      }
      works.add(work);
      return true;
    }

    /** Returns whether some work is the owner's to do. */
    public boolean has(Signature work) {
      return works.contains(work);
    }

    @Override
    public void close() {
      if (works.isEmpty()) {
        return;
      }
      closings.incrementAndGet(); // before anybody can take what was given up
      works.forEach(underWay::remove);
      works.clear();
      ofThread.decrementAndGet();
      end.countDown();
    }
  }
}
