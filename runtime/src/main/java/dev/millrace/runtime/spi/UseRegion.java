package dev.millrace.runtime.spi;

import org.jspecify.annotations.Nullable;

/** A nested use that maps over nothing: its steps, once. */
public abstract non-sealed class UseRegion<R extends @Nullable Object> extends Region {
  private final @Nullable LineRecall line;

  /**
   * Makes the use for a run.
   *
   * @param path the nested use, with those around it
   */
  protected UseRegion(Probe probe, String path) {
    super(probe, path);
    Within within = probe.within();
    this.line = within == null ? null : within.line();
  }

  @Override
  final @Nullable LineRecall line() {
    return line;
  }

  /** Computes the output. */
  protected abstract R compute() throws Exception;

  /** Returns the output, or throws what a node threw, as it is. */
  public final R get() {
    long since = probe().begin(path());
    R result;
    try {
      result = compute();
    } catch (Throwable thrown) {
      throw Rethrow.unchecked(thrown);
    } finally {
      if (line != null) {
        line.close();
      }
    }
    probe().end(path(), 1, since);
    return result;
  }
}
