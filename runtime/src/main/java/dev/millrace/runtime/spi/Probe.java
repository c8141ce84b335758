package dev.millrace.runtime.spi;

import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.exec.StageThreads;
import dev.millrace.runtime.observe.Recorder;
import dev.millrace.runtime.observe.RunCounts;
import dev.millrace.runtime.observe.Span;
import dev.millrace.runtime.serve.Gatherings;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a run tells its listener, and its memo. Where there is neither, one shared instance that
 * tells nothing.
 */
public final class Probe {
  private final Execution execution;
  private final Memo memo;
  private final boolean keeps;
  private final @Nullable Account account;
  private final @Nullable Span span;
  private final @Nullable Gatherings gatherings;
  private final @Nullable LineRecall recall;
  private final @Nullable Within within;

  private Probe(
      Execution execution,
      Memo memo,
      @Nullable Account account,
      @Nullable Span span,
      @Nullable Gatherings gatherings,
      @Nullable LineRecall recall,
      @Nullable Within within) {
    this.execution = execution;
    this.memo = memo;
    this.recall = recall;
    this.within = within;
    this.keeps = memo != Memo.NONE || recall != null;
    this.account = account;
    this.span = span;
    this.gatherings = gatherings;
  }

  /**
   * Returns the probe of runs of which nobody is told.
   *
   * @param gatherings where their calls meet those of others; null for nowhere
   */
  static Probe off(Execution execution, @Nullable Gatherings gatherings) {
    return new Probe(execution, Memo.NONE, null, null, gatherings, null, null);
  }

  /**
   * Returns the probe of a run that begins; its memo is told where it is.
   *
   * @param gatherings where its calls meet those of others; null for nowhere
   * @param recall gives what the run need not compute; null without a cache
   */
  static Probe start(
      Execution execution,
      @Nullable RunListener listener,
      Memo memo,
      @Nullable Gatherings gatherings,
      Function<@Nullable Account, @Nullable LineRecall> recall) {
    String pipeline = execution.pipeline();
    Account account = Account.open(listener, pipeline, memo.around());
    Span span = Recorder.CURRENT.run(pipeline);
    try {
      return new Probe(execution, memo, account, span, gatherings, recall.apply(account), null);
    } catch (Throwable failure) { // of the cache: who watches is told how the run ends
      throw new Probe(execution, memo, account, span, gatherings, null, null).failed(failure);
    }
  }

  /** Returns the probe of a call that is made again outside its run: nobody is told. */
  public static Probe quiet() {
    return Execution.NONE.quiet();
  }

  /** Returns the same for a nested use, which remembers by this. */
  Probe inside(Within inside) {
    return new Probe(execution, memo, account, span, gatherings, null, inside);
  }

  /** Returns the same for the nested use that is a step. */
  public Probe inside(int use) {
    return recall == null ? this : inside(recall.within(use));
  }

  /** Returns what a nested use remembers by; null without a cache. */
  @Nullable Within within() {
    return within;
  }

  /**
   * Returns whether a step is to be computed, of those that are needed.
   *
   * @throws InterruptedException if another run is at the same work and the thread is interrupted
   */
  public boolean computes(int step) throws InterruptedException {
    return recall == null || recall.computes(step);
  }

  /** Returns the value of a step that is not computed; what is unset where nobody needs it. */
  public <T> T recalled(int step, T unset) {
    T value = recalled(step);
    return value == null ? unset : value;
  }

  /** Returns the value of a step that is not computed; null where nobody needs it. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // what its codec has read
  public <T extends @Nullable Object> T recalled(int step) {
    if (recall == null) {
      return Slots.none();
    }
    Object value = recall.recalled(step);
    if (recall.isHit(step)) {
      memo.keep(step, value); // other runs of the call need not ask
    }
    return (T) value;
  }

  /** Returns whether calls of the run may be made together with those of others. */
  public boolean meets() {
    return gatherings != null;
  }

  /** Returns where they meet; null for nowhere. */
  @Nullable Gatherings gatherings() {
    return gatherings;
  }

  /** Returns how the pipeline runs. */
  Execution execution() {
    return execution;
  }

  /** Notes that the run has ended well. */
  public void finished() {
    close();
    if (account != null) {
      account.finished();
    }
    if (span != null) {
      span.end(0, null);
    }
  }

  private void close() {
    if (recall != null) {
      recall.close();
    }
  }

  /** Notes that the run has failed, and throws what it failed with, as it is. */
  public RuntimeException failed(Throwable failure) {
    close();
    RunEnd.leaves(failure, memo);
    Notes.leave(failure);
    if (account != null) {
      account.failed(failure);
    }
    if (span != null) {
      span.end(0, failure);
    }
    throw Rethrow.unchecked(failure);
  }

  /**
   * Notes that a step begins; throws what it failed with in another run if it would only do so
   * again.
   */
  public void at(int step) {
    if (keeps) {
      memo.at(step);
    }
  }

  /** Notes that a step begins and that it is a node's, and returns the time. */
  public long begin(int step, String node) {
    at(step);
    return isOn() ? begin(node) : 0;
  }

  /** Notes that a step's node has computed its value since a time. */
  public void end(String node, long since) {
    if (isOn()) {
      end(node, 1, since);
    }
  }

  /** Notes that a step's node has computed a value since a time, and returns that. */
  public <T extends @Nullable Object> T end(int step, String node, long since, T value) {
    end(node, since);
    keep(step, value);
    return value;
  }

