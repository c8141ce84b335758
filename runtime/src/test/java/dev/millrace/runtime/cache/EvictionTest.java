package dev.millrace.runtime.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.memory.MemoryBlobs;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import dev.millrace.runtime.cache.pack.PackStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvictionTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

  private final MemoryBlobs blobs = new MemoryBlobs();
  private final MemoryLedger meta = new MemoryLedger();

  private static Signature key(int number) {
    return new Signature(0, number);
  }

  private void put(int number, int bytes, long secondsAgo, long nanos) {
    blobs.put(List.of(new Blob(key(number), ByteBuffer.allocate(bytes))));
    Instant used = NOW.minusSeconds(secondsAgo);
    meta.stored(List.of(new Entry(key(number), "n", Instant.EPOCH, nanos, bytes, used, List.of())));
  }

  private List<Integer> left(int most) {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      if (blobs.contains(key(i))) {
        assertTrue(meta.find(key(i)).isPresent());
        left.add(i);
      } else {
        assertFalse(meta.find(key(i)).isPresent(), "both are gone");
      }
    }
    return left;
  }

  @Test
  void whatFitsStays() throws Exception {
    put(0, 100, 1000, 1);
    assertEquals(new Eviction.Done(0, 0, 0), new Eviction(blobs, meta).run(100, NOW));
    assertEquals(List.of(0), left(1));
  }

  @Test
  void whatWasNotUsedForLongestGoesFirstDownToThreeQuarters() throws Exception {
    for (int i = 0; i < 10; i++) {
      put(i, 100, 10 + (i * 7 % 10), 1_000);
    }
    assertEquals(new Eviction.Done(4, 400, 0), new Eviction(blobs, meta).run(800, NOW));
    assertEquals(List.of(0, 2, 3, 5, 6, 9), left(10), "the ages are 10 17 14 11 18 15 12 19 16 13");
  }

  @Test
  void aPlanIsWhatWouldBeDoneAndNothingIsDone() throws Exception {
    for (int i = 0; i < 10; i++) {
      put(i, 100, 10 + i, 1_000);
    }
    Eviction eviction = new Eviction(blobs, meta);
    assertEquals(new Eviction.Plan(List.of(), 0), eviction.plan(1000, NOW));
    List<Signature> oldest = List.of(key(9), key(8), key(7), key(6));
    assertEquals(new Eviction.Plan(oldest, 400), eviction.plan(800, NOW));
    assertEquals(10, left(10).size());
    assertEquals(new Eviction.Done(4, 400, 0), eviction.run(800, NOW));
    assertEquals(List.of(0, 1, 2, 3, 4, 5), left(10));
  }

  @Test
  void whatCostsLessGoesBeforeWhatIsOlder() throws Exception {
    put(0, 100, 1000, 1_000_000);
    put(1, 100, 10, 1_000);
    new Eviction(blobs, meta).run(150, NOW);
    assertEquals(List.of(0), left(2));
  }

  @Test
  void ofEqualsTheLargerGoes() throws Exception {
    put(0, 100, 10, 1_000);
    put(1, 300, 10, 1_000);
    new Eviction(blobs, meta).run(350, NOW);
    assertEquals(List.of(0), left(2));
  }

  @Test
  void ofEquallyOldOnesThatWhichTheLedgerDoesNotKnowGoesFirst() throws Exception {
    Instant now = Instant.now();
    blobs.put(List.of(new Blob(key(0), ByteBuffer.allocate(100))));
    blobs.put(List.of(new Blob(key(1), ByteBuffer.allocate(100))));
    meta.stored(List.of(new Entry(key(0), "n", now, 1_000, 100, now, List.of())));
    new Eviction(blobs, meta).run(150, now.plusSeconds(100));
    assertEquals(List.of(0), left(2));
  }

  @Test
  void aClockThatWentBackMakesNothingOld() throws Exception {
    put(0, 100, -1_000_000, 1_000);
    put(1, 100, 10, 1_000);
    new Eviction(blobs, meta).run(150, NOW);
    assertEquals(List.of(0), left(2));
  }

  @Test
  void filesStayBelowTheLimitHoweverOftenItIsPut(@TempDir Path folder) throws Exception {
    long limit = 3 << 20;
    Random random = new Random(1);
    try (PackStore packs = new PackStore(folder)) {
      Eviction eviction = new Eviction(packs, meta);
      int number = 0;
      for (int round = 0; round < 8; round++) {
        for (int i = 0; i < 50; i++) {
          byte[] bytes = new byte[1 + random.nextInt(40_000)];
          bytes[bytes.length / 2] = (byte) number;
          packs.put(List.of(new Blob(key(number), ByteBuffer.wrap(bytes))));
          number++;
        }
        eviction.run(limit, Instant.now());
        assertTrue(size(folder) <= limit, size(folder) + " bytes after the round " + round);
      }
      int left = 0;
      for (int i = 0; i < number; i++) {
        ByteBuffer bytes = packs.get(List.of(key(i))).get(0);
        if (bytes != null) {
          assertEquals((byte) i, bytes.get(bytes.capacity() / 2));
          left++;
        }
      }
      assertTrue(left > 30, left + " are left");
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
