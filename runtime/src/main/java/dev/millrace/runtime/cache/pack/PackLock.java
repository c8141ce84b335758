package dev.millrace.runtime.cache.pack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a pack: a lock of the system's, which ends with the process whatever ends
 * that.
 *
 * <p>On POSIX a process loses its lock of a file when it closes any channel to it, and gets it
 * again when it asks again. So a lock file is opened for nothing else, and not at all while this
 * JVM has its lock.
 */
final class PackLock implements AutoCloseable {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /** Where another class loader's Millrace has the lock: closing them would take it away. */
  private static final Set<FileChannel> LEFT_OPEN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private PackLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Returns the lock, or null if somebody has it, in this process or another.
   *
   * @throws IOException if the folder cannot be written
   */
  static @Nullable PackLock take(Path file) throws IOException {
    Path real = real(file);
    if (!HELD.add(real)) {
      return null;
    }
    FileChannel open = null;
    PackLock taken = null;
    try {
      open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = open.tryLock();
      taken = lock == null ? null : new PackLock(real, open);
    } catch (OverlappingFileLockException e) {
      LEFT_OPEN.add(open);
      open = null;
    } finally {
      if (taken == null) {
        if (open != null) {
          open.close();
        }
        HELD.remove(real);
      }
    }
    return taken;
  }

  /** Returns whether somebody has the lock, in this process or another. */
  static boolean isHeld(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    if (!isWritable(file)) {
      return isHeldByAWriter(file);
    }
    PackLock lock = take(file);
    if (lock == null) {
      return true;
    }
    lock.close();
    return false;
  }

  /** Returns whether the lock could be taken, if nobody had it. */
  static boolean isWritable(Path file) {
    return Files.isWritable(file) && !file.getFileSystem().isReadOnly();
  }

  private static boolean isHeldByAWriter(Path file) throws IOException {
    try (FileChannel open = FileChannel.open(file, StandardOpenOption.READ)) {
      return open.tryLock(0, Long.MAX_VALUE, true) == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  private static Path real(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return folder.toRealPath().resolve(file.getFileName());
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(file);
    }
  }
}
