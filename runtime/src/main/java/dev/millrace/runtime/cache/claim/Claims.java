package dev.millrace.runtime.cache.claim;

import dev.millrace.runtime.Signature;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Who is at which work in this process. For any number of threads. */
public final class Claims {
  private final Map<Signature, CountDownLatch> underWay = new ConcurrentHashMap<>();

  /** How many claims a thread has taken that are not given up yet, by whomever. */
  private final ThreadLocal<AtomicInteger> taken = ThreadLocal.withInitial(AtomicInteger::new);

  /** Makes it: nobody is at anything. */
  public Claims() {}

  /**
   * Takes what nobody is at; the rest is somebody else's. What is taken may have been done since
   * the cache was last asked, so it is asked again.
   */
  public Own take(Collection<Signature> wanted) {
    Own own = new Own(taken.get());
    wanted.forEach(own::take);
    return own;
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
    if (taken.get().get() > 0) {
      return false;
    }
    end.await();
    return true;
  }

  /** The claims that one has taken at once. Closed, they are all given up. */
  public final class Own implements AutoCloseable {
    private final Set<Signature> works = ConcurrentHashMap.newKeySet(0);
    private final AtomicInteger ofThread;

    private Own(AtomicInteger ofThread) {
      this.ofThread = ofThread;
    }

    private void take(Signature work) {
      if (underWay.putIfAbsent(work, new CountDownLatch(1)) == null) {
        works.add(work);
        ofThread.incrementAndGet();
      }
    }

    /** Returns whether some work is the owner's to do. */
    public boolean has(Signature work) {
      return works.contains(work);
    }

    /** Gives one up, done or failed: those who wait for it go on. */
    public void giveUp(Signature work) {
      if (works.remove(work)) {
        ofThread.decrementAndGet();
        underWay.remove(work).countDown();
      }
    }

    @Override
    public void close() {
      works.forEach(this::giveUp);
    }
  }
}
