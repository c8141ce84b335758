package dev.millrace.benchmarks.waiting;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Answers each question after its own while. All contenders ask the same, whose timer's threads
 * complete the stages.
 */
public final class Service implements AutoCloseable {
  private static final int TIMER_THREADS = 2;

  private final long[] nanos;
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(TIMER_THREADS);

  /**
   * @param delays by question
   */
  public Service(Delays delays, int questions) {
    nanos = delays.nanos(questions);
  }

  /** Begins to answer. */
  public CompletableFuture<Long> ask(long question) {
    CompletableFuture<Long> answer = new CompletableFuture<>();
    timer.schedule(
        () -> answer.complete(answered(question)), nanos[(int) question], TimeUnit.NANOSECONDS);
    return answer;
  }

  /** Returns the right answer. */
  public static long answered(long question) {
    return question * 31 + 7;
  }

  /** Returns how long all questions take one after the other, in seconds. */
  public double secondsOneByOne() {
    double sum = 0;
    for (long each : nanos) {
      sum += each;
    }
    return sum / 1e9;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
