package dev.millrace.runtime.spi;

import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.exec.StageThreads;
import dev.millrace.runtime.serve.Gatherings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a run tells its listener, and its memo. Where there is neither, one shared instance that
 * tells nothing.
 */
public final class Probe {
  private static final Logger LOGGER = System.getLogger("dev.millrace.runtime");

  private final Execution execution;
  private final String pipeline;
  private final Memo memo;
  private final boolean keeps;
  private final long startedAt;
  private final @Nullable Gatherings gatherings;
  private @Nullable RunListener listener; // written under the lock; where it is null, it stays so

  private Probe(
      Execution execution,
      @Nullable RunListener listener,
      Memo memo,
      @Nullable Gatherings gatherings) {
    this.execution = execution;
    this.pipeline = execution.pipeline();
    this.memo = memo;
    this.keeps = memo != Memo.NONE;
    this.listener = listener;
    this.startedAt = listener == null ? 0 : System.nanoTime();
    this.gatherings = gatherings;
  }

  /**
   * Returns the probe of runs of which nobody is told.
   *
   * @param gatherings where their calls meet those of others; null for nowhere
   */
  static Probe off(Execution execution, @Nullable Gatherings gatherings) {
    return new Probe(execution, null, Memo.NONE, gatherings);
  }

  /**
   * Returns the probe of a run that begins; its memo is told where it is.
   *
   * @param gatherings where its calls meet those of others; null for nowhere
   */
  static Probe start(
      Execution execution,
      @Nullable RunListener listener,
      Memo memo,
      @Nullable Gatherings gatherings) {
    Probe probe = new Probe(execution, listener, memo, gatherings);
    probe.tell(each -> each.runStarted(probe.pipeline));
    return probe;
  }

  /** Returns the probe of a call that is made again outside its run: nobody is told. */
  public static Probe quiet() {
    return Execution.NONE.start(Memo.NONE);
  }

  /** Returns the probe of what is around runs. */
  static Probe around(Execution execution, RunListener listener) {
    return new Probe(execution, listener, Memo.NONE, null);
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
    if (listener != null) {
      Duration elapsed = Duration.ofNanos(System.nanoTime() - startedAt);
      tell(each -> each.runFinished(pipeline, elapsed));
    }
  }

  /** Notes that the run has failed, and throws what it failed with, as it is. */
  public RuntimeException failed(Throwable failure) {
    if (listener != null) {
      try {
        tell(each -> each.runFailed(pipeline, failure));
      } catch (Error broken) {
        if (broken != failure) {
          failure.addSuppressed(broken);
        }
      }
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

  /** Notes the value that a step has computed, for runs that have the same. */
  public void keep(int step, @Nullable Object value) {
    if (keeps) {
      memo.keep(step, value);
    }
  }

  /** Notes a boolean; it is boxed only where somebody keeps it. */
  public void keep(int step, boolean value) {
    if (keeps) {
      memo.keep(step, value);
    }
  }

  /** Notes a byte; it is boxed only where somebody keeps it. */
  public void keep(int step, byte value) {
    if (keeps) {
      memo.keep(step, value);
    }
  }

  /** Notes a short; it is boxed only where somebody keeps it. */
  public void keep(int step, short value) {
    if (keeps) {
      memo.keep(step, value);
    }
  }

  /** Notes a char; it is boxed only where somebody keeps it. */
  public void keep(int step, char value) {
    if (keeps) {
      memo.keep(step, value);
    }
  }

  /** Notes an int; it is boxed only where somebody keeps it. */
  public void keep(int step, int value) {
    if (keeps) {
      memo.keep(step, value);
    }
  }

  /** Notes a long; it is boxed only where somebody keeps it. */
  public void keep(int step, long value) {
    if (keeps) {
      memo.keep(step, value);
    }
  }

  /** Notes a float; it is boxed only where somebody keeps it. */
  public void keep(int step, float value) {
    if (keeps) {
      memo.keep(step, value);
    }
  }

  /** Notes a double; it is boxed only where somebody keeps it. */
  public void keep(int step, double value) {
    if (keeps) {
      memo.keep(step, value);
    }
  }

  /** Notes that a node begins, and returns the time. */
  public long begin(String node) {
    if (remembers()) {
      memo.begun(node);
    }
    if (listener == null) {
      return 0;
    }
    tell(each -> each.nodeStarted(node));
    return System.nanoTime();
  }

  /** Notes that the run comes back to a node that began before others did. */
  void back(String node) {
    memo.begun(node);
  }

  /** Returns whether anybody is told: whether what is told need be worked out at all. */
  boolean isOn() {
    return keeps || listener != null;
  }

  /** Returns the time, if anybody wants to know. */
  public long now() {
    return listener == null ? 0 : System.nanoTime();
  }

  /** Notes that a node has computed some items since a time. */
  public void end(String node, long items, long since) {
    if (remembers()) {
      memo.ended(node);
    }
    if (listener != null) {
      Duration elapsed = Duration.ofNanos(System.nanoTime() - since);
      tell(each -> each.nodeFinished(node, items, elapsed));
    }
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

  void mapStarted(String node, long items) {
    if (remembers()) {
      memo.begun(node);
    }
    if (listener != null) {
      tell(each -> each.mapStarted(node, items));
    }
  }

  void mapAdvanced(String node, long done, long items) {
    if (listener != null) {
      tell(each -> each.mapAdvanced(node, done, items));
    }
  }

  /** The memo follows the run's own thread. */
  private boolean remembers() {
    return keeps && !StageThreads.isCurrent();
  }

  /** Tells one thing at a time: stages run at once. */
  private synchronized void tell(Consumer<RunListener> event) {
    RunListener current = listener;
    if (current == null) {
      return;
    }
    try {
      event.accept(current);
    } catch (Exception | LinkageError failure) { // Exception: not every language checks them
      listener = null;
      LOGGER.log(
          Level.WARNING,
          "the listener "
              + current.getClass().getName()
              + " failed and is told no more of this run",
          failure);
    }
  }
}
