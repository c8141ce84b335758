package dev.millrace.runtime.spi;

import dev.millrace.runtime.DevicePermits;
import dev.millrace.runtime.NoFreeInstanceException;
import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.Resource;
import dev.millrace.runtime.ResourceOpenException;
import dev.millrace.runtime.exec.Lent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one run has of its pipeline's resources, and those that its own nodes made. To be closed
 * when the run has ended and nothing of it is still at work; the instances that it leased then go
 * back to their pools. Threads of the run may share it.
 *
 * <p>A run that needs several leases reserves them together, before it uses the first. One that
 * takes them one by one may wait for a run that waits for it.
 */
public final class Leases extends Holder implements AutoCloseable {
  private static final Logger LOGGER = System.getLogger("dev.millrace.runtime");

  private final Resources resources;
  private final @Nullable Leases around;
  private final @Nullable DeviceCall deviceCall;
  private final Opened made = new Opened();
  private final Map<Pool<?>, Lease<?>> leased = new HashMap<>(); // guarded by resources
  private final Map<Resource<?>, Instance<?>> instances = new HashMap<>(); // guarded by resources
  private volatile boolean closed;

  /** Whether it may lease anything; said and asked by the thread that makes the run. */
  private boolean isAtWork;

  private @Nullable Holder within;

  /** The run itself, and the calls of it that may outlast it. Guarded by resources. */
  private int users = 1;

  /**
   * Makes a run's.
   *
   * @param around those of the many runs of which it is one; or null
   */
  Leases(Resources resources, @Nullable Leases around) {
    this.resources = resources;
    this.around = around;
    this.deviceCall = resources.devices().isEmpty() ? null : DeviceCall.current();
  }

  /**
   * Returns what was given for an input, to be opened or leased on first use. Equal resources are
   * one instance, also where an instance is leased: the run has one lease of it.
   *
   * @param given a {@link Resource}, or the object itself, which stays the caller's
   * @param name the input's
   */
  public <T> Held<T> hold(Object given, String name) {
    Resource<T> resource = resource(given);
    return resource instanceof ConstructedResource<T> handle && handle.perWorker()
        ? leased(resource, handle.maxInstances(), name)
        : shared(resource, name);
  }

  /**
   * Returns what was given for an input, as {@link #hold} does.
   *
   * @param device what it occupies unless it says otherwise itself, as the input's type says
   */
  public <T> Held<T> hold(Object given, String name, String device) {
    return this.<T>hold(given, name).on(device);
  }

  /**
   * Returns what was given for an input whose type says that runs do not share it, as {@link #hold}
   * does: leased also if it is no handle that says so itself. What a handle says goes first.
   *
   * @param maxInstances how many there are at once, of those that are no handles; 0 for no limit
   */
  public <T> Held<T> holdPerWorker(int maxInstances, Object given, String name) {
    Resource<T> resource = resource(given);
    return resource.isLive() || resource instanceof ConstructedResource<T>
        ? hold(given, name)
        : leased(resource, maxInstances, name);
  }

  /**
   * Returns what was given for an input, as {@link #holdPerWorker} does.
   *
   * @param device what it occupies unless it says otherwise itself, as the input's type says
   */
  public <T> Held<T> holdPerWorker(int maxInstances, Object given, String name, String device) {
    return this.<T>holdPerWorker(maxInstances, given, name).on(device);
  }

  @SuppressWarnings("unchecked") // the generated setter of the input takes only these
  private static <T> Resource<T> resource(Object given) {
    return given instanceof Resource<?> known ? (Resource<T>) known : Resource.live((T) given);
  }

  private <T> Held<T> shared(Resource<T> resource, String name) {
    return new Held<>(this, Lease.shared(resources.shared(resource)), name);
  }

  private <T> Held<T> leased(Resource<T> resource, int maxInstances, String name) {
    return new Held<>(this, lease(resources.pool(resource, maxInstances), name), name);
  }

  @SuppressWarnings("unchecked") // a pool has leases of its own type
  private <T> Lease<T> lease(Pool<T> pool, String name) {
    enter();
    return resources.locked(
        () -> (Lease<T>) leased.computeIfAbsent(pool, added -> Lease.from(added, this, name)));
  }

  /** Notes that this thread is at work for this run, until it is closed. */
  private void enter() {
    if (!isAtWork) {
      isAtWork = true;
      within = Errand.current();
      Errand.is(this);
    }
  }

  /** Returns what another run of the pipeline holds, held by this one. */
  <T> Held<T> again(Lease<T> lease, String name) {
    Pool<T> pool = lease.pool();
    return new Held<>(this, pool == null ? lease : lease(pool, name), name);
  }

  /**
   * Begins a run of the same pipeline, for what this one was to do and has to do again.
   *
   * @throws PipelineClosedException if the pipeline is closed
   */
  Leases another() {
    return resources.begin();
  }

  /**
   * Waits until all these, nulls left out, can be leased, and leases them together. What is shared
   * or leased already needs no waiting for. Nothing is opened.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   * @throws NoFreeInstanceException if it would wait for ever
   * @throws PipelineClosedException if the pipeline is closed, now or meanwhile
   */
  public void reserve(@Nullable Held<?>... held) throws InterruptedException {
    Set<Lease<?>> leases = new LinkedHashSet<>();
    for (Held<?> each : held) {
      if (each == null) {
        continue; // of an input that this run does not need
      }
      if (each.leases() != this) {
        throw new IllegalArgumentException("a run reserves what it holds itself");
      }
      leases.add(each.lease());
    }
    requireOpen();
    resources.take(this, List.copyOf(leases));
  }

