package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.cache.FileClock;
import dev.millrace.runtime.cache.ProcessLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What processes left that ended at the wrong moment, and that no pack will ever use: what was to
 * be renamed, an index or a lock without a pack, a pack that ends before its first record. All of
 * it may also be somebody's who is at it, but not for an hour.
 */
final class Leftovers {
  private static final Duration GRACE = Duration.ofHours(1);

  private final Path folder;
  private final String suffix;

  /**
   * Looks for nothing yet.
   *
   * @param suffix of the packs that count
   */
  Leftovers(Path folder, String suffix) {
    this.folder = folder;
    this.suffix = suffix;
  }

  /** Returns the files that seem to be left. */
  List<Path> seen() throws IOException {
    List<Path> seen = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        PackFiles files = files(file);
        if (files != null && Files.isRegularFile(file) && isLeft(file, files)) {
          seen.add(file);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return seen;
  }

  /** Returns the pack that a file belongs to by its name, or null. */
  private @Nullable PackFiles files(Path file) {
    String name = file.getFileName().toString();
    int dot = name.indexOf('.');
    PackFiles files = dot < 0 ? null : PackFiles.of(file, name.substring(dot));
    return files == null ? null : new PackFiles(folder, files.id(), suffix);
  }

  private boolean isLeft(Path file, PackFiles files) throws IOException {
    if (file.equals(files.unfinished())) {
      return true;
    }
    if (!suffix.equals(PackFiles.PACK)) {
      return false; // Objects have nothing else.
    }
    if (file.equals(files.index()) || file.equals(files.lock())) {
      return Files.notExists(files.pack());
    }
    return file.equals(files.unfinishedIndex())
        || file.equals(files.pack()) && isUnbegun(files) && Files.exists(files.lock());
  }

  /** Returns whether there is no more of a pack than a part of its own head. */
  private static boolean isUnbegun(PackFiles pack) throws IOException {
    if (Files.size(pack.pack()) > Head.BYTES) {
      return false;
    }
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(pack.pack()));
    return all.capacity() < Head.BYTES
        || Head.read(all.order(ByteOrder.LITTLE_ENDIAN), 0, pack.id(), 0) == null;
  }

  /**
   * Removes what is left and old, and returns how many bytes that was. One at a time does that.
   *
   * @param seen what seemed to be left
   */
  long clear(List<Path> seen) throws IOException {
    if (seen.isEmpty()) {
      return 0;
    }
    FileClock clock = FileClock.read(PackFiles.anew(folder, suffix).unfinished());
    long freed = 0;
    for (Path file : seen) {
      PackFiles files = files(file);
      if (files != null && clock.isOld(file, GRACE)) {
        freed += clear(file, files);
      }
    }
    return freed;
  }

  private long clear(Path file, PackFiles files) throws IOException {
    if (!suffix.equals(PackFiles.PACK)) {
      return delete(file);
    }
    try (ProcessLock lock = ProcessLock.take(files.lock())) {
      if (lock == null || !isLeft(file, files)) {
        return 0;
      }
      long freed = delete(file);
      if (Files.notExists(files.pack())) {
        files.delete();
      }
      return freed;
    }
  }

  private static long delete(Path file) throws IOException {
    try {
      long bytes = Files.size(file);
      return Files.deleteIfExists(file) ? bytes : 0;
    } catch (NoSuchFileException e) {
      return 0;
    }
  }
}
