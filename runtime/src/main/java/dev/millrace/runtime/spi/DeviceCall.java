package dev.millrace.runtime.spi;

import dev.millrace.runtime.DevicePermits;
import dev.millrace.runtime.PipelineClosedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A call that occupies devices: it has a permit of each that is limited, from its beginning to its
 * end. They are taken in the order of their names, so that no two calls wait for each other.
 *
 * <p>A run that begins within a call, on its thread, goes on under its permits: the run's own calls
 * are made one at a time, whatever threads they have.
 *
 * <pre>
 *   permits of cuda:0   --ticket-->  call, with a permit of one   --ticket-->  call within
 * </pre>
 */
public final class DeviceCall {
  private static final DeviceCall NONE = new DeviceCall(null);
  private static final ThreadLocal<@Nullable DeviceCall> CURRENT = new ThreadLocal<>();

  private final @Nullable DeviceCall around;
  private final List<Permit> permits = new ArrayList<>(1);
  private @Nullable DeviceCall before;
  private boolean lasts;

  /**
   * A permit that a call has.
   *
   * @param of the limit
   * @param ticket what it has of that, or of the call around it
   * @param within what the calls within it share
   */
  private record Permit(DevicePermits of, DevicePermits.Ticket ticket, DevicePermits within) {}

  private DeviceCall(@Nullable DeviceCall around) {
    this.around = around;
  }

  /**
   * Begins a call on this thread: opens what it reads, and waits for a permit of each device. Where
   * the thread is interrupted meanwhile, that is thrown as it is, undeclared.
   *
   * @param held what the call reads; null for what was not given
   * @throws PipelineClosedException if the pipeline is closed, now or meanwhile
   */
  public static DeviceCall begin(@Nullable Held<?> held) {
    return held == null || held.leases().devices().isEmpty() ? NONE : begin(new Held<?>[] {held});
  }

  /** Begins a call on this thread that reads several resources, as {@link #begin(Held)} does. */
  public static DeviceCall begin(@Nullable Held<?>... held) {
    DeviceCall call;
    try {
      call = of(held);
    } catch (InterruptedException interrupted) {
      throw Rethrow.unchecked(interrupted);
    }
    if (call != NONE) {
      call.before = CURRENT.get();
      CURRENT.set(call);
    }
    return call;
  }

  /** Makes a call on this thread that reads some resources, from its beginning to its end. */
  static <T extends @Nullable Object> T call(@Nullable Held<?>[] held, Callable<? extends T> method)
      throws Exception {
    DeviceCall call = begin(held);
    try {
      return method.call();
    } finally {
      call.end();
    }
  }

  /** Takes the permits of a call that is to be made, on this thread or another. */
  static DeviceCall of(@Nullable Held<?>... held) throws InterruptedException {
    Leases run = Leases.of(held);
    if (run == null || run.devices().isEmpty()) {
      return NONE;
    }
    Map<String, DevicePermits> limits = new TreeMap<>();
    for (Held<?> each : held) {
      DevicePermits limit = each == null ? null : run.devices().get(each.device());
      if (limit != null) {
        limits.put(limit.device(), limit);
      }
    }
    if (limits.isEmpty()) {
      return NONE;
    }
    DeviceCall thread = CURRENT.get();
    DeviceCall call = new DeviceCall(thread == null ? run.deviceCall() : thread);
    try {
      for (DevicePermits limit : limits.values()) {
        call.take(run, limit);
      }
      return call;
    } catch (Throwable ended) {
      call.giveBack();
      throw ended;
    }
  }

  private void take(Leases run, DevicePermits limit) throws InterruptedException {
    permits.add(
        new Permit(
            limit,
            run.permit(around == null ? limit : around.within(limit)),
            DevicePermits.of(limit.device(), 1)));
  }

  /** Returns what a call within this one asks for a permit. */
  private DevicePermits within(DevicePermits limit) {
    for (Permit each : permits) {
      if (each.of == limit) {
        return each.within;
      }
    }
    return around == null ? limit : around.within(limit);
  }

  /** Returns the call that occupies none. */
  static DeviceCall none() {
    return NONE;
  }

  /** Returns the call within which this thread is; null if that occupies nothing. */
  static @Nullable DeviceCall current() {
    return CURRENT.get();
  }

  /** Returns what a part of this call returns, which is made on this thread. */
  <T extends @Nullable Object> T inside(Callable<? extends T> part) throws Exception {
    if (this == NONE) {
      return part.call();
    }
    DeviceCall before = CURRENT.get();
    CURRENT.set(this);
    try {
      return part.call();
    } finally {
      set(before);
    }
  }

  /**
   * Has the permits last until nothing of another call is at work, which was begun in this one, and
   * returns that.
   */
  public <T extends @Nullable Object> Pending<T> until(Pending<T> call) {
    if (this != NONE) {
      lasts = true;
      call.afterWork(this::giveBack);
    }
    return call;
  }

  /** Ends the call, on the thread where it began. */
  public void end() {
    if (this == NONE) {
      return;
    }
    set(before);
    if (!lasts) {
      giveBack();
    }
  }

  /** Gives the permits back, the last taken first. */
  void giveBack() {
    for (int i = permits.size() - 1; i >= 0; i--) {
      permits.get(i).ticket.giveBack();
    }
  }

  private static void set(@Nullable DeviceCall call) {
    if (call == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(call);
    }
  }
}