  /** Notes a boolean that a step's node has computed, and returns it. */
  public boolean end(int step, String node, long since, boolean value) {
    end(node, since);
    keep(step, value);
    return value;
  }

  /** Notes a byte that a step's node has computed, and returns it. */
  public byte end(int step, String node, long since, byte value) {
    end(node, since);
    keep(step, value);
    return value;
  }

  /** Notes a short that a step's node has computed, and returns it. */
  public short end(int step, String node, long since, short value) {
    end(node, since);
    keep(step, value);
    return value;
  }

  /** Notes a char that a step's node has computed, and returns it. */
  public char end(int step, String node, long since, char value) {
    end(node, since);
    keep(step, value);
    return value;
  }

  /** Notes an int that a step's node has computed, and returns it. */
  public int end(int step, String node, long since, int value) {
    end(node, since);
    keep(step, value);
    return value;
  }

  /** Notes a long that a step's node has computed, and returns it. */
  public long end(int step, String node, long since, long value) {
    end(node, since);
    keep(step, value);
    return value;
  }

  /** Notes a float that a step's node has computed, and returns it. */
  public float end(int step, String node, long since, float value) {
    end(node, since);
    keep(step, value);
    return value;
  }

  /** Notes a double that a step's node has computed, and returns it. */
  public double end(int step, String node, long since, double value) {
    end(node, since);
    keep(step, value);
    return value;
  }

  private void keepValue(int step, @Nullable Object value) {
    memo.keep(step, value);
    if (recall != null) {
      recall.keep(step, value);
    }
  }

  /** Notes the value that a step has computed, for runs that have the same. */
  public void keep(int step, @Nullable Object value) {
    if (keeps) {
      keepValue(step, value);
    }
  }

  /** Notes a boolean; it is boxed only where somebody keeps it. */
  public void keep(int step, boolean value) {
    if (keeps) {
      keepValue(step, value);
    }
  }

  /** Notes a byte; it is boxed only where somebody keeps it. */
  public void keep(int step, byte value) {
    if (keeps) {
      keepValue(step, value);
    }
  }

  /** Notes a short; it is boxed only where somebody keeps it. */
  public void keep(int step, short value) {
    if (keeps) {
      keepValue(step, value);
    }
  }

  /** Notes a char; it is boxed only where somebody keeps it. */
  public void keep(int step, char value) {
    if (keeps) {
      keepValue(step, value);
    }
  }

  /** Notes an int; it is boxed only where somebody keeps it. */
  public void keep(int step, int value) {
    if (keeps) {
      keepValue(step, value);
    }
  }

  /** Notes a long; it is boxed only where somebody keeps it. */
  public void keep(int step, long value) {
    if (keeps) {
      keepValue(step, value);
    }
  }

  /** Notes a float; it is boxed only where somebody keeps it. */
  public void keep(int step, float value) {
    if (keeps) {
      keepValue(step, value);
    }
  }

  /** Notes a double; it is boxed only where somebody keeps it. */
  public void keep(int step, double value) {
    if (keeps) {
      keepValue(step, value);
    }
  }

  /** Notes that a node begins, and returns the time. */
  public long begin(String node) {
    back(node);
    if (account == null) {
      return 0;
    }
    account.nodeStarted(node);
    return System.nanoTime();
  }

  /** Notes that the run comes back to a node that began before others did, or to a map. */
  void back(String node) {
    if (remembers()) {
      memo.begun(node);
    }
  }

  /** Returns whether anybody is told: whether what is told need be worked out at all. */
  boolean isOn() {
    return keeps || account != null;
  }

  /** Returns the time, if anybody wants to know. */
  public long now() {
    return account == null ? 0 : System.nanoTime();
  }

  /** Notes that a node has computed some items since a time. */
  public void end(String node, long items, long since) {
    ended(node);
    if (account != null) {
      account.nodeFinished(node, items, System.nanoTime() - since);
    }
  }

  /** Notes that the run is done with a node, or a map. */
  void ended(String node) {
    if (remembers()) {
      memo.ended(node);
    }
  }

  /** Returns the account of the run, or null. */
  @Nullable Account account() {
    return account;
  }

  /**
   * Returns a node's result.
   *
   * @throws NullResultException if it is null
   */
  public static <T> T notNull(String node, @Nullable T result) {
    if (result == null) {
      throw NullResultException.of(node);
    }
    return result;
  }

  /**
   * Returns a node's list, whose elements are to be results by themselves.
   *
   * @throws NullResultException if it, or one of its elements, is null
   */
  public static <T> List<T> noneNull(String node, @Nullable List<T> list) {
    long position = firstNull(notNull(node, list));
    if (position >= 0) {
      throw NullResultException.ofElement(node, position);
    }
    return list;
  }

  /** Returns the place of the first null in a list, or a negative number. */
  static long firstNull(List<?> list) {
    long position = 0;
    for (Object element : list) {
      if (element == null) {
        return position;
      }
      position++;
    }
    return -1;
  }

  /** Returns what is counted of a run, if anybody watches it; or null. */
  @Nullable RunCounts counts() {
    return account == null ? null : account.counts();
  }

  /** The memo follows the run's own thread. */
  private boolean remembers() {
    return keeps && !StageThreads.isCurrent();
  }
}
