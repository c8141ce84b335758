package dev.millrace.runtime.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A right that one process has, or that several share: a lock of the system's, which ends with the
 * process whatever ends that.
 *
 * <p>On POSIX a process loses its lock of a file when it closes any channel to it, and gets it
 * again when it asks again. So a lock file is opened for nothing else, and not at all while this
 * JVM has its lock.
 */
public final class ProcessLock implements AutoCloseable {
  /** What this process has, and what everything here is guarded by. */
  private static final Map<Path, Held> HELD = new HashMap<>();

  /** Where another class loader's Millrace has the lock: closing them would take it away. */
  private static final Set<FileChannel> LEFT_OPEN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final Held held;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  private ProcessLock(Path file, Held held) {
    this.file = file;
    this.held = held;
  }

  /** A lock that this process has, for as many as share it. */
  private static final class Held {
    final @Nullable FileChannel channel;
    final boolean isShared;
    int holders;

    Held(@Nullable FileChannel channel, boolean isShared) {
      this.channel = channel;
      this.isShared = isShared;
    }
  }

  /**
   * Returns the lock for one, or null if somebody has it, in this process or another.
   *
   * @throws IOException if the folder cannot be written
   */
  public static @Nullable ProcessLock take(Path file) throws IOException {
    return lock(file, false);
  }

  /**
   * Returns the lock for one of several, or null if somebody has it for himself.
   *
   * @param file is there, and may be read-only
   * @throws IOException if it cannot be read
   */
  public static @Nullable ProcessLock share(Path file) throws IOException {
    return lock(file, true);
  }

  private static @Nullable ProcessLock lock(Path file, boolean isShared) throws IOException {
    Path real = real(file);
    synchronized (HELD) {
      Held held = HELD.get(real);
      if (held == null) {
        held = ask(file, isShared);
      } else if (!isShared || !held.isShared) {
        return null;
      }
      if (held == null) {
        return null;
      }
      held.holders++;
      HELD.put(real, held);
      return new ProcessLock(real, held);
    }
  }

  private static @Nullable Held ask(Path file, boolean isShared) throws IOException {
    FileChannel open =
        isShared
            ? FileChannel.open(file, StandardOpenOption.READ)
            : FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Held taken = null;
    try {
      FileLock lock = open.tryLock(0, Long.MAX_VALUE, isShared);
      taken = lock == null ? null : new Held(open, isShared);
    } catch (OverlappingFileLockException e) {
      LEFT_OPEN.add(open);
      // What two share, the other has shared too: nobody has it for himself for longer than a look.
      return isShared ? new Held(null, true) : null;
    } finally {
      if (taken == null && !LEFT_OPEN.contains(open)) {
        open.close();
      }
    }
    return taken;
  }

  /** Returns whether somebody has the lock, in this process or another. */
  public static boolean isHeld(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    if (!isWritable(file)) {
      return isHeldByAWriter(file);
    }
    ProcessLock lock = take(file);
    if (lock == null) {
      return true;
    }
    lock.close();
    return false;
  }

  /** Returns whether the lock could be taken, if nobody had it. */
  public static boolean isWritable(Path file) {
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
    if (isClosed.compareAndSet(false, true)) {
      synchronized (HELD) {
        if (--held.holders == 0) {
          HELD.remove(file);
          if (held.channel != null) {
            held.channel.close();
          }
        }
      }
    }
  }
}
