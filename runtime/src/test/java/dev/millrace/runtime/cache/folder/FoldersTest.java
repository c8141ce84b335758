package dev.millrace.runtime.cache.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.spi.Logs;
import dev.millrace.runtime.spi.codec.FolderCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FoldersTest {
  private static final Map<String, String> VALUE =
      Map.of("one", "first", "two", "", "below/deep/three", "third");

  @TempDir Path temp;

  private Path root() {
    return temp.resolve("folders");
  }

  private Folders folders() {
    return new Folders(root());
  }

  private Path stored(ByteBuffer blob) {
    return root().resolve(String.valueOf(Folders.digest(blob)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(root())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatWasPutIsOpenedByAnother() throws Exception {
    ByteBuffer blob = folders().put(VALUE, Texts.CODEC);
    assertEquals(VALUE, folders().open(blob, Texts.CODEC));
    assertTrue(folders().verify(blob));
  }

  @Test
  void aValueMayHaveNoFiles() throws Exception {
    ByteBuffer blob = folders().put(Map.of(), Texts.CODEC);
    assertEquals(Map.of(), folders().open(blob, Texts.CODEC));
    assertEquals(blob, folders().put(Map.of(), Texts.CODEC));
  }

  @Test
  void theSameContentIsThereOnce() throws Exception {
    ByteBuffer blob = folders().put(VALUE, Texts.CODEC);
    List<String> once = names();
    assertEquals(blob, folders().put(VALUE, Texts.CODEC));
    assertEquals(once, names());
    String digest = Folders.digest(blob);
    assertEquals(List.of(digest, digest + ".lock", digest + ".used"), once);
  }

  @Test
  void otherContentOrAnotherNameOrAnotherCodecIsAnotherFolder() throws Exception {
    Folders folders = folders();
    String digest = Folders.digest(folders.put(Map.of("a", "1"), Texts.CODEC));
    assertNotEquals(digest, Folders.digest(folders.put(Map.of("a", "2"), Texts.CODEC)));
    assertNotEquals(digest, Folders.digest(folders.put(Map.of("b", "1"), Texts.CODEC)));
    assertNotEquals(digest, Folders.digest(folders.put(Map.of("a", "1"), new Renamed())));
  }

  @Test
  void anotherCodecDoesNotOpenIt() throws Exception {
    ByteBuffer blob = folders().put(VALUE, Texts.CODEC);
    try (Logs logs = new Logs()) {
      assertNull(folders().open(blob, new Renamed()));
      String said = logs.at(Level.WARNING).get(0).getMessage();
      assertTrue(said.contains("was written as texts, not as other"), said);
    }
  }

  @Test
  void aFolderThatIsGoneIsAMissOfWhichNothingIsSaid() throws Exception {
    ByteBuffer blob = folders().put(VALUE, Texts.CODEC);
    Tree.delete(stored(blob));
    try (Logs logs = new Logs()) {
      assertNull(folders().open(blob, Texts.CODEC));
      assertFalse(folders().verify(blob));
      Tree.delete(root());
      assertNull(folders().open(blob, Texts.CODEC));
      assertEquals(List.of(), logs.at(Level.WARNING));
    }
  }

  @Test
  void aFileThatIsCutLongerMissingOrTooManyIsAMiss() throws Exception {
    Path one = Path.of("one");
    assertMissAfter(folder -> Files.writeString(folder.resolve(one), "firs"));
    assertMissAfter(folder -> Files.writeString(folder.resolve(one), "first!"));
    assertMissAfter(folder -> Files.delete(folder.resolve(one)));
    assertMissAfter(folder -> Files.writeString(folder.resolve("four"), ""));
    assertMissAfter(folder -> Files.move(folder.resolve(one), folder.resolve("uno")));
    assertMissAfter(
        folder -> {
          Path moved = Files.move(folder.resolve(one), temp.resolve("moved"));
          Files.createSymbolicLink(folder.resolve(one), moved);
        });
  }

  private void assertMissAfter(Damage damage) throws IOException {
    Tree.delete(root());
    ByteBuffer blob = folders().put(VALUE, Texts.CODEC);
    damage.to(stored(blob));
    try (Logs logs = new Logs()) {
      assertNull(folders().open(blob, Texts.CODEC));
      assertFalse(folders().verify(blob));
      assertTrue(!logs.at(Level.WARNING).isEmpty(), "it is said");
    }
    assertEquals(blob, folders().put(VALUE, Texts.CODEC), "it is replaced");
    assertEquals(VALUE, folders().open(blob, Texts.CODEC));
    assertTrue(folders().verify(blob));
    assertEquals(3, names().size(), "nothing is left of it");
  }

  @FunctionalInterface
  private interface Damage {
    void to(Path folder) throws IOException;
  }

  @Test
  void aFlippedBitIsFoundByVerifyAndReplacedByTheNextPut() throws Exception {
    ByteBuffer blob = folders().put(VALUE, Texts.CODEC);
    Files.writeString(stored(blob).resolve("one"), "fIrst");
    assertFalse(folders().verify(blob));
    assertEquals("fIrst", folders().open(blob, Texts.CODEC).get("one"), "opening does not read");
    assertEquals(blob, folders().put(VALUE, Texts.CODEC));
    assertTrue(folders().verify(blob));
    assertEquals(VALUE, folders().open(blob, Texts.CODEC));
  }

  @Test
  void whateverTheCodecThrowsOnOpeningIsAMiss() throws Exception {
    ByteBuffer blob = folders().put(VALUE, Texts.CODEC);
    for (Exception thrown :
        List.of(
            new IOException("no"), new IllegalStateException("no"), new StoreException("", null))) {
      try (Logs logs = new Logs()) {
        assertNull(folders().open(blob, new Failing(thrown)));
        assertEquals(1, logs.at(Level.WARNING).size());
      }
    }
    assertEquals(VALUE, folders().open(blob, Texts.CODEC));
  }

  @Test
  void whateverTheCodecThrowsOnWritingLeavesNothing() throws Exception {
    for (Exception thrown : List.of(new IOException("full"), new IllegalStateException("full"))) {
      StoreException said =
          assertThrows(StoreException.class, () -> folders().put(VALUE, new Failing(thrown)));
      assertEquals(thrown, said.getCause());
      assertTrue(
          said.getMessage()
              .startsWith("a result could not be stored as a folder in " + root() + ": " + thrown),
          said.getMessage());
      assertEquals(List.of(), names());
    }
  }

  @Test
  void linksAreNotStored() throws Exception {
    Path outside = Files.writeString(temp.resolve("outside"), "text");
    for (Path to : List.of(outside, temp, Path.of("one"), Path.of("nowhere"))) {
      StoreException said =
          assertThrows(StoreException.class, () -> folders().put(VALUE, new Linking(to)));
      assertTrue(said.getMessage().contains("link is a link or no file"), said.getMessage());
      assertEquals(List.of(), names());
    }
  }

  @Test
  void emptyFoldersDoNotCount() throws Exception {
    ByteBuffer blob = folders().put(VALUE, Texts.CODEC);
    Files.createDirectories(stored(blob).resolve("empty/er"));
    assertTrue(folders().verify(blob));
    assertEquals(VALUE, folders().open(blob, Texts.CODEC));
  }

  @Test
  void aBlobThatIsCutOrDamagedIsAMiss() throws Exception {
    ByteBuffer blob = folders().put(VALUE, Texts.CODEC);
    byte[] bytes = new byte[blob.remaining()];
    blob.duplicate().get(bytes);
    try (Logs logs = new Logs()) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] ^= 0x10;
        assertNull(folders().open(ByteBuffer.wrap(bytes), Texts.CODEC));
        assertFalse(folders().verify(ByteBuffer.wrap(bytes)));
        bytes[i] ^= 0x10;
        assertNull(folders().open(ByteBuffer.wrap(bytes, 0, i), Texts.CODEC));
      }
      assertEquals(List.of(), logs.at(Level.SEVERE));
    }
    assertEquals(VALUE, folders().open(ByteBuffer.wrap(bytes), Texts.CODEC));
    assertNull(Folders.digest(ByteBuffer.wrap(new byte[100])), "no folder's");
    assertNull(Folders.digest(ByteBuffer.allocate(0)));
  }

  @Test
  void aBlobIsReadFromWhereItLies() throws Exception {
    ByteBuffer blob = folders().put(VALUE, Texts.CODEC);
    ByteBuffer inside = ByteBuffer.allocateDirect(blob.remaining() + 14).position(7);
    inside.put(blob.duplicate()).limit(inside.position()).position(7);
    assertEquals(Folders.digest(blob), Folders.digest(inside));
    assertEquals(VALUE, folders().open(inside.asReadOnlyBuffer(), Texts.CODEC));
    assertEquals(7, inside.position());
  }

  @Test
  void anInterruptedThreadPutsAndOpensAndStaysInterrupted() throws Exception {
    Thread.currentThread().interrupt();
    ByteBuffer blob = folders().put(VALUE, Texts.CODEC);
    assertEquals(VALUE, folders().open(blob, Texts.CODEC));
    assertTrue(folders().verify(blob));
    assertTrue(Thread.interrupted());
    assertEquals(3, names().size());
  }

  @Test
  void aRootThatCannotBeMadeIsSaid() throws Exception {
    Files.createFile(root());
    assertThrows(StoreException.class, () -> folders().put(VALUE, Texts.CODEC));
  }

  /** Writes the same and calls it something else. */
  private static final class Renamed implements FolderCodec<Map<String, String>> {
    @Override
    public void write(Path folder, Map<String, String> value) throws IOException {
      Texts.CODEC.write(folder, value);
    }

    @Override
    public Map<String, String> open(Path folder) throws IOException {
      return Texts.CODEC.open(folder);
    }

    @Override
    public String schema() {
      return "other";
    }
  }

  /** Fails when something is written already. */
  private record Failing(Exception thrown) implements FolderCodec<Map<String, String>> {
    @Override
    public void write(Path folder, Map<String, String> value) throws IOException {
      Texts.CODEC.write(folder, value);
      fail();
    }

    @Override
    public Map<String, String> open(Path folder) throws IOException {
      fail();
      return Map.of();
    }

    private void fail() throws IOException {
      if (thrown instanceof IOException io) {
        throw io;
      }
      throw (RuntimeException) thrown;
    }

    @Override
    public String schema() {
      return Texts.CODEC.schema();
    }
  }

  /** Writes a link besides. */
  private record Linking(Path to) implements FolderCodec<Map<String, String>> {
    @Override
    public void write(Path folder, Map<String, String> value) throws IOException {
      Texts.CODEC.write(folder, value);
      Files.createSymbolicLink(folder.resolve("link"), to);
    }

    @Override
    public Map<String, String> open(Path folder) throws IOException {
      return Texts.CODEC.open(folder);
    }

    @Override
    public String schema() {
      return Texts.CODEC.schema();
    }
  }
}
