package dev.millrace.runtime.spi;

import dev.millrace.runtime.DevicePermits;
import dev.millrace.runtime.OnDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What occupies a device in these tests: it counts who is in it at once. */
final class Chip implements OnDevice {
  private final String device;
  private final int most;
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();

  Chip(String device, int most) {
    this.device = device;
    this.most = most;
  }

  /** A handle of something that says nothing of itself, as the compiler writes it. */
  static ConstructedResource<Object> handle(String device) {
    return new ConstructedResource<>("Plain", false, 0, device, new Object[] {device}) {
      @Override
      public Object open() {
        return new Object();
      }
    };
  }

  /** Returns what a builder collects that is given some limits. */
  static Setup limited(DevicePermits... permits) {
    Setup setup = Setup.DEFAULT;
    for (DevicePermits each : permits) {
      setup = setup.device(each);
    }
    return setup;
  }

  /** Returns how many permits nobody has. */
  static int free(DevicePermits permits) {
    int free = 0;
    DevicePermits.Ticket ticket = permits.ask(() -> {});
    List<DevicePermits.Ticket> taken = new ArrayList<>();
    while (ticket.isGranted()) {
      free++;
      taken.add(ticket);
      ticket = permits.ask(() -> {});
    }
    ticket.giveBack();
    taken.forEach(DevicePermits.Ticket::giveBack);
    return free;
  }

  @Override
  public String device() {
    return device;
  }

  /** Comes in, among as many as there may be. */
  void enter() {
    int now = inside.incrementAndGet();
    calls.incrementAndGet();
    if (now > most) {
      throw new AssertionError(now + " at once on " + device);
    }
  }

  void leave() {
    inside.decrementAndGet();
  }

  int inside() {
    return inside.get();
  }

  int calls() {
    return calls.get();
  }
}
