package dev.millrace.runtime.spi;

import dev.millrace.runtime.CancelledException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one node that are under way in a map, at most so many at once: the node's {@code
 * maxInFlight}. How many rows wait to be passed on in order is nobody's concern here.
 *
 * <p>Any number of threads may start calls. It belongs to one run, and is closed with it.
 */
public final class Window implements AutoCloseable {
  private static final int STAGES = 256;
  private static final int THREADS = 64;

  private final int maxInFlight;
  private final Terms terms;
  private final UnderWay calls;

  Window(int maxInFlight, Terms terms, UnderWay calls) {
    this.maxInFlight = maxInFlight;
    this.terms = terms;
    this.calls = calls;
  }

  /**
   * Returns the window of a node that returns stages.
   *
   * @param maxInFlight how many calls there are at once; 0 for 256
   * @param leases what has the run's resources, if the node reads any: they last until nothing of
   *     its calls is at work
   * @param held the resources that the node reads; null for one that was not given
   */
  public static Window ofStages(
      Terms terms, int maxInFlight, @Nullable Leases leases, @Nullable Held<?>... held) {
    return of(terms, maxInFlight == 0 ? STAGES : maxInFlight, leases, held);
  }

  /**
   * Returns the window of a node that waits, as {@link #ofStages} does.
   *
   * @param maxInFlight how many calls there are at once, each on a thread; 0 for 64
   */
  public static Window ofThreads(
      Terms terms, int maxInFlight, @Nullable Leases leases, @Nullable Held<?>... held) {
    return of(terms, maxInFlight == 0 ? THREADS : maxInFlight, leases, held);
  }

  private static Window of(
      Terms terms, int maxInFlight, @Nullable Leases leases, @Nullable Held<?>[] held) {
    return new Window(maxInFlight, terms, UnderWay.of(maxInFlight, leases, held));
  }

  /** Returns how many calls there are at once. */
  int maxInFlight() {
    return maxInFlight;
  }

  /** Returns how many calls there are now. */
  int inFlight() {
    return calls.inFlight();
  }

  /** Returns the node that is called. */
  String node() {
    return terms.node();
  }

  /**
   * Waits until a call may begin, which needs permits of its devices too, makes it on this thread,
   * and returns what it comes to: the node's value, or its failure as the node had it, which is
   * thrown by nothing here. It ends no later than the node's time allows; further attempts are made
   * on other threads.
   *
   * @throws InterruptedException if the thread is interrupted before the call begins
   * @throws CancelledException if the window is closed
   */
  public <T extends @Nullable Object> Pending<T> start(
      Callable<? extends @Nullable CompletionStage<? extends T>> call) throws InterruptedException {
    return calls.start(new StageCall<T>(0, terms, calls, call));
  }

  /**
   * Waits until a call may begin, has it made on another thread, and returns what it comes to, as
   * {@link #start} does.
   *
   * @throws InterruptedException if the thread is interrupted before that
   * @throws CancelledException if the window is closed
   */
  public <T extends @Nullable Object> Pending<T> startBlocking(Callable<? extends T> call)
      throws InterruptedException {
    return calls.start(new ThreadCall<T>(terms, calls, call));
  }

  /**
   * Ends every call that is under way with a {@link CancelledException}, and returns when no thread
   * is in any: threads are interrupted, futures are cancelled. What a stage comes to afterwards,
   * nobody hears.
   */
  @Override
  public void close() {
    calls.close();
  }
}
