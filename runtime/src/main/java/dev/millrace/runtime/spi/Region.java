package dev.millrace.runtime.spi;

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
