package dev.millrace.runtime.spi;

import org.jspecify.annotations.Nullable;

/** A nested use that maps over nothing: its steps, once. */
public abstract class UseRegion<R extends @Nullable Object> {
  private final Probe probe;
  private final String path;

  /**
   * Makes the use for a run.
   *
   * @param path the nested use, with those around it
   */
  protected UseRegion(Probe probe, String path) {
    this.probe = probe;
    this.path = path;
  }

  /** Computes the output. */
  protected abstract R compute() throws Exception;

  /** Returns the output, or throws what a node threw, as it is. */
  public final R get() {
    long since = probe.begin(path);
    R result;
    try {
      result = compute();
    } catch (Throwable thrown) {
      throw Rethrow.unchecked(thrown);
    }
    probe.end(path, 1, since);
    return result;
  }

  /** Returns the run's probe, for what is nested inside. */
  protected final Probe probe() {
    return probe;
  }

  /** Notes that the use comes back to a node that began before others did. */
  protected final void back(String node) {
    if (probe.isOn()) {
      probe.back(path + "." + node);
    }
  }

  /** Notes that a node begins, and returns the time. */
  protected final long begin(String node) {
    return probe.isOn() ? probe.begin(path + "." + node) : 0;
  }

  /** Notes that a node has computed some items since a time. */
  protected final void end(String node, int items, long since) {
    if (probe.isOn()) {
      probe.end(path + "." + node, items, since);
    }
  }
}
