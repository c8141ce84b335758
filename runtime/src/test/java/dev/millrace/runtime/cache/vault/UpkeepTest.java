package dev.millrace.runtime.cache.vault;

import static dev.millrace.runtime.cache.vault.Values.get;
import static dev.millrace.runtime.cache.vault.Values.keys;
import static dev.millrace.runtime.cache.vault.Values.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import dev.millrace.runtime.spi.Logs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class UpkeepTest {
  private static final String TEXT = "a text of a hundred letters".repeat(4);

  private final FaultyStore store = new FaultyStore();
  private final Cache given = Cache.of(new MemoryLedger(), store);

  private long room() {
    long[] sum = new long[1];
    store.blobs.forEach(stored -> sum[0] += stored.bytes());
    return sum[0];
  }

  private static void fill(Vault vault, int count) {
    for (int key = 0; key < count; key++) {
      put(vault, key, TEXT);
    }
  }

  private static void joinEvictions() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("millrace-eviction")) {
        thread.join();
      }
    }
  }

  @Test
  void aStoreOfTheCallersKeepsToItsLimitWhenTheLastHasLeft() {
    Vault one = Vault.open(given.limit(1_000_000));
    Vault other = Vault.open(given.limit(2_000));
    fill(one, 4);
    one.close();
    int before = store.calls.size();
    fill(other, 4);
    other.close();
    assertTrue(store.calls.contains("RECLAIM "), "the smaller limit holds");
    assertTrue(room() <= 2_000);
    assertTrue(before > 0);
  }

  @Test
  void aThreadOfItsOwnSeesToItWhileThereIsMuchToStore() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    AtomicReference<Thread> by = new AtomicReference<>();
    store.watching =
        call -> {
          if (call == FaultyStore.Call.RECLAIM) {
            by.set(Thread.currentThread());
            done.countDown();
          }
        };
    try (Vault vault = Vault.open(given.limit(4_000).frontLimit(0))) {
      fill(vault, 100);
      done.await();
      joinEvictions();
      assertNotSame(Thread.currentThread(), by.get());
      put(vault, 1000, TEXT);
      assertEquals(Map.of(1000L, TEXT), get(vault, 1000));
    }
    assertTrue(room() <= 4_000);
  }

  @Test
  void withoutALimitNothingIsLetGoOf() {
    try (Vault vault = Vault.open(given)) {
      fill(vault, 100);
    }
    assertEquals(100, store.blobs.get(keys(1, 2, 3)).size() + 97);
    assertFalse(store.calls.contains("RECLAIM "));
    assertFalse(store.calls.contains("FOR_EACH "));
  }

  @Test
  void aLimitIsGoneWithWhoWantedIt() {
    try (Vault vault = Vault.open(given.limit(1))) {
      fill(vault, 1);
    }
    store.calls.clear();
    try (Vault vault = Vault.open(given)) {
      fill(vault, 100);
    }
    assertFalse(store.calls.contains("FOR_EACH "));
  }

  @Test
  void whatCannotBeLetGoOfIsAWarning() {
    store.failing.add(FaultyStore.Call.FOR_EACH);
    try (Logs logs = new Logs()) {
      try (Vault vault = Vault.open(given.limit(1_000_000))) {
        fill(vault, 4);
      }
      assertEquals(
          List.of("the cache may be larger than its limit of 1000000 bytes"),
          logs.at(Level.WARNING).stream().map(record -> record.getMessage()).toList());
    }
  }

  @Test
  void aFolderKeepsToItsLimitAndIsClosedAfterThat(@TempDir Path folder) throws Exception {
    Cache cache = Cache.at(folder).limit(200_000);
    try (Vault vault = Vault.open(cache)) {
      for (int key = 0; key < 300; key++) {
        put(vault, key, TEXT.repeat(10));
      }
    }
    joinEvictions();
    assertFalse(new Stores(null, NoLedger.INSTANCE, folder).mayTakeMoreThan(200_000));
    try (Vault vault = Vault.open(cache)) {
      long[] keys = LongStream.range(0, 300).toArray();
      int left = get(vault, keys).size();
      assertTrue(left > 50 && left < 200, () -> left + " are left");
    }
    assertFalse(files(folder).stream().anyMatch(name -> name.endsWith("-wal")), "it is closed");
  }

  private static List<String> files(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.map(Path::toString).toList();
    }
  }

  @Test
  void whoComesWhileAFolderIsBeingEvictedFindsItOpen(@TempDir Path folder) throws Exception {
    Files.write(folder.resolve("large.pack"), new byte[100]);
    CountDownLatch isBegun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Rooms rooms = heldUp(isBegun, goOn);
    Limits limits = new Limits(OptionalLong.of(10), OptionalLong.empty());
    Room room = rooms.enter(folder, limits);
    room.stores();
    room.leave();
    isBegun.await();
    assertSame(room, rooms.enter(folder, limits));
    goOn.countDown();
    joinEvictions();
    assertFalse(store.calls.contains("CLOSE "));
    room.leave();
    joinEvictions();
    assertTrue(store.calls.contains("CLOSE "));
    assertNotSame(room, rooms.enter(folder, limits));
  }

  @Test
  void whoComesAndGoesMeanwhileDoesNotCloseIt(@TempDir Path folder) throws Exception {
    Path large = Files.write(folder.resolve("large.pack"), new byte[100]);
    CountDownLatch isBegun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Rooms rooms = heldUp(isBegun, goOn);
    Limits limits = new Limits(OptionalLong.of(10), OptionalLong.empty());
    Room room = rooms.enter(folder, limits);
    room.stores();
    room.leave();
    isBegun.await();
    rooms.enter(folder, limits).leave(); // and has a thread, too
    rooms.enter(folder, new Limits(OptionalLong.empty(), OptionalLong.empty())).leave();
    assertFalse(store.calls.contains("CLOSE "), "while it is tended");
    Files.delete(large);
    goOn.countDown();
    joinEvictions();
    assertEquals("CLOSE ", store.calls.get(store.calls.size() - 1));
    assertEquals(1, store.calls.stream().filter("CLOSE "::equals).count());
    assertNotSame(room, rooms.enter(folder, limits));
  }

  /** Returns rooms where who gives room back says so, and waits. */
  private Rooms heldUp(CountDownLatch isBegun, CountDownLatch goOn) {
    store.watching =
        call -> {
          if (call == FaultyStore.Call.RECLAIM) {
            isBegun.countDown();
            await(goOn);
          }
        };
    return new Rooms(path -> new Stores(store, NoLedger.INSTANCE, path));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
