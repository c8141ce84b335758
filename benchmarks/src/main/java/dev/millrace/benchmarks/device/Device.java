package dev.millrace.benchmarks.device;

import dev.millrace.Stateful;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes one call at a time, each as long as the model says: so much for the call, so much more for
 * each row. It parks for most of that and spins for the rest, since parking alone ends late.
 */
@Stateful
public final class Device {
  /** What a call has at most. */
  public static final int BATCH = 256;

  private static final long SPUN_NANOS = 200_000;

  private final long callNanos;
  private final long rowNanos;

  public Device(long callNanos, long rowNanos) {
    this.callNanos = callNanos;
    this.rowNanos = rowNanos;
  }

  /** Returns the seconds that so many rows take in full batches. */
  public double seconds(int rows) {
    int calls = (rows - 1) / BATCH + 1;
    return ((double) calls * callNanos + (double) rows * rowNanos) / 1e9;
  }

  /** Returns one row's vector. */
  public synchronized long vector(long text) {
    pass(1);
    return answered(text);
  }

  /** Returns all rows' vectors. */
  public synchronized List<Long> vectors(List<Long> texts) {
    pass(texts.size());
    return texts.stream().map(Device::answered).toList();
  }

  /** Returns the right vector. */
  public static long answered(long text) {
    return text * 31 + 7;
  }

  private void pass(int rows) {
    long until = System.nanoTime() + callNanos + rows * rowNanos;
    long left = until - System.nanoTime();
    while (left > 0) {
      if (left > SPUN_NANOS) {
        LockSupport.parkNanos(left - SPUN_NANOS);
      } else {
        Thread.onSpinWait();
      }
      left = until - System.nanoTime();
    }
  }
}
