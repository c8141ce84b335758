package dev.millrace.runtime.cache.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Signature;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class FrontTest {
  private static final ClassLoader TYPES = FrontTest.class.getClassLoader();
  private static final Origin ORIGIN = origin(TYPES);

  private final List<String> went = new ArrayList<>();
  private final Front front =
      new Front(100, (key, wasUsed) -> went.add(key.low() + (wasUsed ? " used" : "")));

  private static Origin origin(ClassLoader types) {
    return new Origin(types, "node", Instant.EPOCH, 1);
  }

  private static Signature key(long number) {
    return new Signature(number * 0x9E3779B97F4A7C15L, number);
  }

  private static Line line(Signature key, Object held, long room) {
    return new Line(key, held, ORIGIN, room, null);
  }

  private boolean put(long key, long bytes) {
    return front.put(line(key(key), "value " + key, bytes));
  }

  private Object get(long key) {
    return front.get(key(key), TYPES);
  }

  @Test
  void whatIsThereIsGivenItself() {
    Object value = new Object();
    assertTrue(front.put(line(key(1), value, 10)));
    assertSame(value, get(1));
    assertNull(get(2));
    assertEquals(10, front.room());
  }

  @Test
  void whatWasUsedStaysAndTheOldestOfTheOthersGoes() {
    for (int key = 1; key <= 4; key++) {
      put(key, 25);
    }
    assertNotNull(get(1));
    put(5, 25);
    assertEquals(List.of("2"), went);
    put(6, 25);
    assertEquals(List.of("2", "3"), went);
    put(7, 25);
    put(8, 25);
    assertEquals(List.of("2", "3", "4", "1 used"), went, "it had one more chance");
    assertEquals(100, front.room());
  }

  @Test
  void whatIsTooLargeIsNotKeptAndNothingGoesForIt() {
    put(1, 50);
    assertFalse(put(2, 101));
    assertNotNull(get(1));
    assertEquals(50, front.room());
    assertFalse(put(1, 101), "and what was there before is not given for it");
    assertNull(get(1));
    assertEquals(0, front.room());
  }

  @Test
  void aValueInPlaceOfAnotherTakesItsRoomAlone() {
    put(1, 50);
    assertTrue(front.put(line(key(1), "other", 20)));
    assertEquals("other", get(1));
    assertEquals(20, front.room());
    front.putAbsent(List.of(line(key(1), "third", 30)));
    assertEquals("other", get(1));
    assertEquals(20, front.room());
    front.remove(key(1));
    assertNull(get(1));
    assertEquals(0, front.room());
  }

  @Test
  void whatIsReplacedLeadsToNothingThatComesLater() {
    Line first = line(key(1), "one", 10);
    front.put(first);
    put(2, 10);
    put(1, 10);
    put(3, 10);
    assertSame(first, first.newer);
    assertSame(first, first.older);
    assertEquals(30, front.room());
  }

  @Test
  void anotherClassLoaderFindsNothing() throws Exception {
    try (URLClassLoader other = new URLClassLoader(new URL[0])) {
      put(1, 10);
      assertNull(front.get(key(1), other));
      front.putAbsent(List.of(new Line(key(1), "of the other", origin(other), 10, null)));
      assertEquals("of the other", front.get(key(1), other));
      assertNull(get(1));
    }
  }

  @Test
  void aSmallerLimitHoldsAtOnce() {
    put(1, 50);
    put(2, 50);
    front.limit(60);
    assertEquals(List.of("1"), went);
    assertEquals(50, front.room());
    front.limit(0);
    assertEquals(0, front.room());
    assertFalse(put(3, 1));
  }

  @Test
  void eachUseIsToldOnce() {
    put(1, 10);
    put(2, 10);
    get(2);
    get(2);
    List<Signature> used = new ArrayList<>();
    front.used(used::add);
    front.used(used::add);
    assertEquals(List.of(key(2)), used);
    get(2);
    front.used(used::add);
    assertEquals(List.of(key(2), key(2)), used);
  }

  /** The law: what is there is what was put, and is never more than the limit. */
  @Property(tries = 200)
  void itNeverHoldsMoreThanTheLimit(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 500) int limit) {
    Random random = new Random(seed);
    Set<Signature> there = new HashSet<>();
    long[] sizes = new long[40];
    Front bounded = new Front(limit, (key, wasUsed) -> there.remove(key));
    for (int i = 0; i < 2_000; i++) {
      int number = random.nextInt(40);
      Signature key = key(number);
      switch (random.nextInt(4)) {
        case 0 -> {
          long bytes = random.nextInt(120);
          boolean isKept = bounded.put(line(key, number, bytes));
          assertEquals(bytes <= limit, isKept);
          sizes[number] = bytes;
          if (isKept) {
            there.add(key);
          } else {
            there.remove(key);
          }
        }
        case 1 -> {
          bounded.remove(key);
          there.remove(key);
        }
        default -> {
          Object found = bounded.get(key, TYPES);
          assertEquals(there.contains(key) ? number : null, found);
        }
      }
      assertTrue(bounded.room() <= limit);
      assertEquals(there.stream().mapToLong(each -> sizes[(int) each.low()]).sum(), bounded.room());
    }
  }

  /** The same, where several put at once. */
  @Test
  void manyThreadsAtOnceNeverFindWhatWasNotPutNorKeepMore() throws Exception {
    Front shared = new Front(10_000, (key, wasUsed) -> {});
    List<Throwable> thrown = new CopyOnWriteArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Random random = new Random(i);
      Thread thread =
          new Thread(
              () -> {
                for (int turn = 0; turn < 100_000; turn++) {
                  int number = random.nextInt(1000);
                  if (random.nextBoolean()) {
                    shared.put(line(key(number), number, 1 + random.nextInt(200)));
                  } else {
                    Object found = shared.get(key(number), TYPES);
                    assertTrue(found == null || found.equals(number));
                  }
                }
              });
      thread.setUncaughtExceptionHandler((ended, failure) -> thrown.add(failure));
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), thrown);
    assertTrue(shared.room() <= 10_000);
    long room = shared.room();
    shared.limit(0);
    assertEquals(0, shared.room(), () -> "of " + room + " all can be let go of");
    for (int number = 0; number < 1000; number++) {
      assertNull(shared.get(key(number), TYPES));
    }
  }
}
