package dev.millrace.runtime.cache.vault;

import static dev.millrace.runtime.cache.vault.Values.get;
import static dev.millrace.runtime.cache.vault.Values.key;
import static dev.millrace.runtime.cache.vault.Values.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.spi.Logs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, and one that may not be written: a file system in memory, where allowed. */
@Timeout(60)
final class VaultDiskTest {
  private static final String TEXT = "a text that is rather long ".repeat(400);

  @TempDir Path folder;

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor() == 0;
  }

  @BeforeEach
  void mount() throws Exception {
    boolean isMounted;
    try {
      isMounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.toString());
    } catch (IOException e) {
      isMounted = false;
    }
    assumeTrue(isMounted, "this user may mount no file system, so no disk can be filled");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "-l", folder.toString());
  }

  @Test
  void whatAFullDiskDoesNotTakeIsMissingAndTheRestIsThere() {
    long stored;
    try (Logs logs = new Logs();
        Vault vault = Vault.open(Cache.at(folder).frontLimit(0))) {
      for (int key = 0; key < 500; key++) {
        put(vault, key, key + TEXT);
      }
      stored = vault.stats().puts();
      assertTrue(stored > 0 && stored < 500, () -> vault.stats() + "");
      assertEquals(
          1,
          logs.at(Level.WARNING).stream()
              .filter(each -> each.getMessage().startsWith("results cannot be stored"))
              .count());
    }
    try (Vault vault = Vault.open(Cache.at(folder).readOnly())) {
      long found = 0;
      for (long key = 0; key < 500; key++) {
        String value = get(vault, key).get(key);
        assertTrue(value == null || value.equals(key + TEXT));
        found += value == null ? 0 : 1;
      }
      assertEquals(stored, found);
    }
  }

  @Test
  void aFolderThatMayNotBeWrittenIsReadAndSaysSoOnce() throws Exception {
    try (Vault vault = Vault.open(Cache.at(folder))) {
      put(vault, 1, "one");
    }
    assertTrue(run("mount", "-o", "remount,ro", folder.toString()));
    try (Logs logs = new Logs();
        Vault vault = Vault.open(Cache.at(folder).limit(1 << 20))) {
      assertEquals(Map.of(1L, "one"), get(vault, 1));
      for (int key = 2; key < 20; key++) {
        put(vault, key, "value " + key);
        assertEquals(Map.of((long) key, "value " + key), get(vault, key), "from the heap");
      }
      assertEquals(1, logs.at(Level.WARNING).size());
      assertTrue(logs.at(Level.WARNING).get(0).getMessage().startsWith("results cannot be stored"));
      assertEquals(0, vault.stats().puts());
    }
    try (Logs logs = new Logs()) {
      try (Vault vault = Vault.open(Cache.at(folder).readOnly())) {
        assertEquals(Map.of(1L, "one"), get(vault, 1, 2));
        assertTrue(vault.contains(key(1)));
      }
      assertEquals(0, logs.at(Level.WARNING).size());
    }
  }
}
