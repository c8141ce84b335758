package dev.millrace.runtime.exec;

import dev.millrace.runtime.exec.StreamedRun.Plan;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;

/**
 * Rows in chunks through stages that do next to nothing, one thread each; and the same work on one
 * thread, chunk by chunk. The difference is what it costs a row to hop from thread to thread.
 */
public final class Hops implements AutoCloseable {
  private static final int LEAST_SLOTS = 64;
  private static final int LEAST_ROWS = 1024;

  private final CountedThreads threads = new CountedThreads();
  private final Deque<long[]> idle = new ArrayDeque<>();
  private final int chunkRows;
  private final int stages;
  private final int slots;
  private long sum;

  /**
   * @param chunkRows how many rows a chunk has, a power of two
   */
  public Hops(int chunkRows, int stages) {
    this.chunkRows = chunkRows;
    this.stages = stages;
    this.slots = Math.max(LEAST_SLOTS, LEAST_ROWS / chunkRows);
    for (int i = 0; i <= slots; i++) {
      idle.add(new long[chunkRows]);
    }
  }

  /** Work that is measured. */
  private interface Pass {
    void over(int chunks) throws Throwable;
  }

  /** Returns what a row takes through the ring, once the run has begun. */
  public Spent streamed(int rows) {
    return perRow(this::stream, rows);
  }

  /** Returns what a row takes on one thread. */
  public Spent inline(int rows) {
    return perRow(this::loop, rows);
  }

  /** By the difference of a long pass and a short one: what a run takes by itself is in both. */
  private Spent perRow(Pass pass, int rows) {
    int chunks = rows / chunkRows;
    Spent few = of(pass, chunks);
    Spent many = of(pass, 3 * chunks);
    return many.less(few).by(2L * chunks * chunkRows);
  }

  private Spent of(Pass pass, int chunks) {
    sum = 0;
    Spent before = threads.soFar();
    try {
      pass.over(chunks);
    } catch (Throwable thrown) {
      throw new IllegalStateException("the pass has failed", thrown);
    }
    Spent spent = threads.soFar().less(before);
    if (sum != expected(chunks)) {
      throw new IllegalStateException("rows are lost or doubled: " + chunks + " chunks");
    }
    return spent;
  }

  private void stream(int chunks) throws Throwable {
    new StreamedRun<>(slots, Collections.nCopies(stages, new Plan<long[]>(Hops::step, 1)))
        .run(source(chunks), this::take, threads);
  }

  private void loop(int chunks) {
    Iterator<long[]> source = source(chunks);
    while (source.hasNext()) {
      long[] chunk = source.next();
      for (int stage = 0; stage < stages; stage++) {
        step(chunk);
      }
      take(chunk);
    }
  }

  private Iterator<long[]> source(int chunks) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < chunks;
      }

      @Override
      public long[] next() {
        long[] chunk = idle.remove();
        long first = (long) next * chunkRows;
        for (int row = 0; row < chunkRows; row++) {
          chunk[row] = first + row;
        }
        next++;
        return chunk;
      }
    };
  }

  private static void step(long[] chunk) {
    for (int row = 0; row < chunk.length; row++) {
      chunk[row]++;
    }
  }

  private void take(long[] chunk) {
    for (long value : chunk) {
      sum += value;
    }
    idle.addFirst(chunk);
  }

  /** The numbers below that of the rows, each increased in every stage. */
  private long expected(int chunks) {
    long rows = (long) chunks * chunkRows;
    return rows * (rows - 1) / 2 + rows * stages;
  }

  @Override
  public void close() {
    threads.close();
  }
}
