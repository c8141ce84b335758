package dev.millrace.runtime.cache.key;

import dev.millrace.runtime.cache.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Digests of what is in files and folders. A file's is remembered for as long as its {@link Stamp}
 * stays what it was; a time within two seconds of the reading is not trusted, because a file
 * system's clock may be too coarse to show a change that follows. Of threads that ask for one file
 * at once, one reads it. Links are followed.
 */
public final class ContentDigests {
  /** Those of this process. */
  public static final ContentDigests SHARED = new ContentDigests(System::currentTimeMillis);

  private static final int TRIES = 3;
  private static final int REMEMBERED = 1 << 16;
  private static final int BUFFER = 1 << 16;

  private final LongSupplier clock;
  private final Map<Path, Memory> memories = new ConcurrentHashMap<>();

  /**
   * Makes one that remembers nothing yet.
   *
   * @param clock milliseconds since 1970
   */
  ContentDigests(LongSupplier clock) {
    this.clock = clock;
  }

  /** What is known of one file. */
  private static final class Memory {
    final ReentrantLock reading = new ReentrantLock();
    @Nullable Stamp stamp;
    byte[] digest = {};
  }

  /**
   * Returns the digest of a file's bytes, or of a folder: of the names in it and what is in them.
   * The file's own name and time are no part of it.
   *
   * @throws NoSuchFileException if there is nothing of that name
   * @throws IOException if it cannot be read, is neither file nor folder, or is being written to
   */
  public byte[] of(Path path) throws IOException {
    return of(path, new LinkedHashSet<>());
  }

  private byte[] of(Path path, Set<Path> around) throws IOException {
    if (Files.isRegularFile(path)) {
      return ofFile(path.toAbsolutePath());
    }
    if (Files.isDirectory(path)) {
      return ofFolder(path, around);
    }
    if (Files.notExists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    throw new IOException(path + " is neither a file nor a folder");
  }

  private byte[] ofFolder(Path folder, Set<Path> around) throws IOException {
    Path real = folder.toRealPath();
    if (!around.add(real)) {
      throw new FileSystemLoopException(folder.toString());
    }
    List<Path> entries = new ArrayList<>();
    try (Stream<Path> listed = Files.list(folder)) {
      listed.forEach(entries::add);
    }
    byte[][] digests = new byte[entries.size()][];
    for (int i = 0; i < digests.length; i++) {
      KeyBytes entry = new KeyBytes();
      entry.begin();
      entry.tag(Tag.STRING).text(entries.get(i).getFileName().toString());
      entry.raw(of(entries.get(i), around), 0, KeyBytes.DIGEST);
      digests[i] = new byte[KeyBytes.DIGEST];
      entry.end(digests[i], 0);
    }
    around.remove(real);
    Arrays.sort(digests, Arrays::compareUnsigned);
    KeyBytes all = new KeyBytes();
    all.begin();
    all.tag(Tag.FOLDER).int32(digests.length);
    for (byte[] each : digests) {
      all.raw(each, 0, each.length);
    }
    byte[] digest = new byte[KeyBytes.DIGEST];
    all.end(digest, 0);
    return digest;
  }

  private byte[] ofFile(Path file) throws IOException {
    if (memories.size() >= REMEMBERED) {
      memories.clear();
    }
    Memory memory = memories.computeIfAbsent(file, unknown -> new Memory());
    memory.reading.lock();
    try {
      Stamp now = Stamp.of(file);
      if (!now.equals(memory.stamp)) {
        memory.stamp = null;
        memory.digest = read(file, now, memory);
      }
      return memory.digest;
    } finally {
      memory.reading.unlock();
    }
  }

  /** Reads a file, again if it changed meanwhile, and notes whether it need be read next time. */
  private byte[] read(Path file, Stamp seen, Memory memory) throws IOException {
    Stamp before = seen;
    for (int i = 0; i < TRIES; i++) {
      long began = clock.getAsLong();
      byte[] digest = read(file);
      Stamp after = Stamp.of(file);
      if (after.equals(before)) {
        memory.stamp = after.isTrustedAt(began) ? after : null;
        return digest;
      }
      before = after;
    }
    throw new IOException(file + " changed each time it was read; wait until it is written");
  }

  private static byte[] read(Path file) throws IOException {
    MessageDigest sha = Sha256.make();
    sha.update(KeyBytes.VERSION);
    sha.update(Tag.FILE.code());
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        sha.update(buffer, 0, count);
      }
    }
    return Arrays.copyOf(sha.digest(), KeyBytes.DIGEST);
  }
}
