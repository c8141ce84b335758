package dev.millrace.runtime.cache.pack;

import static dev.millrace.runtime.cache.pack.Sample.blob;
import static dev.millrace.runtime.cache.pack.Sample.bytes;
import static dev.millrace.runtime.cache.pack.Sample.files;
import static dev.millrace.runtime.cache.pack.Sample.key;
import static dev.millrace.runtime.cache.pack.Sample.only;
import static dev.millrace.runtime.cache.pack.Sample.store;
import static dev.millrace.runtime.cache.pack.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All packs read at once, and what is damaged forgotten. */
final class AuditorTest {
  @TempDir Path folder;

  private static void spoil(Path pack, long at) throws IOException {
    try (FileChannel channel =
        FileChannel.open(pack, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, at);
      one.put(0, (byte) (one.get(0) ^ 4)).rewind();
      channel.write(one, at);
    }
  }

  @Test
  void aFolderWithoutPacksIsWhole() throws Exception {
    try (PackStore store = store(folder)) {
      assertEquals(new Audit(0, 0, List.of(), List.of()), store.audit());
    }
    assertEquals(List.of(), files(folder, ""));
  }

  @Test
  void readsEveryBlobOfEveryPack() throws Exception {
    try (PackStore one = store(folder);
        PackStore other = store(folder)) {
      one.put(List.of(blob(1, "one"), blob(2, "two")));
      other.put(List.of(blob(3, "three")));
      one.remove(List.of(key(2)));
      assertEquals(new Audit(2, 8, List.of(), List.of()), other.audit(), "without what is removed");
    }
  }

  @Test
  void findsADamagedByteAndForgetsThatBlobAlone() throws Exception {
    try (PackStore store = store(folder)) {
      store.put(List.of(blob(1, "one"), blob(2, "two"), blob(3, "three")));
    }
    Path pack = only(folder, ".pack");
    // The second: the pack's head, the first and its bytes, its own head.
    int place = Head.BYTES + (int) Head.room(3);
    spoil(pack, place + Head.BYTES);
    try (Logs logs = new Logs();
        PackStore store = store(folder)) {
      long id = PackFiles.of(pack, PackFiles.PACK).id();
      Damage damage = new Damage(key(2), pack, id, place, true);
      assertEquals(new Audit(3, 8, List.of(damage), List.of()), store.audit());
      store.forget(List.of(damage));
      assertEquals(new Audit(2, 8, List.of(), List.of()), store.audit());
      assertFalse(store.contains(key(2)));
      assertEquals(List.of(), logs.at(Level.WARNING), "it is told by who asked");
    }
    try (PackStore again = store(folder)) {
      assertEquals(new Audit(2, 8, List.of(), List.of()), again.audit());
      assertEquals("three", text(again, 3));
      again.put(List.of(blob(2, "anew")));
      assertEquals("anew", text(again, 2));
    }
  }

  /** An index knows of it, and nothing else does. */
  @Test
  void findsADamagedHeadThatAnIndexTellsOf() throws Exception {
    int blobs = 2000;
    try (PackStore store = store(folder)) {
      List<Blob> batch = new ArrayList<>();
      for (int i = 0; i < blobs; i++) {
        batch.add(new Blob(key(i), bytes(i, 64)));
      }
      store.put(batch);
    }
    only(folder, ".index");
    int place = Head.BYTES + 7 * (int) Head.room(64);
    spoil(only(folder, ".pack"), place + 20);
    try (PackStore store = store(folder)) {
      Audit audit = store.audit();
      assertEquals(blobs, audit.blobs());
      assertEquals(List.of(key(7)), audit.damaged().stream().map(Damage::key).toList());
      store.forget(audit.damaged());
      assertEquals(List.of(), store.audit().damaged());
    }
  }

  @Test
  void whatIsWholeInAnotherPackIsNotLost() throws Exception {
    try (PackStore one = store(folder);
        PackStore other = store(folder)) {
      one.put(List.of(blob(1, "same")));
      other.put(List.of(blob(1, "same"), blob(2, "else")));
    }
    Path spoilt = files(folder, ".pack").get(0);
    spoil(spoilt, 2 * Head.BYTES);
    try (PackStore store = store(folder)) {
      Audit audit = store.audit();
      assertEquals(3, audit.blobs());
      assertEquals(1, audit.damaged().size());
      assertEquals(spoilt, audit.damaged().get(0).file());
      assertFalse(audit.damaged().get(0).isLost());
      store.forget(audit.damaged());
      assertEquals("same", text(store, 1));
      assertEquals(List.of(), store.audit().damaged());
    }
  }

  @Test
  void namesWhatIsNoPack() throws Exception {
    Path noName = Files.writeString(folder.resolve("mine.pack"), "text");
    Path noPack = Files.writeString(folder.resolve("0123456789abcdef.pack"), "text".repeat(99));
    try (Logs logs = new Logs();
        PackStore store = store(folder)) {
      assertEquals(List.of(noPack, noName), store.audit().foreign());
      Files.delete(noName);
      assertEquals(List.of(noPack), store.audit().foreign());
      assertTrue(logs.at(Level.WARNING).size() >= 2);
    }
    assertEquals("text", Files.readString(noPack).substring(0, 4), "it is left alone");
  }

  @Test
  void readsWhatAnotherMovesMeanwhile() throws Exception {
    try (PackStore one = store(folder);
        PackStore other = store(folder)) {
      one.put(List.of(blob(1, "one"), blob(2, "x".repeat(5000))));
      other.put(List.of(blob(3, "three")));
      one.remove(List.of(key(2)));
      assertEquals(2, other.audit().blobs());
      one.reclaim();
      assertEquals(new Audit(2, 8, List.of(), List.of()), other.audit());
      assertNull(text(other, 2));
    }
  }
}
