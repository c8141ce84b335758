package dev.millrace.runtime.cache;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessLockTest {
  @TempDir Path folder;

  @Test
  void oneHasItUntilHeLetsGo() throws Exception {
    Path file = folder.resolve("a.lock");
    assertFalse(ProcessLock.isHeld(file));
    assertFalse(Files.exists(file), "asking makes none");
    ProcessLock lock = ProcessLock.take(file);
    assertNotNull(lock);
    assertTrue(ProcessLock.isHeld(file));
    assertNull(ProcessLock.take(file));
    assertTrue(ProcessLock.isHeld(file), "asking does not end it");
    lock.close();
    assertFalse(ProcessLock.isHeld(file));
    ProcessLock again = ProcessLock.take(file);
    assertNotNull(again);
    again.close();
  }

  @Test
  void itIsTheSameByAnotherNameOfTheFolder() throws Exception {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    try (ProcessLock lock = ProcessLock.take(real.resolve("a.lock"))) {
      assertNotNull(lock);
      assertNull(ProcessLock.take(link.resolve("a.lock")));
    }
  }

  @Test
  void severalShareItWhileNobodyHasItForHimself() throws Exception {
    Path file = Files.createFile(folder.resolve("a.lock"));
    ProcessLock one = ProcessLock.share(file);
    ProcessLock other = ProcessLock.share(file);
    assertNotNull(one);
    assertNotNull(other);
    assertNull(ProcessLock.take(file));
    one.close();
    one.close();
    assertNull(ProcessLock.take(file), "the other has it, and closing twice is closing once");
    other.close();
    try (ProcessLock alone = ProcessLock.take(file)) {
      assertNotNull(alone);
      assertNull(ProcessLock.share(file));
    }
  }

  @Test
  void whatIsNotThereIsNotShared() {
    assertThrows(
        NoSuchFileException.class, () -> ProcessLock.share(folder.resolve("nothing.lock")));
  }
}
