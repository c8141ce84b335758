package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.cache.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The files of one pack.
 *
 * @param folder where they are
 * @param id the number of the pack, which its name says
 * @param suffix how the name of the pack itself ends
 */
record PackFiles(Path folder, long id, String suffix) {
  /** Of packs that are appended to. */
  static final String PACK = ".pack";

  /** Of packs that were written at once. */
  static final String OBJECTS = ".objects";

  /** Locked by who gives room back. */
  static final String RECLAIM = "reclaim.lock";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int DIGITS = 16;

  /** Returns the files of a pack that is not there yet. */
  static PackFiles anew(Path folder, String suffix) {
    return new PackFiles(folder, RANDOM.nextLong(), suffix);
  }

  /** Returns the files of the pack that is in a file, or null if its name is no pack's. */
  static @Nullable PackFiles of(Path pack, String suffix) {
    String name = pack.getFileName().toString();
    if (name.length() != DIGITS + suffix.length() || !name.endsWith(suffix)) {
      return null;
    }
    for (int i = 0; i < DIGITS; i++) {
      if (!HexFormat.isHexDigit(name.charAt(i))) {
        return null;
      }
    }
    long id = HexFormat.fromHexDigitsToLong(name, 0, DIGITS);
    PackFiles files = new PackFiles(pack.getParent(), id, suffix);
    return files.pack().equals(pack) ? files : null;
  }

  private Path file(String ending) {
    return folder.resolve(HexFormat.of().toHexDigits(id) + ending);
  }

  /** Returns the pack itself. */
  Path pack() {
    return file(suffix);
  }

  /** Returns what it is called while it is not whole. */
  Path unfinished() {
    return file(suffix + ".new");
  }

  /** Returns its index. */
  Path index() {
    return file(".index");
  }

  /** Returns what the index is called while it is not whole. */
  Path unfinishedIndex() {
    return file(".index.new");
  }

  /** Returns its lock. */
  Path lock() {
    return file(".lock");
  }

  /** Returns whether somebody writes the pack. */
  boolean isWritten() throws IOException {
    return suffix.equals(PACK) && ProcessLock.isHeld(lock());
  }

  /** Work on a pack. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /** Does something while nobody writes the pack, or nothing if somebody does. */
  void whileNobodyWrites(Work work) throws IOException {
    if (!suffix.equals(PACK) || !Files.exists(lock()) || !ProcessLock.isWritable(lock())) {
      if (!isWritten()) {
        work.run();
      }
      return;
    }
    try (ProcessLock lock = ProcessLock.take(lock())) {
      if (lock != null) {
        work.run();
      }
    }
  }

  /** Unlinks the pack and what belongs to it. Who has mapped it keeps what he has. */
  void delete() throws IOException {
    Files.deleteIfExists(pack());
    Files.deleteIfExists(index());
    Files.deleteIfExists(lock());
  }
}
