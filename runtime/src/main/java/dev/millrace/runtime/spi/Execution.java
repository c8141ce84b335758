package dev.millrace.runtime.spi;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.exec.StageThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * How one pipeline runs: what its builder said, and the threads that its stages borrow. No thread
 * is there before a map is streamed, and none stays for long after it.
 */
public final class Execution implements AutoCloseable {
  /** For a call that is made again outside its run. */
  static final Execution NONE = new Execution("", Setup.DEFAULT.engine(Engine.INLINE));

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

  /** Returns what lends threads, and says so where the pipeline has been closed meanwhile. */
  Executor threads() {
    return this::lend;
  }

  private void lend(Runnable lane) {
    try {
      threads.execute(lane);
    } catch (RejectedExecutionException noMore) {
      requireOpen();
      throw noMore;
    }
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
