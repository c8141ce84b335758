package dev.millrace.runtime.cache.pack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackLockTest {
  @TempDir Path folder;

  @Test
  void oneHasItUntilHeLetsGo() throws Exception {
    Path file = folder.resolve("a.lock");
    assertFalse(PackLock.isHeld(file));
    assertFalse(Files.exists(file), "asking makes none");
    PackLock lock = PackLock.take(file);
    assertNotNull(lock);
    assertTrue(PackLock.isHeld(file));
    assertNull(PackLock.take(file));
    assertTrue(PackLock.isHeld(file), "asking does not end it");
    lock.close();
    assertFalse(PackLock.isHeld(file));
    PackLock again = PackLock.take(file);
    assertNotNull(again);
    again.close();
  }

  @Test
  void itIsTheSameByAnotherNameOfTheFolder() throws Exception {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    try (PackLock lock = PackLock.take(real.resolve("a.lock"))) {
      assertNotNull(lock);
      assertNull(PackLock.take(link.resolve("a.lock")));
    }
  }
}
