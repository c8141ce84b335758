package dev.millrace.runtime.spi;

import dev.millrace.runtime.exec.Lent;
import dev.millrace.runtime.exec.StageThreads;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The instances that a further lane of a stage has, instead of those of its run: what runs do not
 * share, lanes do not share either.
 */
final class LaneLeases implements Lent {
  private final Resources resources;
  private final Map<Lease<?>, Lease<?>> own;

  /**
   * @param own for each lease of the run, the lane's
   */
  LaneLeases(Resources resources, Map<Lease<?>, Lease<?>> own) {
    this.resources = resources;
    this.own = Map.copyOf(own);
  }

  /** Returns the lease that the current thread is to use: its lane's, or the run's. */
  @SuppressWarnings("unchecked") // a lane's lease is from the same pool
  static <T> Lease<T> current(Lease<T> lease) {
    if (lease.pool() != null && StageThreads.lent() instanceof LaneLeases lane) {
      @Nullable Lease<?> mine = lane.own.get(lease);
      return mine == null ? lease : (Lease<T>) mine;
    }
    return lease;
  }

  /** A run that waits goes first: others of this one have theirs. */
  @Override
  public boolean isWanted() {
    return resources.isWanted(own.values());
  }

  @Override
  public void giveBack() {
    resources.giveBack(own.values());
  }
}