  /** Returns the run that holds some resources; null where none was given. */
  static @Nullable Leases of(@Nullable Held<?>... held) {
    for (Held<?> each : held) {
      if (each != null) {
        return each.leases();
      }
    }
    return null;
  }

  /**
   * Returns what a further lane has to itself of what this run holds; null where there is no more.
   *
   * @param held what the lane reads; null for what was not given
   */
  static @Nullable Lent another(@Nullable Held<?>... held) {
    Set<Lease<?>> leases = new LinkedHashSet<>();
    @Nullable Leases run = null;
    for (Held<?> each : held) {
      if (each != null && each.lease().pool() != null) {
        leases.add(each.lease());
        run = each.leases();
      }
    }
    return run == null ? Lent.NOTHING : run.resources.another(run, leases);
  }

  /** Returns the limits of the pipeline, by device. */
  Map<String, DevicePermits> devices() {
    return resources.devices();
  }

  /** Returns the call of another run within which this one began, if that has devices; or null. */
  @Nullable DeviceCall deviceCall() {
    return deviceCall;
  }

  /**
   * Waits for a permit.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   * @throws PipelineClosedException if the pipeline is closed meanwhile
   */
  DevicePermits.Ticket permit(DevicePermits permits) throws InterruptedException {
    return resources.permit(this, permits);
  }

  /** Returns the instance of a lease, which is taken if it is not. */
  <T> Instance<T> instance(Lease<T> lease) {
    requireOpen();
    Instance<T> instance = lease.instance();
    if (instance == null) {
      try {
        resources.take(this, List.of(lease));
      } catch (InterruptedException interrupted) {
        throw Rethrow.unchecked(interrupted);
      }
      instance = lease.instance();
    }
    if (instance == null) {
      throw ended();
    }
    return instance;
  }

  /**
   * Opens a resource that a node returned, and returns its object. It is closed with the run, or
   * with the pipeline: then equal ones are one instance, and so they are in a run. One that the
   * pipeline has already is the pipeline's; one that is there for many runs, theirs.
   *
   * @param name the node
   * @param keep whether it is to outlive the run, being an output
   * @throws ResourceOpenException if it cannot be opened
   * @throws PipelineClosedException if the pipeline is closed
   */
  public <T> T own(Resource<? extends T> resource, String name, boolean keep) {
    requireOpen();
    return this.<T>made(resource, keep).get(name, false);
  }

  @SuppressWarnings("unchecked") // a resource has an instance of its own type
  private <T> Instance<? extends T> made(Resource<? extends T> resource, boolean keep) {
    if (keep || resources.has(resource)) {
      return resources.shared(resource);
    }
    return resources.locked(
        () ->
            (Instance<? extends T>)
                holders(resource)
                    .computeIfAbsent(resource, added -> new Instance<>(added, resources, made)));
  }

  /** Equal resources are one instance, in many runs too, once it is there for all of them. */
  private Map<Resource<?>, Instance<?>> holders(Resource<?> resource) {
    return around != null && around.instances.containsKey(resource) ? around.instances : instances;
  }

  /**
   * Notes that a call has begun that may outlast the run: until it is done, nothing that the run
   * used is closed or given back.
   */
  void use() {
    if (around != null) {
      around.use();
    }
    resources.locked(() -> ++users);
  }

  /** Notes that such a call is done. Nobody waits for it: a failure to close is logged. */
  void done() {
    try {
      letGo();
    } catch (Throwable failure) { // an error, too: nobody else hears of it
      LOGGER.log(Level.WARNING, "what a call used that outlasted its run was not closed", failure);
    } finally {
      if (around != null) {
        around.done();
      }
    }
  }

  /**
   * Closes what nodes of this run returned, the last opened first, and gives back what it leased.
   * If the pipeline was closed meanwhile and this was its last run, closes that, too. A failure to
   * close something is thrown when all is done, as it is; further ones are suppressed in it. Where
   * calls of the run are still at work, the run ends for itself, and all this is done with the last
   * of them.
   */
  @Override
  public void close() {
    if (isAtWork && Errand.current() == this) {
      Errand.is(within);
    }
    boolean first =
        resources.locked(
            () -> {
              boolean was = closed;
              closed = true;
              instances.clear();
              return !was;
            });
    if (first) {
      letGo();
    }
  }

  private void letGo() {
    if (resources.locked(() -> --users) == 0) {
      resources.end(leased.values(), made.close(null));
    }
  }

  /** Refuses to go on where the run has ended, or its pipeline is closed. */
  void requireOpen() {
    if (closed) {
      throw ended();
    }
    resources.requireOpen();
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  @Nullable Holder within() {
    return within;
  }

  @Override
  Resources resources() {
    return resources;
  }

  @Override
  boolean hasLeases() {
    return leased.values().stream().anyMatch(Lease::isTaken);
  }

  private static IllegalStateException ended() {
    return new IllegalStateException("the run has ended; its resources belong to others now");
  }
}
