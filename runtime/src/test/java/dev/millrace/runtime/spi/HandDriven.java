package dev.millrace.runtime.spi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/** An alarm that rings, and threads that run, when a test says so. */
final class HandDriven implements Alarm, Executor {
  private final List<Bell> armed = new ArrayList<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  private record Bell(long nanos, Runnable rung) {}

  @Override
  public synchronized Armed after(long nanos, Runnable rung) {
    Bell bell = new Bell(nanos, rung);
    armed.add(bell);
    return () -> disarm(bell);
  }

  private synchronized void disarm(Bell bell) {
    armed.remove(bell);
  }

  @Override
  public synchronized void execute(Runnable work) {
    waiting.add(work);
  }

  /** Returns after how long each alarm is to ring that is armed. */
  synchronized List<Long> armed() {
    return armed.stream().map(Bell::nanos).toList();
  }

  /** Returns how many things wait for a thread. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Rings the only alarm. */
  void ring() {
    Runnable rung;
    synchronized (this) {
      if (armed.size() != 1) {
        throw new AssertionError("there are " + armed.size() + " alarms");
      }
      rung = armed.remove(0).rung();
    }
    rung.run();
  }

  /** Runs what waits for a thread, on this one, one after the other; returns how much it was. */
  int runAll() {
    int ran = 0;
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
      ran++;
    }
    return ran;
  }

  private synchronized Runnable next() {
    return waiting.poll();
  }
}
