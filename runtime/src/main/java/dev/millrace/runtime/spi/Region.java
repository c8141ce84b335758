package dev.millrace.runtime.spi;

import org.jspecify.annotations.Nullable;

/** A nested use in a run: its nodes are told of by its name and theirs. */
public abstract sealed class Region permits MapRegion, UseRegion {
  private final Probe probe;
  private final String path;

  /**
   * @param path the nested use, with those around it
   */
  Region(Probe probe, String path) {
    this.probe = probe;
    this.path = path;
  }

  /** Returns the nested use, with those around it. */
  final String path() {
    return path;
  }

  /** Returns what is known of the steps that run once; null without a cache. */
  abstract @Nullable LineRecall line();

  /** Returns whether a step that runs once is to be computed. */
  protected final boolean computes(int step) throws InterruptedException {
    LineRecall line = line();
    return line == null || line.computes(step);
  }

  /** Notes the value of such a step. */
  protected final void kept(int step, @Nullable Object value) {
    LineRecall line = line();
    if (line != null) {
      line.keep(step, value);
    }
  }

  /** Notes a boolean; it is boxed only where somebody keeps it. */
  protected final void kept(int step, boolean value) {
    if (line() != null) {
      kept(step, (Object) value);
    }
  }

  /** Notes a byte; it is boxed only where somebody keeps it. */
  protected final void kept(int step, byte value) {
    if (line() != null) {
      kept(step, (Object) value);
    }
  }

  /** Notes a short; it is boxed only where somebody keeps it. */
  protected final void kept(int step, short value) {
    if (line() != null) {
      kept(step, (Object) value);
    }
  }

  /** Notes a char; it is boxed only where somebody keeps it. */
  protected final void kept(int step, char value) {
    if (line() != null) {
      kept(step, (Object) value);
    }
  }

  /** Notes an int; it is boxed only where somebody keeps it. */
  protected final void kept(int step, int value) {
    if (line() != null) {
      kept(step, (Object) value);
    }
  }

  /** Notes a long; it is boxed only where somebody keeps it. */
  protected final void kept(int step, long value) {
    if (line() != null) {
      kept(step, (Object) value);
    }
  }

  /** Notes a float; it is boxed only where somebody keeps it. */
  protected final void kept(int step, float value) {
    if (line() != null) {
      kept(step, (Object) value);
    }
  }

  /** Notes a double; it is boxed only where somebody keeps it. */
  protected final void kept(int step, double value) {
    if (line() != null) {
      kept(step, (Object) value);
    }
  }

  /** Returns the value of a step that is not computed; what is unset where nobody needs it. */
  @SuppressWarnings("unchecked") // what the codec of the step's type has read
  protected final <T> T recalled(int step, T unset) {
    LineRecall line = line();
    Object value = line == null ? null : line.recalled(step);
    return value == null ? unset : (T) value;
  }

  /** Returns the value of a step that is not computed; null where nobody needs it. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as above
  protected final <T extends @Nullable Object> T recalled(int step) {
    LineRecall line = line();
    return (T) (line == null ? null : line.recalled(step));
  }

  /** Returns the probe for a nested use that is a step that runs once. */
  protected final Probe inside(int use) {
    LineRecall line = line();
    return line == null ? probe : probe.inside(line.within(use));
  }

  /** Returns the run's probe, for what is nested inside. */
  protected final Probe probe() {
    return probe;
  }

  /** Returns the time, if anybody wants to know. */
  protected final long now() {
    return probe.now();
  }

  /** Notes that a node begins that runs once, and returns the time. */
  protected final long begin(String node) {
    return probe.isOn() ? probe.begin(place(node)) : 0;
  }

  /** Notes that the use comes back to such a node, which began before others did. */
  protected final void back(String node) {
    if (probe.isOn()) {
      probe.back(place(node));
    }
  }

  /** Notes that a node has computed some items since a time. */
  protected final void end(String node, int items, long since) {
    if (probe.isOn()) {
      probe.end(place(node), items, since);
    }
  }

  private String place(String node) {
    return path + "." + node;
  }
}
