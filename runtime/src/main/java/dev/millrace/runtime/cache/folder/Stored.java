package dev.millrace.runtime.cache.folder;

import dev.millrace.runtime.cache.ProcessLock;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A place for a folder under its digest, and what lies beside it.
 *
 * @param root where all of them are
 * @param digest its name
 */
record Stored(Path root, String digest) {
  private static final int TRIES = 1000;

  Path folder() {
    return root.resolve(digest);
  }

  /** Opened for nothing but locks: whoever closes it gives up his process's locks of it. */
  Path lock() {
    return root.resolve(digest + Names.LOCK);
  }

  Path used() {
    return root.resolve(digest + Names.USED);
  }

  boolean isThere() {
    return Files.exists(folder(), LinkOption.NOFOLLOW_LINKS);
  }

  /** Returns whether the folder is there with all that the manifest says, having read all of it. */
  boolean isWhole(Manifest manifest) throws IOException {
    try {
      return manifest.fits(folder())
          && Manifest.of(folder(), manifest.schema()).digest().equals(digest);
    } catch (NoSuchFileException e) {
      return false; // It is not there, or was moved away meanwhile.
    }
  }

  /**
   * Renames a folder to this one, unless there is one. Nobody removes it for a while.
   *
   * @throws IOException if there is none then
   */
  void put(Path written, Manifest manifest) throws IOException {
    ProcessLock lock = share();
    try (lock) {
      touch();
      if (isThere()) {
        if (isWhole(manifest)) {
          return;
        }
        // It is damaged. Who has mapped it keeps what he has.
        discard();
      }
      try {
        Files.move(written, folder(), StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        // Another may have been quicker with the same.
        if (!isWhole(manifest)) {
          throw e;
        }
      }
    }
  }

  /** Returns a share of the lock, whose file is made if need be. */
  private ProcessLock share() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      create(lock());
      ProcessLock lock = shareWhatIsThere();
      if (lock != null) {
        return lock;
      }
      // The folder is removed just now, which takes a moment.
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    throw new IOException(lock() + " is locked all the time; see what process does that");
  }

  /** Returns a share, or null if the folder is being removed, or was and the lock with it. */
  private @Nullable ProcessLock shareWhatIsThere() throws IOException {
    ProcessLock lock;
    try {
      lock = ProcessLock.share(lock());
    } catch (NoSuchFileException e) {
      return null;
    }
    if (lock != null && Files.notExists(lock())) {
      lock.close();
      return null;
    }
    return lock;
  }

  /** Makes the time of the last put that of the file system's clock. */
  private void touch() throws IOException {
    Files.deleteIfExists(used());
    create(used());
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      // Then it is there, and was not opened.
    }
  }

  /** Removes the folder, at once for all, and returns how many bytes it had. */
  long discard() throws IOException {
    Path old = Names.anew(root, Names.OLD);
    try {
      Files.move(folder(), old, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return 0; // Another was quicker.
    }
    return Tree.delete(old);
  }
}
