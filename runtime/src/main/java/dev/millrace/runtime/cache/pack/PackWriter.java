package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.cache.ProcessLock;
import dev.millrace.runtime.cache.Uninterrupted;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The one writer of a pack. Used by one thread at a time. */
final class PackWriter {
  private final Pack pack;
  private final ProcessLock lock;
  private final Tape tape;
  private @Nullable FileChannel channel;
  private long end;

  /** Whether there may be bytes behind the end. */
  private boolean isTorn = true;

  private PackWriter(Pack pack, ProcessLock lock, Tape tape) {
    this.pack = pack;
    this.lock = lock;
    this.tape = tape;
    this.end = Head.aligned(pack.end());
  }

  /**
   * Begins a pack.
   *
   * @throws IOException if the folder cannot be written
   */
  static PackWriter begin(Pack pack, Tape tape) throws IOException {
    Files.createDirectories(pack.files().folder());
    ProcessLock lock = ProcessLock.take(pack.files().lock());
    if (lock == null) {
      throw new IOException("the new " + pack.files().lock() + " is locked already");
    }
    PackWriter writer = new PackWriter(pack, lock, tape);
    try {
      Records own = new Records();
      own.add(Kind.PACK, Pack.VERSION);
      writer.append(own);
      return writer;
    } catch (IOException e) {
      // On a full disk there would be one for each attempt.
      pack.files().delete();
      writer.letGo();
      throw e;
    }
  }

  /** Returns who goes on in a pack, or null if somebody is at it. */
  static @Nullable PackWriter goOn(Pack pack, Tape tape) throws IOException {
    ProcessLock lock = ProcessLock.take(pack.files().lock());
    if (lock == null) {
      return null;
    }
    PackWriter writer = null;
    try {
      pack.extend();
      pack.recover();
      writer = new PackWriter(pack, lock, tape);
      return writer;
    } finally {
      if (writer == null) {
        lock.close();
      }
    }
  }

  Pack pack() {
    return pack;
  }

  /** Returns the room that is taken. */
  long end() {
    return end;
  }

  /**
   * Appends records. Either all of them are there, or this throws and what is there of them is
   * whole.
   */
  void append(Records records) throws IOException {
    Uninterrupted.call(
        () -> {
          FileChannel to = channel();
          if (isTorn) {
            mend(to);
          }
          isTorn = true;
          tape.write(to, end, records, pack.id());
          Tape.write(to, records.head(0).bytes(pack.id(), end), end);
          isTorn = false;
          return null;
        });
    long at = end;
    end += records.room();
    pack.append(records, at);
  }

  /**
   * Covers what is half written with records that say so, over bytes that were read as no head.
   * Behind the end that needs no new room.
   */
  private void mend(FileChannel to) throws IOException {
    for (Pack.Hole hole : pack.holes()) {
      cover(to, hole.from(), hole.to() - hole.from());
    }
    pack.covered();
    long left = to.size() - end;
    if (left > 0) {
      cover(to, end, Head.aligned(left));
      end += Head.aligned(left);
      pack.skipTo(end);
    }
  }

  private void cover(FileChannel to, long place, long bytes) throws IOException {
    int length = (int) (bytes - Head.BYTES);
    Head gap = new Head(Kind.GAP, Pack.VERSION, length, 0, System.currentTimeMillis());
    Tape.write(to, gap.bytes(pack.id(), place), place);
  }

  private FileChannel channel() throws IOException {
    FileChannel open = channel;
    if (open == null || !open.isOpen()) {
      open =
          FileChannel.open(
              pack.files().pack(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel = open;
    }
    return open;
  }

  /** Waits until the disk has everything. */
  void force() throws IOException {
    Uninterrupted.call(
        () -> {
          channel().force(true);
          return null;
        });
  }

  /** Lets go of the pack, having written its index if that is worth it. */
  void close() throws IOException {
    try {
      pack.close();
    } finally {
      letGo();
    }
  }

  private void letGo() throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      lock.close();
    }
  }
}
