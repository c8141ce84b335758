package dev.millrace.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MemoryPoolTest {
  private static final Allocator DIRECT = new DirectAllocator();

  @Property
  void aClassHoldsWhatIsAskedForAndWastesAtMostAFifth(
      @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE - 63) int bytes) {
    int size = MemoryPool.classSize(bytes);
    assertTrue(size >= bytes, bytes + " in " + size);
    assertTrue(size <= 4096 || size - bytes <= size / 5, bytes + " in " + size);
    assertEquals(size, MemoryPool.classSize(size), "a class is its own");
  }

  @Test
  void givesTheSameMemoryAgainAndClearsIt() {
    MemoryPool pool = new MemoryPool(DIRECT, 1 << 20);
    ByteBuffer first = pool.take(10_001);
    for (int place = 0; place < first.capacity(); place++) {
      first.put(place, (byte) -1);
    }
    pool.give(first);
    assertEquals(first.capacity(), pool.idle());
    ByteBuffer again = pool.take(10_003);
    assertSame(first, again);
    assertEquals(0, pool.idle());
    for (int place = 0; place < 10_003; place++) {
      assertEquals(0, again.get(place), "at " + place);
    }
    assertNotSame(first, pool.take(10_001), "taken once");
  }

  @Test
  void letsTheClassGoThatWasAskedForLongestAgo() {
    MemoryPool pool = new MemoryPool(DIRECT, 40_960);
    ByteBuffer small = pool.take(16_384);
    ByteBuffer large = pool.take(20_480);
    pool.give(small);
    pool.give(large);
    assertEquals(36_864, pool.idle());
    pool.give(pool.take(8_192));
    assertEquals(28_672, pool.idle(), "the small one had to go");
    assertSame(large, pool.take(20_480));
    assertNotSame(small, pool.take(16_384));
  }

  @Test
  void keepsNothingThatIsLargerThanAllItMayKeep() {
    MemoryPool pool = new MemoryPool(DIRECT, 10_000);
    ByteBuffer kept = pool.take(8_192);
    pool.give(kept);
    pool.give(pool.take(20_000));
    assertEquals(8_192, pool.idle());
    assertSame(kept, pool.take(8_192));
  }

  @Test
  void keepsNothingOnceItIsClosed() {
    MemoryPool pool = new MemoryPool(DIRECT, 1 << 20);
    ByteBuffer late = pool.take(100);
    pool.give(pool.take(100));
    pool.close();
    assertEquals(0, pool.idle());
    pool.give(late);
    assertEquals(0, pool.idle());
    assertEquals(4096, pool.take(100).capacity(), "who asks still gets some");
  }

  /** Whatever is taken and given in whichever order: no buffer is with two, and idle is bounded. */
  @Property(tries = 200)
  void nobodyEverHasWhatAnotherHas(
      @ForAll @Size(max = 100) List<@IntRange(min = -40_000, max = 40_000) Integer> steps) {
    MemoryPool pool = new MemoryPool(DIRECT, 100_000);
    List<ByteBuffer> taken = new ArrayList<>();
    Map<ByteBuffer, Boolean> out = new IdentityHashMap<>();
    for (int step : steps) {
      if (step > 0) {
        ByteBuffer memory = pool.take(step);
        assertTrue(memory.capacity() >= step);
        assertEquals(null, out.put(memory, true));
        assertEquals(0, memory.get(step - 1));
        memory.put(step - 1, (byte) 1);
        taken.add(memory);
      } else if (!taken.isEmpty()) {
        ByteBuffer memory = taken.remove(-step % taken.size());
        out.remove(memory);
        pool.give(memory);
      }
      assertTrue(pool.idle() >= 0 && pool.idle() <= 100_000, "idle " + pool.idle());
    }
  }
}
