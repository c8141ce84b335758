package dev.millrace.runtime.cache.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContentDigestsTest {
  /** A day from now: by then every file was left alone for long. */
  private static final long LATER = System.currentTimeMillis() + 86_400_000;

  @TempDir Path folder;

  private final ContentDigests digests = new ContentDigests(() -> LATER);

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void aFileIsItsBytesAndNotItsName() throws IOException {
    byte[] first = digests.of(file("a", "text"));
    assertArrayEquals(first, digests.of(file("b", "text")));
    assertFalse(Arrays.equals(first, digests.of(file("c", "other"))));
    assertFalse(Arrays.equals(first, digests.of(file("d", ""))));
  }

  @Test
  void aFolderIsTheNamesInItAndWhatIsBelow() throws IOException {
    file("one/a", "1");
    file("one/deep/b", "2");
    file("two/deep/b", "2");
    file("two/a", "1");
    byte[] one = digests.of(folder.resolve("one"));
    assertArrayEquals(one, digests.of(folder.resolve("two")));
    Files.move(folder.resolve("two/a"), folder.resolve("two/c"));
    assertFalse(Arrays.equals(one, digests.of(folder.resolve("two"))));
    Files.move(folder.resolve("two/c"), folder.resolve("two/a"));
    Files.createDirectory(folder.resolve("two/empty"));
    assertFalse(Arrays.equals(one, digests.of(folder.resolve("two"))));
  }

  @Test
  void aFileAndAFolderNeverMeet() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    assertFalse(Arrays.equals(digests.of(folder.resolve("empty")), digests.of(file("file", ""))));
  }

  @Test
  void aFileThatWasLeftAloneIsReadOnce() throws IOException {
    Path file = file("a", "text");
    assertSame(digests.of(file), digests.of(file));
    assertSame(digests.of(file), digests.of(folder.resolve("./a/../a").normalize()));
  }

  @Test
  void aFileThatChangedIsReadAgain() throws IOException {
    Path file = file("a", "text");
    byte[] before = digests.of(file);
    Files.writeString(file, "other text");
    assertFalse(Arrays.equals(before, digests.of(file)));
  }

  @Test
  void anotherFileOfTheSameNameSizeAndTimeIsReadAgain() throws IOException {
    Path file = file("a", "text");
    FileTime time = Files.getLastModifiedTime(file);
    byte[] before = digests.of(file);
    Path other = file("b", "TEXT");
    Files.setLastModifiedTime(other, time);
    Files.delete(file);
    Files.move(other, file);
    assertEquals(time, Files.getLastModifiedTime(file));
    assertFalse(Arrays.equals(before, digests.of(file)));
  }

  @Test
  void aTimeWithinTwoSecondsOfTheReadingIsNotTrusted() throws IOException {
    Path file = file("a", "text");
    long changed = Stamp.of(file).changed().toMillis();
    AtomicLong clock = new AtomicLong(changed + 2_000);
    ContentDigests young = new ContentDigests(clock::get);
    assertNotSame(young.of(file), young.of(file));
    clock.set(changed + 2_001);
    assertSame(young.of(file), young.of(file));
  }

  @Test
  void aTimeThatIsStillToComeIsNotTrusted() throws IOException {
    Path file = file("a", "text");
    Files.setLastModifiedTime(file, FileTime.fromMillis(LATER + 10_000));
    assertNotSame(digests.of(file), digests.of(file));
  }

  @Test
  void threadsThatAskForOneFileReadItOnce() throws IOException {
    Path file = file("a", "text".repeat(100_000));
    Set<byte[]> seen =
        Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    IntStream.range(0, 64).parallel().forEach(i -> seen.add(unchecked(file)));
    assertEquals(1, seen.size());
  }

  @Test
  void threadsThatAskWhileAFileChangesAreToldOneOfWhatItWas() throws IOException {
    Path file = file("a", "0");
    Path target = folder.resolve("b");
    Set<String> possible = new java.util.HashSet<>();
    for (int i = 0; i < 10; i++) {
      possible.add(Arrays.toString(digests.of(file("known" + i, "state " + i))));
    }
    Files.copy(folder.resolve("known0"), target);
    IntStream.range(0, 400)
        .parallel()
        .forEach(
            i -> {
              if (i % 4 == 0) {
                replace(target, i);
              } else {
                assertTrue(possible.contains(Arrays.toString(unchecked(target))));
              }
            });
    Files.writeString(file, "state 3");
    assertArrayEquals(digests.of(folder.resolve("known3")), digests.of(file));
  }

  private void replace(Path target, int i) {
    try {
      Path next = folder.resolve("next" + i);
      Files.writeString(next, "state " + i % 10);
      Files.move(next, target, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private byte[] unchecked(Path file) {
    try {
      return digests.of(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void whatIsNotThereHasNoDigest() {
    assertThrows(NoSuchFileException.class, () -> digests.of(folder.resolve("absent")));
  }

  @Test
  void aFolderThatContainsItselfHasNone() throws IOException {
    file("one/a", "1");
    Files.createSymbolicLink(folder.resolve("one/self"), folder.resolve("one"));
    assertThrows(FileSystemLoopException.class, () -> digests.of(folder.resolve("one")));
  }
}
