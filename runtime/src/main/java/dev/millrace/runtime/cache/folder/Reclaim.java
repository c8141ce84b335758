package dev.millrace.runtime.cache.folder;

import dev.millrace.runtime.cache.FileClock;
import dev.millrace.runtime.cache.ProcessLock;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes what nobody needs. What cannot be removed does not keep the rest. */
final class Reclaim {
  private final Path root;
  private final Set<String> kept;
  private final Set<String> released;
  private final Duration grace;
  private final FileClock now;
  private long bytes;
  private @Nullable IOException failure;

  private Reclaim(
      Path root, Set<String> kept, Set<String> released, Duration grace, FileClock now) {
    this.root = root;
    this.kept = kept;
    this.released = released;
    this.grace = grace;
    this.now = now;
  }

  /**
   * Returns how many bytes of files were removed.
   *
   * @param kept the digests of folders that are needed
   * @param released the digests of folders that need no grace: they had a blob; asked for each
   * @param grace how long ago what may go was put: blobs follow their folders
   */
  static long run(Path root, Set<String> kept, Set<String> released, Duration grace)
      throws IOException {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(root)) {
      stream.forEach(all::add);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Reclaim reclaim =
        new Reclaim(root, kept, released, grace, FileClock.read(Names.anew(root, Names.OLD)));
    all.forEach(reclaim::attempt);
    if (reclaim.failure != null) {
      throw reclaim.failure;
    }
    return reclaim.bytes;
  }

  private void attempt(Path named) {
    try {
      look(named);
    } catch (IOException e) {
      if (failure == null) {
        failure = e;
      } else {
        failure.addSuppressed(e);
      }
    }
  }

  private void look(Path named) throws IOException {
    String digest = Names.digest(named, "");
    if (digest != null) {
      folder(digest);
    } else if (Names.random(named, Names.NEW) != null) {
      bytes += Unfinished.clear(named);
    } else if (Names.random(named, Names.OLD) != null) {
      bytes += Tree.delete(named);
    } else if (Names.random(named, Names.LOCK) != null) {
      lock(named);
    } else {
      String left = Names.digest(named, Names.LOCK);
      if (left != null) {
        folder(left);
      }
    }
  }

  /** A folder, or what lay beside one that is gone. */
  private void folder(String digest) throws IOException {
    Stored stored = new Stored(root, digest);
    boolean isGone = !stored.isThere() && Files.notExists(stored.lock());
    if (isGone || kept.contains(digest) || !isOld(stored)) {
      return;
    }
    try (ProcessLock lock = ProcessLock.take(stored.lock())) {
      // It may have been put again before it was locked.
      if (lock != null && isOld(stored)) {
        bytes += stored.isThere() ? stored.discard() : 0;
        Files.deleteIfExists(stored.used());
        Files.deleteIfExists(stored.lock());
      }
    }
  }

  /** The lock of a folder that was never made, or is gone. */
  private void lock(Path file) throws IOException {
    if (!isOld(file)) {
      return;
    }
    try (ProcessLock lock = ProcessLock.take(file)) {
      if (lock != null) {
        Files.deleteIfExists(file);
      }
    }
  }

  private boolean isOld(Stored stored) throws IOException {
    return released.contains(stored.digest())
        || isOld(stored.used()) && isOld(stored.lock()) && isOld(stored.folder());
  }

  private boolean isOld(Path file) throws IOException {
    return now.isOld(file, grace);
  }
}
