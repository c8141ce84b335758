package dev.millrace.runtime.cache.folder;

import dev.millrace.runtime.cache.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that is being written. Its lock was taken before it was made and is given up when it is
 * gone: whoever can take the lock of one has found what a dead process left.
 */
final class Unfinished implements AutoCloseable {
  private final Path folder;
  private final Path file;
  private final ProcessLock lock;

  private Unfinished(Path folder, Path file, ProcessLock lock) {
    this.folder = folder;
    this.file = file;
    this.lock = lock;
  }

  /** Begins one. */
  static Unfinished begin(Path root) throws IOException {
    Path folder = Names.anew(root, Names.NEW);
    Path file = lock(folder);
    ProcessLock lock = ProcessLock.take(file);
    if (lock == null) {
      throw new IOException(file + " is locked by who looked at it; try again");
    }
    Unfinished begun = new Unfinished(folder, file, lock);
    try {
      Files.createDirectory(folder);
      return begun;
    } catch (IOException e) {
      begun.close();
      throw e;
    }
  }

  private static Path lock(Path folder) {
    String name = folder.getFileName().toString();
    return folder.resolveSibling(name.replace(Names.NEW, Names.LOCK));
  }

  /** Removes one that a dead process left, and returns its bytes; 0 if it is being written. */
  static long clear(Path folder) throws IOException {
    Path file = lock(folder);
    ProcessLock lock = ProcessLock.take(file);
    if (lock == null) {
      return 0;
    }
    try (lock) {
      long bytes = Tree.delete(folder);
      Files.deleteIfExists(file);
      return bytes;
    }
  }

  Path folder() {
    return folder;
  }

  /** Removes what was not renamed. */
  @Override
  public void close() throws IOException {
    try (lock) {
      Tree.delete(folder);
      Files.deleteIfExists(file);
    }
  }
}
