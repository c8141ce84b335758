package dev.millrace.runtime.spi;

/** A nested use that maps over nothing: its steps, once. */
public abstract class UseRegion<R> {
  private final Probe probe;

  /** Makes the use for a run. */
  protected UseRegion(Probe probe) {
    this.probe = probe;
  }

  /** Computes the output. */
  protected abstract R compute() throws Exception;

  /** Returns the output, or throws what a node threw, as it is. */
  public final R get() {
    try {
      return compute();
    } catch (Throwable thrown) {
      throw Rethrow.unchecked(thrown);
    }
  }

  /** Returns the run's probe, for what is nested inside. */
  protected final Probe probe() {
    return probe;
  }
}
