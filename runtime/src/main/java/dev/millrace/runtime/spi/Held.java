package dev.millrace.runtime.spi;

import dev.millrace.runtime.NoFreeInstanceException;
import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.ResourceOpenException;
import org.jspecify.annotations.Nullable;

/** A resource in a run: nothing is opened or leased before its first use. */
public final class Held<T> {
  private final Leases leases;
  private final Lease<T> lease;
  private final String name;
  private final String device;

  Held(Leases leases, Lease<T> lease, String name) {
    this(leases, lease, name, "");
  }

  private Held(Leases leases, Lease<T> lease, String name, String device) {
    this.leases = leases;
    this.lease = lease;
    this.name = name;
    this.device = device;
  }

  /** Returns the same, which occupies a device unless it says otherwise itself. */
  Held<T> on(String device) {
    return new Held<>(leases, lease, name, device);
  }

  /**
   * Returns the object, which is the same throughout the run. The first use opens it, having waited
   * for an instance to be free where runs do not share them. Where the thread is interrupted while
   * it waits, or while it opens, that is thrown as it is, undeclared; so is an error.
   *
   * @throws ResourceOpenException if it cannot be opened; the next use tries again
   * @throws NoFreeInstanceException if it would wait for ever
   * @throws PipelineClosedException if the pipeline is closed
   * @throws IllegalStateException if the run has ended
   */
  public T get() {
    return leases.instance(LaneLeases.current(lease)).get(name, true);
  }

  /** Returns the object of a resource, as {@link #get} does; null for none. */
  public static <T> @Nullable T orNull(@Nullable Held<T> held) {
    return held == null ? null : held.get();
  }

  /** Returns the same resource in another run of its pipeline; itself in its own. */
  public Held<T> in(Leases run) {
    return run == leases ? this : run.again(lease, name).on(device);
  }

  /** Returns a resource in another run, as {@link #in} does; null for none. */
  public static <T> Held<T> inOrNull(@Nullable Held<T> held, Leases run) {
    return held == null ? Slots.none() : held.in(run);
  }

  /** Returns the device that it occupies, or an empty text; it is opened for that. */
  String device() {
    Instance<T> instance = leases.instance(LaneLeases.current(lease));
    String said = instance.device(instance.get(name, true));
    return said.isEmpty() ? device : said;
  }

  /** Returns whether one of these, nulls left out, is leased: for one call at a time. */
  static boolean anyLeased(@Nullable Held<?>... held) {
    for (Held<?> each : held) {
      if (each != null && each.lease.pool() != null) {
        return true;
      }
    }
    return false;
  }

  Leases leases() {
    return leases;
  }

  Lease<T> lease() {
    return lease;
  }
}
