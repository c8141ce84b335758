package dev.millrace.runtime.cache.pack;

import static dev.millrace.runtime.cache.pack.Sample.bytes;
import static dev.millrace.runtime.cache.pack.Sample.isThere;
import static dev.millrace.runtime.cache.pack.Sample.key;
import static dev.millrace.runtime.cache.pack.Sample.only;
import static dev.millrace.runtime.cache.pack.Sample.store;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.spi.Logs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not as they were written: what is read is right, or nothing is. */
final class PackDamageTest {
  private static final int[] LENGTHS = {100, 0, 64, 200};
  private static final int LAST = LENGTHS.length - 1;

  @TempDir Path folder;

  private byte[] pack() throws IOException {
    try (PackStore store = store(folder)) {
      for (int i = 0; i < LENGTHS.length; i++) {
        store.put(List.of(new Blob(key(i), bytes(i, LENGTHS[i]))));
      }
    }
    return Files.readAllBytes(only(folder, ".pack"));
  }

  private boolean[] read(PackStore store) throws IOException {
    boolean[] there = new boolean[LENGTHS.length];
    for (int i = 0; i < there.length; i++) {
      there[i] = isThere(store, i, bytes(i, LENGTHS[i]));
    }
    return there;
  }

  /** Puts back what is missing, as a run would, and looks whether all is there then. */
  private void repair(PackStore store) throws IOException {
    boolean[] there = read(store);
    for (int i = 0; i < there.length; i++) {
      if (!there[i]) {
        store.put(List.of(new Blob(key(i), bytes(i, LENGTHS[i]))));
      }
    }
    assertTrue(isAll(read(store)));
  }

  private static boolean isAll(boolean[] there) {
    for (boolean each : there) {
      if (!each) {
        return false;
      }
    }
    return true;
  }

  @Test
  void aTailThatIsTornAtAnyByteLosesNoOther() throws Exception {
    byte[] whole = pack();
    Path pack = only(folder, ".pack");
    int last = whole.length - (int) Head.room(LENGTHS[LAST]);
    for (int length = last; length < whole.length; length++) {
      Files.write(pack, Arrays.copyOf(whole, length));
      try (Logs logs = new Logs();
          PackStore store = store(folder)) {
        boolean[] there = read(store);
        boolean isWhole = length >= last + Head.BYTES + LENGTHS[LAST];
        assertTrue(there[0] && there[1] && there[2], "what is before the tail");
        assertEquals(isWhole, there[LAST]);
        boolean isTorn = length > last && !isWhole;
        assertEquals(isTorn ? 1 : 0, logs.at(Level.WARNING).size());
        repair(store);
      }
      try (Logs logs = new Logs();
          PackStore store = store(folder)) {
        assertTrue(isAll(read(store)));
        assertEquals(List.of(), logs.at(Level.WARNING), "what was torn is covered");
      }
      only(folder, ".pack");
    }
  }

  @Test
  void aBitThatFlipsAnywhereIsNeverServedAndLosesNoOther() throws Exception {
    byte[] whole = pack();
    Path pack = only(folder, ".pack");
    try (Logs logs = new Logs()) {
      for (int bit = 0; bit < whole.length * 8; bit++) {
        flip(pack, whole, bit);
        try (PackStore store = store(folder)) {
          boolean[] there = read(store);
          int at = Head.BYTES;
          for (int i = 0; i < there.length; i++) {
            int checked = Head.BYTES + LENGTHS[i];
            boolean isHit = bit / 8 >= at && bit / 8 < at + checked;
            assertEquals(!isHit, there[i], "the record " + i + ", the bit " + bit);
            at += (int) Head.room(LENGTHS[i]);
          }
        }
        put(pack, whole[bit / 8], bit / 8);
      }
      assertTrue(logs.at(Level.WARNING).size() >= whole.length, "each was told");
    }
  }

  private static void flip(Path file, byte[] whole, int bit) throws IOException {
    put(file, (byte) (whole[bit / 8] ^ 1 << bit % 8), bit / 8);
  }

