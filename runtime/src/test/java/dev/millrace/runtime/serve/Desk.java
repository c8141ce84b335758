package dev.millrace.runtime.serve;

import dev.millrace.runtime.spi.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A twin that many threads call. It notes what it is given, and what a test wants it to do. */
final class Desk {
  /** What is done before there are results. */
  @FunctionalInterface
  interface Work {
    void on(List<Integer> items) throws Exception;
  }

  final Gatherings gatherings = new Gatherings("Made");
  final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
  final List<List<Integer>> alone = new CopyOnWriteArrayList<>();
  final Key key = new Key("node");
  final Limits limits;

  /** Of a batch. */
  volatile Work together = items -> {};

  /** Of a call by itself. */
  volatile Work lone = items -> {};

  Desk(int maxItems, long maxWeight, long lingerNanos) {
    this.limits = new Limits("node", maxItems, maxWeight, lingerNanos);
  }

  Desk() {
    this(256, Long.MAX_VALUE, 0);
  }

  static List<String> results(List<Integer> items) {
    return items.stream().map(each -> "r" + each).toList();
  }

  @SuppressWarnings("unchecked") // the one list is of integers
  Call<String> asked(Key at, long weight, Integer... items) {
    List<Integer> list = List.of(items);
    return new Call<>(
        at,
        limits,
        new List<?>[] {list},
        weight,
        lists -> {
          List<Integer> all = (List<Integer>) lists[0];
          batches.add(all);
          together.on(all);
          return results(all);
        },
        () -> {
          alone.add(list);
          lone.on(list);
          return results(list);
        });
  }

  List<? extends String> call(Call<String> call) throws Exception {
    try {
      return gatherings.call(call);
    } catch (Exception | Error thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw new AssertionError(thrown);
    }
  }

  Running<List<? extends String>> start(Integer... items) {
    return startHeavy(1, items);
  }

  Running<List<? extends String>> startHeavy(long weight, Integer... items) {
    Call<String> call = asked(key, weight, items);
    return Running.start(() -> call(call));
  }

  /** Starts calls one after the other, each when the one before is in the queue. */
  List<Running<List<? extends String>>> queue(Integer... items) {
    List<Running<List<? extends String>>> queued = new ArrayList<>();
    for (Integer item : items) {
      queued.add(start(item));
      waitFor(queued.size());
    }
    return queued;
  }

  /** Returns once so many calls are in the queue. */
  void waitFor(int count) {
    while (gatherings.waiting(key) != count) {
      Thread.onSpinWait();
    }
  }

  /** A call that leads, and is at work until it is let go. */
  final class Busy {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    final Running<List<? extends String>> running;

    /** Starts the call of an item, alone; returns once it is at work. */
    Busy(int item) throws InterruptedException {
      lone =
          items -> {
            if (items.contains(item)) {
              work();
            }
          };
      running = start(item);
      begun.await();
    }

    private void work() throws InterruptedException {
      begun.countDown();
      end.await();
    }

    /** Lets it come to its end. */
    void let() {
      end.countDown();
    }
  }
}
