package dev.millrace.runtime.serve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one key: those that wait, and who leads. Without a leader nobody waits. Guarded by
 * the gatherings' lock.
 */
final class Gathering<R extends @Nullable Object> {
  private final Limits limits;
  private final Deque<Guest<R>> waiting = new ArrayDeque<>();
  private @Nullable Guest<R> leader; // first in the queue, or at work
  private boolean closed;

  Gathering(Limits limits) {
    this.limits = limits;
  }

  /** Returns whether nobody is there. */
  boolean isIdle() {
    return leader == null;
  }

  /** Queues a guest, who leads if nobody does. */
  void add(Guest<R> guest) {
    waiting.add(guest);
    if (leader == null) {
      next();
    } else if (limits.lingerNanos() > 0 && isFull()) {
      leader.wake();
    }
  }

  /** Returns once the guest is to do something; one that leads has waited for others. */
  void await(Guest<R> guest) throws InterruptedException {
    guest.await();
    while (guest.state() == Guest.State.LEADS
        && limits.lingerNanos() > 0
        && !isFull()
        && guest.lingers(limits.lingerNanos())) {
      // woken: there may be enough now
    }
  }

  /** Takes a guest out who was interrupted; if it was to lead, the next does. */
  void leave(Guest<R> guest) {
    waiting.remove(guest);
    guest.is(Guest.State.HAS_LEFT);
    if (leader == guest) {
      next();
    }
  }

  /** Takes a batch out of the queue: who leads, and those behind who fit in. */
  List<Guest<R>> take() {
    List<Guest<R>> batch = new ArrayList<>();
    for (int left = fitting().guests(); left > 0; left--) {
      Guest<R> guest = waiting.remove();
      if (guest != leader) {
        guest.is(Guest.State.WAITS_FOR_RESULTS);
      }
      batch.add(guest);
    }
    return batch;
  }

  /** Gives everybody in the batch a part of the results, and the lead to the next. */
  void handOut(List<Guest<R>> batch, List<R> results) {
    int from = 0;
    for (Guest<R> guest : batch) {
      int to = from + guest.call().items();
      guest.has(results.subList(from, to));
      from = to;
    }
    next();
  }

  /** Lets everybody in the batch but the leader call alone, and gives the lead to the next. */
  void isolate(List<Guest<R>> batch) {
    batch.stream().filter(each -> each != leader).forEach(each -> each.is(Guest.State.CALLS_ALONE));
    next();
  }

  /**
   * Queues everybody in the batch again but the leader, before all others, and gives the lead to
   * the first. Who has left meanwhile stays away.
   */
  void requeue(List<Guest<R>> batch) {
    for (int i = batch.size() - 1; i > 0; i--) {
      Guest<R> guest = batch.get(i);
      if (guest.state() == Guest.State.WAITS_FOR_RESULTS) {
        guest.is(closed ? Guest.State.IS_REFUSED : Guest.State.WAITS);
        if (!closed) {
          waiting.addFirst(guest);
        }
      }
    }
    next();
  }

  /** Gives the lead to the first in the queue, if there is one. */
  void next() {
    leader = waiting.peek();
    if (leader != null) {
      leader.is(Guest.State.LEADS);
    }
  }

  /** Refuses all who wait. Who is at work goes on, for those in its batch. */
  void close() {
    closed = true;
    if (leader == waiting.peek()) {
      leader = null;
    }
    waiting.forEach(each -> each.is(Guest.State.IS_REFUSED));
    waiting.clear();
  }

  /** Returns how many wait for the lead or for their turn. */
  int waiting() {
    return waiting.size();
  }

  /** Returns whether no more fits into the next batch. */
  private boolean isFull() {
    Fitting fitting = fitting();
    return fitting.guests() < waiting.size()
        || fitting.items() >= limits.maxItems()
        || fitting.weight() >= limits.maxWeight();
  }

  private record Fitting(int guests, int items, long weight) {}

  /** Returns who fits into one batch: the first in the queue always does. */
  private Fitting fitting() {
    int guests = 0;
    int items = 0;
    long weight = 0;
    for (Guest<R> guest : waiting) {
      Call<R> call = guest.call();
      boolean fits =
          call.items() <= limits.maxItems() - items && call.weight() <= limits.maxWeight() - weight;
      if (guests > 0 && !fits) {
        break;
      }
      guests++;
      items += call.items();
      weight += call.weight();
    }
    return new Fitting(guests, items, weight);
  }
}
