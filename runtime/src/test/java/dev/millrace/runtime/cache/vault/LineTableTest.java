package dev.millrace.runtime.cache.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.millrace.runtime.Signature;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LineTableTest {
  private static final Origin ORIGIN =
      new Origin(LineTableTest.class.getClassLoader(), "node", Instant.EPOCH, 1);

  private static Line line(Signature key) {
    return new Line(key, "value", ORIGIN, 1, null);
  }

  /** Few bits, so that many keys want one place; nought is a key like others. */
  private static Signature key(Random random) {
    return new Signature((long) random.nextInt(4) << 61, random.nextInt(8) * 1024L);
  }

  /** The law: it has what a map would have, however places are fought for. */
  @Property(tries = 100)
  void itIsAMap(@ForAll long seed) {
    Random random = new Random(seed);
    boolean areFew = random.nextBoolean();
    Map<Signature, Line> expected = new HashMap<>();
    LineTable table = new LineTable();
    for (int i = 0; i < 3_000; i++) {
      Signature key = areFew ? key(random) : new Signature(random.nextLong(), random.nextInt(500));
      Line there = expected.get(key);
      assertSame(there, table.get(key));
      if (random.nextInt(3) > 0) {
        Line line = line(key);
        assertSame(expected.put(key, line), table.put(line));
      } else if (there != null) {
        table.remove(there);
        table.remove(there);
        table.remove(line(key));
        expected.remove(key);
      }
    }
    Set<Line> all = new HashSet<>();
    table.forEach(line -> assertEquals(true, all.add(line), "told of once"));
    assertEquals(new HashSet<>(expected.values()), all);
  }

  /** A full front puts one and lets go of one, over and over. */
  @Test
  void whereOneComesForEachThatGoesItIsSeldomLaidOutAnew() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int lines : new int[] {1_000, 1_022, 1_023, 1_024, 1_025, 1_500}) {
      LineTable table = new LineTable();
      Random random = new Random(lines);
      Line[] all = new Line[20 * lines];
      for (int i = 0; i < all.length; i++) {
        all[i] = line(new Signature(random.nextLong() >>> 6, random.nextLong()));
      }
      for (int i = 0; i < 2 * lines; i++) {
        table.put(all[i]);
        if (i >= lines) {
          table.remove(all[i - lines]);
        }
      }
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 2 * lines; i < all.length; i++) {
        table.remove(all[i - lines]);
        table.put(all[i]);
      }
      long each = (threads.getCurrentThreadAllocatedBytes() - before) / (18 * lines);
      assertTrue(each < 64, () -> each + " bytes for each put among " + lines);
    }
  }

  /** Who reads while another writes finds what is there the whole time. */
  @Test
  void whatStaysIsFoundWhileOthersComeAndGo() throws Exception {
    LineTable table = new LineTable();
    List<Signature> staying = new CopyOnWriteArrayList<>();
    AtomicBoolean isDone = new AtomicBoolean();
    List<Signature> lost = new CopyOnWriteArrayList<>();
    Thread reader =
        new Thread(
            () -> {
              while (!isDone.get()) {
                for (Signature key : staying) {
                  Line found = table.get(key);
                  if (found == null || !found.key().equals(key)) {
                    lost.add(key);
                  }
                }
              }
            });
    List<Throwable> thrown = new CopyOnWriteArrayList<>();
    reader.setUncaughtExceptionHandler((ended, failure) -> thrown.add(failure));
    reader.start();
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      Line one = line(new Signature(random.nextInt(2), random.nextInt(10_000)));
      if (table.put(one) == null) {
        staying.add(one.key());
      }
      for (int i = 0; i < 2_000; i++) {
        Line other = line(new Signature(random.nextInt(2), 10_000 + random.nextInt(10_000)));
        table.put(other);
        table.remove(other);
      }
    }
    isDone.set(true);
    reader.join();
    assertEquals(List.of(), thrown);
    assertEquals(List.of(), lost);
  }
}
