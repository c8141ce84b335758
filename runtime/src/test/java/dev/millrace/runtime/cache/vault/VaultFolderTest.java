package dev.millrace.runtime.cache.vault;

import static dev.millrace.runtime.cache.vault.Values.get;
import static dev.millrace.runtime.cache.vault.Values.key;
import static dev.millrace.runtime.cache.vault.Values.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.spi.Logs;
import dev.millrace.runtime.spi.codec.Codecs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cache in a folder, and what may happen to that. */
@Timeout(120)
final class VaultFolderTest {
  @TempDir Path parent;

  private Path folder() {
    return parent.resolve("cache");
  }

  private Cache cache() {
    return Cache.at(folder());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void whatWasPutIsFoundLaterWithAllThatIsKnownOfIt() throws Exception {
    Map<Long, String> expected = new HashMap<>();
    expected.put(1L, "one");
    expected.put(2L, null);
    Embedding embedding = Embedding.of(1, 2, 3);
    try (Vault vault = Vault.open(cache())) {
      put(vault, 1, "one");
      put(vault, 2, null);
      put(vault, 3, embedding, Codecs.EMBEDDING);
    }
    try (Vault vault = Vault.open(cache())) {
      assertEquals(expected, get(vault, 1, 2, 4));
      assertEquals(Map.of(3L, embedding), get(vault, Codecs.EMBEDDING, 3));
      Entry entry = vault.meta().find(key(1)).orElseThrow();
      assertEquals("node", entry.node());
      assertEquals(List.of(Values.PART), entry.parts());
    }
  }

  @Test
  void twoVaultsAtAFolderShareAllThatIsOpen() throws Exception {
    Path link = Files.createSymbolicLink(parent.resolve("link"), parent);
    Vault one = Vault.open(cache());
    try (Vault other = Vault.open(Cache.at(link.resolve("cache")).env("a", 1))) {
      String text = new String("shared");
      put(one, 1, text);
      assertSame(text, get(other, 1).get(1L));
      assertSame(one.claims(), other.claims());
      assertSame(one.meta(), other.meta());
      one.close();
      put(other, 2, "two");
      assertEquals(2, get(other, 1, 2).size());
    }
    try (Stream<Path> files = Files.list(folder())) {
      assertEquals(1, files.filter(file -> file.toString().endsWith(".pack")).count());
    }
  }

  @Test
  void anotherProcessFindsWhatThisOnePutAndThisWhatThatOnePut() throws Exception {
    try (Vault vault = Vault.open(cache().frontLimit(0))) {
      put(vault, 1, "of this");
      Process process = start();
      byte[] said = process.getInputStream().readAllBytes();
      assertEquals("{1=of this}", new String(said).trim());
      assertEquals(0, process.waitFor());
      // The folder is looked at once a second.
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (get(vault, 2).isEmpty() && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      assertEquals(Map.of(1L, "of this", 2L, "of that"), get(vault, 1, 2));
      assertEquals("node", vault.meta().find(key(2)).orElseThrow().node());
    }
  }

  private Process start() throws IOException {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            path,
            Other.class.getName(),
            folder().toString());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** The other process. */
  static final class Other {
    public static void main(String[] args) {
      try (Vault vault = Vault.open(Cache.at(Path.of(args[0])))) {
        put(vault, 2, "of that");
        System.out.println(get(vault, 1));
      }
    }
  }

  @Test
  void aFolderThatIsDeletedCostsNoRightResult() throws Exception {
    try (Vault vault = Vault.open(cache().frontLimit(0))) {
      for (int key = 0; key < 50; key++) {
        put(vault, key, "value " + key);
      }
      delete(folder());
      for (int key = 0; key < 100; key++) {
        String value = get(vault, key).get((long) key);
        assertTrue(value == null || value.equals("value " + key), value);
        put(vault, key, "value " + key);
      }
    }
    try (Vault vault = Vault.open(cache())) {
      put(vault, 1, "value 1");
      assertEquals(Map.of(1L, "value 1"), get(vault, 1));
    }
    try (Vault vault = Vault.open(cache())) {
      assertEquals(Map.of(1L, "value 1"), get(vault, 1));
    }
  }

  @Test
  void aFileWhereTheFolderShouldBeCostsAWarningForEachKind() throws Exception {
    Files.writeString(folder(), "no folder");
    try (Logs logs = new Logs()) {
      try (Vault vault = Vault.open(cache().frontLimit(0))) {
        for (int key = 0; key < 50; key++) {
          assertEquals(Map.of(), get(vault, key));
          put(vault, key, "value " + key);
        }
        assertEquals(0, vault.stats().puts());
      }
      int warnings = logs.at(Level.WARNING).size();
      assertTrue(warnings >= 1 && warnings <= 3, () -> warnings + " warnings");
    }
    assertEquals("no folder", Files.readString(folder()));
  }

  @Test
  void garbageInTheLedgerLosesNoResult() throws Exception {
    try (Vault vault = Vault.open(cache())) {
      put(vault, 1, "one");
    }
    Path ledger = folder().resolve("ledger.sqlite");
    assertTrue(Files.exists(ledger));
    Files.writeString(ledger, "garbage ".repeat(1000));
    try (Logs logs = new Logs();
        Vault vault = Vault.open(cache())) {
      assertEquals(Map.of(1L, "one"), get(vault, 1));
      put(vault, 2, "two");
      assertFalse(vault.meta().find(key(1)).isPresent());
      assertTrue(vault.meta().find(key(2)).isPresent());
      assertEquals(1, logs.at(Level.WARNING).size());
    }
  }

  @Test
  void damageInAPackIsAMissThatIsMended() throws Exception {
    try (Vault vault = Vault.open(cache())) {
      put(vault, 1, "one");
      put(vault, 2, "two");
    }
    Path pack;
    try (Stream<Path> files = Files.list(folder())) {
      pack = files.filter(file -> file.toString().endsWith(".pack")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(pack);
    int place = indexOf(bytes, "one");
    bytes[place] ^= 1;
    Files.write(pack, bytes);
    try (Logs logs = new Logs();
        Vault vault = Vault.open(cache())) {
      assertEquals(Map.of(2L, "two"), get(vault, 1, 2));
      put(vault, 1, "one");
      assertTrue(logs.at(Level.WARNING).size() <= 1);
    }
    try (Vault vault = Vault.open(cache())) {
      assertEquals(Map.of(1L, "one", 2L, "two"), get(vault, 1, 2));
    }
  }

  private static int indexOf(byte[] bytes, String text) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    int place = all.indexOf(text);
    assertTrue(place >= 0);
    return place;
  }
}
