package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.ProcessLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives room back: packs of which a quarter or more is dead, and small ones if there are several,
 * are written anew without what is dead, and unlinked. Packs that others write are left alone. One
 * does that at a time: of two, each might unlink what the other relies on. What processes left that
 * ended at the wrong moment goes, too.
 *
 * <p>Whenever it ends, each record is in the old pack, in the new one, or in both.
 */
final class Compaction {
  private static final long SMALL = 4L << 20;
  private static final long TOGETHER = 16L << 20;

  private final Shelf shelf;
  private final Target target;
  private final Leftovers leftovers;

  private Records copies = new Records();
  private List<Taken> taken = new ArrayList<>();
  private long freed;

  /** Where the copies go. */
  interface Target {
    /** Is called once, before anything is copied. */
    void begin() throws IOException;

    /** Writes copies. */
    void append(Records records) throws IOException;

    /** Waits until they are on the disk. */
    void force() throws IOException;
  }

  /** A pack that nobody else can write, all of which is copied. */
  private record Taken(Pack pack, @Nullable ProcessLock lock) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      if (lock != null) {
        lock.close();
      }
    }
  }

  Compaction(Shelf shelf, Target target) {
    this.shelf = shelf;
    this.leftovers = new Leftovers(shelf.folder(), shelf.suffix());
    this.target = target;
  }

  /** Returns how many bytes it gave back; none if another is at it. */
  long run() throws IOException {
    List<Path> left = leftovers.seen();
    if (left.isEmpty() && due().isEmpty()) {
      return 0;
    }
    try (ProcessLock lock = ProcessLock.take(shelf.folder().resolve(PackFiles.RECLAIM))) {
      if (lock == null) {
        return 0;
      }
      long cleared = leftovers.clear(left);
      // What another moved just before would be taken for a copy of what he has unlinked.
      shelf.refresh();
      return cleared + compact(due());
    }
  }

  private long compact(List<Pack> due) throws IOException {
    if (due.isEmpty()) {
      return 0;
    }
    target.begin();
    try {
      for (Pack pack : due) {
        take(pack);
      }
      flush();
    } finally {
      letGo();
    }
    return freed;
  }

  private List<Pack> due() throws IOException {
    List<Pack> due = new ArrayList<>();
    List<Pack> small = new ArrayList<>();
    for (Pack pack : shelf.packs()) {
      try {
        long size = Files.size(pack.files().pack());
        if (size - living(pack) > size / 4 && size > Head.BYTES) {
          due.add(pack);
        } else if (size < SMALL) {
          small.add(pack);
        }
      } catch (NoSuchFileException e) {
        // Another has unlinked it since the folder was looked at.
        continue;
      }
    }
    if (small.size() > 1) {
      due.addAll(small);
    }
    return due;
  }

  private long living(Pack pack) throws IOException {
    // The pack's own head.
    long[] living = {Head.BYTES};
    pack.forEach(
        (key, place) -> {
          Head head = shelf.isSeen(pack, key, place) ? pack.head(place) : null;
          living[0] += head == null ? 0 : head.room();
        });
    return living[0];
  }

  private void take(Pack pack) throws IOException {
    ProcessLock lock = null;
    if (pack.files().suffix().equals(PackFiles.PACK)) {
      lock = ProcessLock.take(pack.files().lock());
      if (lock == null) {
        return;
      }
    }
    Taken now = new Taken(pack, lock);
    try {
      pack.extend();
      pack.forEach((key, place) -> copy(pack, key, place));
      for (Signature tombstone : pack.tombstones()) {
        Pack other = shelf.pack(tombstone.high());
        if (other != null && other != pack) {
          copies.add(Kind.TOMBSTONE, tombstone);
        }
      }
    } catch (IOException e) {
      now.close();
      throw e;
    }
    taken.add(now);
    if (copies.room() > TOGETHER) {
      flush();
    }
  }

  private void copy(Pack pack, Signature key, int place) throws IOException {
    ByteBuffer bytes = shelf.isSeen(pack, key, place) ? shelf.read(pack, key, place) : null;
    if (bytes != null) {
      copies.add(new Blob(key, bytes));
      freed -= Head.room(bytes.remaining());
      if (copies.room() > TOGETHER) {
        write();
      }
    }
  }

  private void write() throws IOException {
    if (copies.size() > 0) {
      target.append(copies);
      copies = new Records();
    }
  }

  private void flush() throws IOException {
    write();
    target.force();
    for (Taken each : taken) {
      freed += Files.size(each.pack().files().pack());
      shelf.delete(each.pack());
    }
    letGo();
  }

  private void letGo() throws IOException {
    List<Taken> over = taken;
    taken = new ArrayList<>();
    for (Taken each : over) {
      each.close();
    }
  }
}
