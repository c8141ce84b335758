package dev.millrace.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many calls may be at work on a device at once: a limit that is given to the builders of
 * pipelines, {@code builder().device(permits)}. A call of a node or twin that reads a resource on
 * the device takes a permit, and has it until nothing of the call is at work; others wait, and go
 * on in the order in which they came. Pipelines that are given the same object share its permits; a
 * second object, equal in name, is a second limit.
 *
 * <p>Which device a resource occupies says {@code device} of {@code @Stateful}, or the open object
 * by {@link OnDevice}. Any number of threads may use it.
 */
public final class DevicePermits {
  private final String device;
  private final int calls;
  private final Deque<Ticket> waiting = new ArrayDeque<>(); // guarded by this
  private int free; // guarded by this

  private DevicePermits(String device, int calls) {
    this.device = device;
    this.calls = calls;
    this.free = calls;
  }

  /**
   * Returns a limit.
   *
   * @param device the device, as those name it that occupy it: {@code cuda:0}
   * @param calls how many calls may be at work there at once
   * @throws DeviceLimitException if they are not at least one, or the device has no name
   */
  public static DevicePermits of(String device, int calls) {
    if (Objects.requireNonNull(device, "the device of a limit is null; name it").isEmpty()) {
      throw DeviceLimitException.unnamed();
    }
    if (calls < 1) {
      throw DeviceLimitException.tooFew(device, calls);
    }
    return new DevicePermits(device, calls);
  }

  /** Returns the device. */
  public String device() {
    return device;
  }

  /** Returns how many calls may be at work there at once. */
  public int calls() {
    return calls;
  }

  /**
   * Asks for a permit, which a pipeline does for each of its calls. It may be granted at once, or
   * later; whoever waits for it does so by himself, and gives the ticket back in any case.
   *
   * @param granted is run when it is granted later, by who gave a permit back: to be done soon
   */
  public Ticket ask(Runnable granted) {
    Ticket ticket = new Ticket(this, granted);
    synchronized (this) {
      if (free > 0) {
        free--;
        ticket.state = Ticket.State.GRANTED;
      } else {
        waiting.add(ticket);
      }
    }
    return ticket;
  }

  private void giveBack(Ticket ticket) {
    Ticket next = null;
    synchronized (this) {
      if (ticket.state == Ticket.State.WAITS) {
        waiting.remove(ticket);
      } else if (ticket.state == Ticket.State.GRANTED) {
        next = next();
      }
      ticket.state = Ticket.State.IS_BACK;
    }
    if (next != null) {
      next.granted.run();
    }
  }

  /** Hands a permit on to the first who waits; returns null if nobody does. */
  private @Nullable Ticket next() {
    Ticket next = waiting.poll();
    if (next == null) {
      free++;
    } else {
      next.state = Ticket.State.GRANTED;
    }
    return next;
  }

  @Override
  public String toString() {
    return calls + " at once on " + device;
  }

  /** What one who asks for a permit has: a place in the queue, and then the permit. */
  public static final class Ticket {
    private enum State {
      WAITS,
      GRANTED,
      IS_BACK
    }

    private final DevicePermits permits;
    private final Runnable granted;
    private volatile State state = State.WAITS; // written under the lock of the permits

    private Ticket(DevicePermits permits, Runnable granted) {
      this.permits = permits;
      this.granted = granted;
    }

    /** Returns whether the permit is there, and has not been given back. */
    public boolean isGranted() {
      return state == State.GRANTED;
    }

    /** Gives the permit back, or the place in the queue; a second time does nothing. */
    public void giveBack() {
      permits.giveBack(this);
    }
  }
}
