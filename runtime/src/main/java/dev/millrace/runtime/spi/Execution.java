package dev.millrace.runtime.spi;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunTimeoutException;
import dev.millrace.runtime.exec.StageThreads;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How one pipeline runs: what its builder said, and the threads that its stages borrow. No thread
 * is there before a map is streamed, and none stays for long after it.
 */
public final class Execution implements AutoCloseable {
  /** For a call that is made again outside its run. */
  static final Execution NONE = new Execution("", Setup.DEFAULT.engine(Engine.INLINE));

  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private final String pipeline;
  private final Setup setup;
  private final Probe quiet;
  private final StageThreads threads;
  private volatile boolean closed;

  /** Makes what runs a pipeline of a name. */
  public Execution(String pipeline, Setup setup) {
    this.pipeline = pipeline;
    this.setup = setup;
    this.quiet = Probe.off(this);
    this.threads = new StageThreads(pipeline);
  }

  /**
   * Begins a run, and returns its probe. Its memo is told where it is.
   *
   * @throws PipelineClosedException if the pipeline is closed
   */
  public Probe start(Memo memo) {
    requireOpen();
    return setup.listener() == null && memo == Memo.NONE
        ? quiet
        : Probe.start(this, setup.listener(), memo);
  }

  /**
   * Makes a run on this thread, which is interrupted when its time is over, and returns what it
   * gives or throws what it throws, as it is.
   *
   * @throws IllegalArgumentException if the time is not positive
   * @throws RunTimeoutException if the time was over, whatever came of the run then, unless that
   *     was an error
   */
  public <T extends @Nullable Object> T within(Duration limit, Callable<T> run) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException(
          "a run of " + pipeline + " needs some time, but it is given " + limit);
    }
    return Deadline.call(
        Alarm.SHARED,
        limit.compareTo(LONGEST) > 0 ? Long.MAX_VALUE : limit.toNanos(),
        run,
        thrown -> new RunTimeoutException(pipeline, limit, thrown));
  }

  /** Returns the probe of what is around runs. */
  Probe around() {
    requireOpen();
    return setup.listener() == null ? quiet : Probe.around(this, setup.listener());
  }

  String pipeline() {
    return pipeline;
  }

  Engine engine() {
    return setup.engine();
  }

  int lanes() {
    return setup.lanes();
  }

  int chunkRows() {
    return setup.engine() == Engine.STRAIGHT ? 1 : setup.chunkRows();
  }

  boolean batchTwins() {
    return setup.batchTwins();
  }

  @Nullable RunListener listener() {
    return setup.listener();
  }

  Executor threads() {
    return threads;
  }

  /** Refuses to go on where the pipeline is closed. */
  void requireOpen() {
    if (closed) {
      throw new PipelineClosedException(pipeline);
    }
  }

  /** Lets no run begin, and no map take another chunk. */
  @Override
  public void close() {
    closed = true;
    threads.close();
  }
}
