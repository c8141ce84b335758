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

  /** The lane itself, and the calls of it that may outlast it. Guarded by the resources. */
  private int users = 1;

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

  /** Returns the current thread's lane, if it is one that has its own of what a run leases. */
  static @Nullable LaneLeases ofRun(Leases run) {
    return StageThreads.lent() instanceof LaneLeases lane && lane.run == run ? lane : null;
  }

  /** Notes that a call has begun that may outlast the lane: it has the lane's instances. */
  void use() {
    resources().locked(() -> ++users);
  }

  /** A run that waits goes first: others of this one have theirs. */
  @Override
  public boolean isWanted() {
    return resources().isWanted(own.values());
  }

  /** The lane, or a call of it, is done. The last of them gives the instances back. */
  @Override
  public void giveBack() {
    if (resources().locked(() -> --users) == 0) {
      resources().giveBack(own.values());
    }
  }
}
