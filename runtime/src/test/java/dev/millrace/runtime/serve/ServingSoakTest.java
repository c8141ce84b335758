package dev.millrace.runtime.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.spi.Logs;
import dev.millrace.runtime.spi.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.logging.Level;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Random callers: nothing is lost, nothing doubled, and each gets its own. */
final class ServingSoakTest {
  private static final int CALLERS = 6;
  private static final int CALLS = 30;
  private static final int MOST_ITEMS = 4;
  private static final int POISON = 13;

  /** What goes wrong besides poison. */
  private enum Trouble {
    NONE,
    INTERRUPTS,
    CLOSE
  }

  private record Meet(Gatherings gatherings, Limits limits, AtomicIntegerArray computed) {
    /** One item in so many is poison, and an item is computed by its own number. */
    @SuppressWarnings("unchecked") // the one list is of integers
    @Nullable List<? extends Integer> call(Key key, List<Integer> items) throws Throwable {
      return gatherings.call(
          new Call<Integer>(
              key,
              limits,
              new List<?>[] {items},
              items.size(),
              lists -> compute((List<Integer>) lists[0]),
              () -> compute(items)));
    }

    private List<Integer> compute(List<Integer> items) throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      for (Integer item : items) {
        if (item % POISON == 0) {
          throw new IllegalStateException("poison " + item);
        }
      }
      items.forEach(computed::incrementAndGet);
      return items.stream().map(each -> -each).toList();
    }
  }

  /** What a caller has seen. */
  private record Seen(int right, int poisoned, int interrupted, int refused) {}

  private static Seen play(Meet meet, List<Key> keys, int caller, long seed, Trouble trouble) {
    Random random = new Random(seed * CALLERS + caller);
    int right = 0;
    int poisoned = 0;
    int interrupted = 0;
    int refused = 0;
    for (int call = 0; call < CALLS; call++) {
      int from = 1 + (caller * CALLS + call) * MOST_ITEMS;
      List<Integer> items =
          IntStream.range(from, from + 1 + random.nextInt(MOST_ITEMS)).boxed().toList();
      boolean isPoisoned = items.stream().anyMatch(each -> each % POISON == 0);
      try {
        List<? extends Integer> results = meet.call(keys.get(random.nextInt(keys.size())), items);
        assertEquals(items.stream().map(each -> -each).toList(), results);
        assertFalse(isPoisoned);
        right++;
      } catch (IllegalStateException poison) {
        assertTrue(isPoisoned, poison.getMessage());
        assertTrue(
            items.stream().anyMatch(each -> poison.getMessage().equals("poison " + each)),
            "another's " + poison.getMessage());
        poisoned++;
      } catch (InterruptedException stopped) {
        assertEquals(Trouble.INTERRUPTS, trouble);
        interrupted++;
      } catch (PipelineClosedException closed) {
        assertEquals(Trouble.CLOSE, trouble);
        refused++;
      } catch (Throwable thrown) {
        throw new AssertionError("unexpected", thrown);
      }
    }
    return new Seen(right, poisoned, interrupted, refused);
  }

  @Property(tries = 100)
  void eachGetsItsOwn(
      @ForAll long seed,
      @ForAll Trouble trouble,
      @ForAll @IntRange(min = 1, max = 9) int maxItems,
      @ForAll @IntRange(min = 1, max = 9) int maxWeight,
      @ForAll @IntRange(max = 1) int lingerMillis) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> soak(seed, trouble, new Limits("node", maxItems, maxWeight, lingerMillis * 1_000L)));
  }

  private static void soak(long seed, Trouble trouble, Limits limits) throws Exception {
    Gatherings gatherings = new Gatherings("Made");
    List<Key> keys = List.of(new Key("one"), new Key("other"));
    int items = 1 + CALLERS * CALLS * MOST_ITEMS;
    Meet meet = new Meet(gatherings, limits, new AtomicIntegerArray(items));
    try (Logs logs = new Logs()) {
      List<Running<Seen>> running = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        int caller = i;
        running.add(Running.start(() -> play(meet, keys, caller, seed, trouble)));
      }
      if (trouble == Trouble.INTERRUPTS) {
        Random random = new Random(seed);
        while (running.stream().anyMatch(each -> !each.isDone())) {
          running.get(random.nextInt(CALLERS)).interrupt();
        }
      } else if (trouble == Trouble.CLOSE) {
        gatherings.close();
      }
      int calls = 0;
      for (Running<Seen> each : running) {
        Seen seen = each.join();
        calls += seen.right() + seen.poisoned() + seen.interrupted() + seen.refused();
      }
      assertEquals(CALLERS * CALLS, calls);
      assertEquals(0, gatherings.size(), "nobody is left behind");
      assertTrue(logs.at(Level.WARNING).size() <= 1, "that a twin fails is said once");
    }
    for (int item = 1; item < items && trouble == Trouble.NONE; item++) {
      assertTrue(meet.computed().get(item) <= 1, "item " + item + " was computed twice");
    }
  }
}
