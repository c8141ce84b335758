package dev.millrace.runtime.spi;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import dev.millrace.runtime.Explanation;
import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunTimeoutException;
import dev.millrace.runtime.exec.StageThreads;
import dev.millrace.runtime.observe.Recorder;
import dev.millrace.runtime.serve.Gatherings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
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
  private final Probe lone;
  private final StageThreads threads;
  private final @Nullable Execution around;
  private final @Nullable Gatherings gatherings;
  private final @Nullable Caching caching;
  private final Set<Execution> served = ConcurrentHashMap.newKeySet(0);
  private volatile boolean closed;

  /** Makes what runs a pipeline of a name. */
  public Execution(String pipeline, Setup setup) {
    this(setup, pipeline, null, null);
  }

  /**
   * Makes what runs a pipeline that may have a cache.
   *
   * @param type the pipeline's interface
   * @param works how its values come about, for the cache alone
   */
  public Execution(String pipeline, Setup setup, Class<?> type, Supplier<Works> works) {
    this(setup, pipeline, null, caching(setup.cache(), pipeline, type, works));
  }

  private static @Nullable Caching caching(
      @Nullable Cache cache, String pipeline, Class<?> type, Supplier<Works> works) {
    return cache == null || !cache.isEnabled() ? null : new Caching(cache, pipeline, type, works);
  }

  /**
   * @param around what this is a served one of; or null
   * @param caching the cache; or null
   */
  private Execution(
      Setup setup, String pipeline, @Nullable Execution around, @Nullable Caching caching) {
    this.caching = caching;
    this.pipeline = pipeline;
    this.setup = setup;
    this.threads = new StageThreads(pipeline);
    this.around = around;
    this.gatherings =
        around == null || !setup.batchTwins() ? null : new Gatherings(pipeline + " (served)");
    this.quiet = Probe.off(this, gatherings);
    this.lone = gatherings == null ? quiet : Probe.off(this, null);
  }

  /**
   * Returns what runs the same pipeline for many threads, whose calls meet. It ends with this.
   *
   * @throws PipelineClosedException if the pipeline is closed
   */
  public Execution serve() {
    Execution serving = new Execution(setup, pipeline, this, caching);
    served.add(serving);
    if (closed) {
      serving.close();
    }
    requireOpen();
    return serving;
  }

  /** Returns whether the runs are served, and the resources another's. */
  public boolean isServed() {
    return around != null;
  }

  /**
   * Returns where the calls of a run that begins on this thread meet those of others; null for
   * nowhere. A run within a call for others must not wait for any, nor one within a call that has a
   * device, for which who leads may be waiting.
   */
  private @Nullable Gatherings gatherings() {
    return gatherings == null || Gatherings.isLeading() || DeviceCall.current() != null
        ? null
        : gatherings;
  }

  /**
   * Begins a run, and returns its probe. Its memo is told where it is.
   *
   * @throws PipelineClosedException if the pipeline is closed
   */
  public Probe start(Memo memo) {
    requireOpen();
    if (setup.listener() == null && memo == Memo.NONE && !Recorder.CURRENT.recordsRuns()) {
      return gatherings() == gatherings ? quiet : lone;
    }
    return Probe.start(this, setup.listener(), memo, gatherings(), account -> null);
  }

  /**
   * Begins a run that may have a cache, as {@link #start(Memo)} does.
   *
   * @param inputs what it is given
   * @param want the place of the output that is asked for, or a negative number for all
   */
  public Probe start(Memo memo, Slots inputs, int want) {
    if (caching == null) {
      return start(memo);
    }
    requireOpen();
    return Probe.start(
        this,
        setup.listener(),
        memo,
        gatherings(),
        account -> caching.recall(memo, inputs, want, account));
  }

  /**
   * Returns what a run would compute, and why. Without a cache that is all that is asked for.
   *
   * @param inputs what it is given
   * @param want the place of the output that is asked for, or a negative number for all
   */
  public Explanation explain(Slots inputs, int want) {
    requireOpen();
    return caching == null ? new Explanation(pipeline, List.of()) : caching.explain(inputs, want);
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
    Objects.requireNonNull(limit, "the time of a run is null");
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException(
          "a run of " + pipeline + " needs some time, but it is given " + limit);
    }
    long nanos = limit.compareTo(LONGEST) > 0 ? Long.MAX_VALUE : limit.toNanos();
    long since = System.nanoTime();
    T result =
        Deadline.call(
            Alarm.SHARED, nanos, run, thrown -> new RunTimeoutException(pipeline, limit, thrown));
    if (System.nanoTime() - since > nanos) {
      throw new RunTimeoutException(pipeline, limit, null); // the alarm was late
    }
    return result;
  }

  /** Returns the probe of what nobody is told of. */
  Probe quiet() {
    return quiet;
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

  boolean isClosed() {
    return closed;
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
    if (gatherings != null) {
      gatherings.close();
    }
    served.forEach(Execution::close);
    if (around != null) {
      around.served.remove(this);
    }
    threads.close();
    if (caching != null && around == null) {
      caching.close();
    }
  }
}