  /** In place: a file that is cut and written again is often waited for by the file system. */
  private static void put(Path file, byte value, long at) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {value}), at);
    }
  }

  @Test
  void whatIsDamagedIsPutAnewAndFoundByAll() throws Exception {
    byte[] whole = pack();
    Path pack = only(folder, ".pack");
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      byte[] damaged = whole.clone();
      for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(pack, damaged);
      try (Logs logs = new Logs();
          PackStore store = store(folder)) {
        repair(store);
        assertEquals(List.of(), logs.at(Level.SEVERE));
      }
      try (Logs logs = new Logs();
          PackStore store = store(folder)) {
        assertTrue(isAll(read(store)));
        store.reclaim();
        assertTrue(isAll(read(store)));
        assertEquals(List.of(), logs.at(Level.SEVERE));
      }
      for (Path file : Sample.files(folder, "")) {
        Files.delete(file);
      }
    }
  }

  /** As where a writer was killed before it wrote the first head of its last batch. */
  @Test
  void aHoleBetweenRecordsIsCoveredByTheNextWriter() throws Exception {
    byte[] whole = pack();
    Arrays.fill(whole, Head.BYTES, 2 * Head.BYTES, (byte) 0);
    Files.write(only(folder, ".pack"), whole);
    try (Logs logs = new Logs();
        PackStore store = store(folder)) {
      assertEquals("[false, true, true, true]", Arrays.toString(read(store)));
      assertEquals(1, logs.at(Level.WARNING).size());
      repair(store);
    }
    try (Logs logs = new Logs();
        PackStore store = store(folder)) {
      assertTrue(isAll(read(store)));
      assertEquals(List.of(), logs.at(Level.WARNING));
    }
  }

  @Test
  void aDamagedRecordIsToldOnce() throws Exception {
    byte[] whole = pack();
    whole[Head.BYTES * 2] ^= 1;
    Files.write(only(folder, ".pack"), whole);
    try (Logs logs = new Logs();
        PackStore store = store(folder)) {
      assertTrue(store.contains(key(0)), "nothing was read");
      for (int i = 0; i < 5; i++) {
        Sample.assertMissing(store, 0);
        assertFalse(store.contains(key(0)));
      }
      List<String> said = logs.at(Level.WARNING).stream().map(each -> each.getMessage()).toList();
      assertEquals(
          List.of(
              "the pack "
                  + only(folder, ".pack")
                  + " is damaged: what it has for "
                  + key(0)
                  + " cannot be used, and perhaps other results; they are computed again. If it"
                  + " happens often, have the disk looked at"),
          said);
    }
  }

  @Test
  void anotherCopyOfWhatIsDamagedIsFound() throws Exception {
    try (PackStore one = store(folder);
        PackStore other = store(folder)) {
      one.put(List.of(new Blob(key(1), bytes(1, 100))));
      other.put(List.of(new Blob(key(1), bytes(1, 100))));
    }
    for (Path pack : Sample.files(folder, ".pack")) {
      byte[] whole = Files.readAllBytes(pack);
      byte[] damaged = whole.clone();
      damaged[Head.BYTES * 2 + 50] ^= 4;
      Files.write(pack, damaged);
      try (Logs logs = new Logs();
          PackStore store = store(folder)) {
        assertTrue(isThere(store, 1, bytes(1, 100)));
        assertTrue(logs.at(Level.WARNING).size() <= 1);
      }
      Files.write(pack, whole);
    }
  }

  /**
   * A record inside a blob, at the very place that it speaks of, but with another pack's number.
   */
  @Test
  void aBlobThatLooksLikeAPackIsABlob() throws Exception {
    byte[] inner = pack();
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    try (PackStore store = store(elsewhere)) {
      store.put(List.of(new Blob(key(77), ByteBuffer.wrap(inner))));
    }
    Path pack = only(elsewhere, ".pack");
    byte[] damaged = Files.readAllBytes(pack);
    damaged[Head.BYTES] ^= 1;
    Files.write(pack, damaged);
    try (Logs logs = new Logs();
        PackStore store = store(elsewhere)) {
      List<Object> told = new ArrayList<>();
      store.forEach(told::add);
      assertEquals(List.of(), told);
      assertEquals(1, logs.at(Level.WARNING).size());
    }
  }
}
