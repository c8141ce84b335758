package dev.millrace.runtime.spi;

import dev.millrace.runtime.exec.Lent;
import dev.millrace.runtime.exec.StageThreads;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The instances that a further lane of a stage has, instead of those of its run: what runs do not
 * share, lanes do not share either.
 */
final class LaneLeases extends Holder implements Lent {
  private final Leases run;
  private final Map<Lease<?>, Lease<?>> own = new HashMap<>();

  /**
   * Takes another instance of each of a run's leases.
   *
   * @param leases each of them once
   */
  LaneLeases(Leases run, Collection<Lease<?>> leases) {
    this.run = run;
    leases.forEach(each -> own.put(each, each.another(this)));
  }

  /** Returns for whom the current thread is at work: a lane that has its own, or else the run. */
  static Holder current(Holder run) {
    return StageThreads.lent() instanceof LaneLeases lane ? lane : run;
  }

  @Override
  Holder within() {
    return run;
  }

  @Override
  Resources resources() {
    return run.resources();
  }

  @Override
  boolean hasLeases() {
    return true;
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
    return resources().isWanted(own.values());
  }

  @Override
  public void giveBack() {
    resources().giveBack(own.values());
  }
}
