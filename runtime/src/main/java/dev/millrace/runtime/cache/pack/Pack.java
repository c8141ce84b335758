package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.Warnings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One pack, as it is read. Where its records are is known from its index and, for what that leaves
 * out, from their heads. Looking and reading take no lock.
 */
final class Pack {
  /** The version of the format, in the key of a pack's own head. */
  static final Signature VERSION = new Signature(0, 1);

  /** So many records, and an eighth of the others, may be left out of an index. */
  private static final int LEAST_TO_INDEX = 1024;

  private final PackFiles files;
  private final PackBytes bytes;
  private final Set<Integer> dead;
  private final Consumer<Signature> graves;
  private final Warnings warnings;
  private final List<Signature> tombstones = new ArrayList<>();

  /** What is no record between records; guarded by this. */
  private final List<Hole> holes = new ArrayList<>();

  private volatile @Nullable Places index;
  private volatile Places tail;
  private volatile boolean isOurs;
  private volatile boolean isLost;

  /** How far the records are known; guarded by this, as what follows is. */
  private long end;

  private long seen;
  private boolean isSettled;

  /** Bytes that are no record, though one follows. */
  record Hole(long from, long to) {}

  /**
   * Makes a pack of which nothing is known.
   *
   * @param isMapped whether its bytes are mapped; else they are read
   * @param dead the places of its records that are dead: whoever learns of one adds it
   * @param graves takes the tombstones that are in this pack
   */
  Pack(
      PackFiles files,
      boolean isMapped,
      Set<Integer> dead,
      Consumer<Signature> graves,
      Warnings warnings)
      throws IOException {
    this.files = files;
    this.bytes = new PackBytes(files.pack(), isMapped);
    this.dead = dead;
    this.graves = graves;
    this.warnings = warnings;
    this.tail = Places.forKeys(0);
  }

  PackFiles files() {
    return files;
  }

  long id() {
    return files.id();
  }

  /** Says whether this process writes the pack. */
  void ours(boolean isOurs) {
    this.isOurs = isOurs;
  }

  /** Returns whether this process writes the pack. */
  boolean isOurs() {
    return isOurs;
  }

  /** Says that the file is gone. */
  void lose() {
    isLost = true;
  }

  /** Returns whether the file is gone, with all that is put into it. */
  boolean isLost() {
    return isLost;
  }

  /** Returns how much of the file is known. */
  synchronized long end() {
    return end;
  }

  /** Returns the tombstones that are in this pack. */
  synchronized List<Signature> tombstones() {
    return List.copyOf(tombstones);
  }

  /** Returns how many records of it are dead. */
  int dead() {
    return dead.size();
  }

  /** Returns how many keys it has, or more. */
  int size() {
    Places first = index;
    return tail.size() + (first == null ? 0 : first.size());
  }

  /** Returns the place of the living record of a key, or 0. */
  int find(Signature key) {
    // In this order: where an index takes the tail's records over, it is there before they go.
    int place = tail.find(key);
    Places first = index;
    if (place == 0 && first != null) {
      place = first.find(key);
    }
    return place != 0 && !dead.isEmpty() && dead.contains(place) ? 0 : place;
  }

  /** Calls a record dead, in this process. */
  void bury(int place) {
    dead.add(place);
  }

  /** Tells of the living record of each key. */
  void forEach(Places.Visitor visitor) throws IOException {
    Places first = index;
    if (first != null) {
      first.forEach(
          (key, place) -> {
            if (find(key) == place) {
              visitor.visit(key, place);
            }
          });
    }
    tail.forEach(
        (key, place) -> {
          if (find(key) == place && (first == null || first.find(key) != place)) {
            visitor.visit(key, place);
          }
        });
  }

  /** Returns the head at a place, or null if none is there. */
  @Nullable Head head(int place) throws IOException {
    ByteBuffer view = bytes.view(place, Head.BYTES);
    return view == null ? null : Head.read(view, 0, id(), place);
  }

  /** Returns the first bytes of a key's blob, unchecked, or null if it has another head. */
  @Nullable ByteBuffer begin(Signature key, int place, int most) throws IOException {
    Head head = head(place);
    return head != null && head.kind() == Kind.BLOB && head.key().equals(key)
        ? bytes.view(place + (long) Head.BYTES, Math.min(most, head.length()))
        : null;
  }

  /** Returns the bytes of a key's blob, or null if they are not what was put. */
  @Nullable ByteBuffer whole(Signature key, int place) throws IOException {
    Head head = head(place);
    if (head != null && head.kind() == Kind.BLOB && head.key().equals(key)) {
      ByteBuffer view = bytes.view(place + (long) Head.BYTES, head.length());
      if (view != null && Head.checksum(view) == head.crc()) {
        return view;
      }
    }
    return null;
  }

  /** Returns the bytes of a key's blob, or null and a warning if it is damaged. */
  @Nullable ByteBuffer read(Signature key, int place) throws IOException {
    ByteBuffer view = whole(key, place);
    if (view != null) {
      return view;
    }
    warnings.tell(
        "damaged " + files.pack(),
        "the pack "
            + files.pack()
            + " is damaged: what it has for "
            + key
            + " cannot be used, and perhaps other results; they are computed again. If it happens"
            + " often, have the disk looked at",
        null);
    return null;
  }

  /** Returns whether the file is shorter than what is mapped, which nobody of us would do. */
  boolean isCut() throws IOException {
    return bytes.isCut();
  }

  /**
   * Learns what is in the pack: from its index, and from the heads of what that leaves out.
   *
   * @throws IOException if the file cannot be read, or there is no room for what is in it
   */
  synchronized void open() throws IOException {
    long size = Files.size(files.pack());
    PackIndex read = PackIndex.read(files.index(), id());
    if (read == null && Files.exists(files.index())) {
      warnings.tell(
          "index " + files.index(),
          "the index " + files.index() + " cannot be used; it is made again from its pack",
          null);
    }
    if (read != null && read.covered() <= Head.aligned(size)) {
      index = read.places();
      tombstones.addAll(read.tombstones());
      tombstones.forEach(graves);
      end = read.covered();
    }
    extend();
  }

  /** Learns what was appended to the pack by others. */
  synchronized void extend() throws IOException {
    long size = Files.size(files.pack());
    if (size > Integer.MAX_VALUE) {
      throw new IOException(files.pack() + " has " + size + " bytes, more than any pack has");
    }
    if (size == seen && (isSettled || end >= size)) {
      return;
    }
    bytes.growTo(size);
    seen = size;
    isSettled = false;
    scan(size, false);
    if (end < size) {
      files.whileNobodyWrites(this::recover);
    }
  }

  /** Learns what is in a pack that nobody writes: what is half there stays so. */
  synchronized void recover() throws IOException {
    // Who wrote it when its size was last asked may have come to an end since.
    long size = Files.size(files.pack());
    bytes.growTo(size);
    scan(size, false);
    long before = end;
    if (end < size) {
      scan(size, true);
    }
    isSettled = true;
    seen = size;
    if (before < size && end > 0) {
      warnings.tell(
          "torn " + files.pack(),
          "the pack "
              + files.pack()
              + " has bytes from "
              + before
              + " on that are no record: a process was ended while it wrote, or they are damaged."
              + " The results that are missing are computed again",
          null);
    }
  }

  private void scan(long size, boolean isTorn) throws IOException {
    long at = end;
    while (at + Head.BYTES <= size) {
      Head head = head((int) at);
      if (head != null && at + Head.BYTES + head.length() <= size) {
        if (at == 0 && !head.key().equals(VERSION)) {
          throw new IOException(
              files.pack() + " is of another version of Millrace; give each its own folder");
        }
        note(head, (int) at);
        if (at > end) {
          holes.add(new Hole(end, at));
        }
        at += head.room();
        end = at;
      } else if (isTorn) {
        at += Head.BYTES;
      } else {
        return;
      }
    }
  }

  private void note(Head head, int place) throws IOException {
    if (head.kind() == Kind.BLOB) {
      tail.put(head.key(), place);
    } else if (head.kind() == Kind.TOMBSTONE) {
      tombstones.add(head.key());
      graves.accept(head.key());
    }
  }

  /** Returns what is no record between records, for who writes the pack to cover. */
  synchronized List<Hole> holes() throws IOException {
    List<Hole> left = new ArrayList<>();
    for (Hole hole : holes) {
      Head head = head((int) hole.from());
      if (head == null) {
        left.add(hole);
      } else {
        // Somebody was writing it when it was looked at.
        note(head, (int) hole.from());
      }
    }
    return left;
  }

  /** Says that the holes are covered. */
  synchronized void covered() {
    holes.clear();
  }

  /** Notes records that this process wrote, the first of them at a place. */
  synchronized void append(Records records, long place) throws IOException {
    // Known or not, they are there: nothing is ever written over them.
    skipTo(place + records.room());
    long at = place;
    for (int i = 0; i < records.size(); i++) {
      note(records.head(i), (int) at);
      at += records.head(i).room();
    }
  }

  /** Passes by what this process wrote. */
  synchronized void skipTo(long place) {
    end = place;
    seen = place;
  }

  /**
   * Writes the index, by whoever has the lock, if the one that is there leaves much out. Without
   * one, the next who opens the pack reads the heads.
   */
  synchronized void close() {
    Places first = index;
    int indexed = first == null ? 0 : first.size();
    if (isLost || tail.size() <= LEAST_TO_INDEX + indexed / 8) {
      return;
    }
    try {
      writeIndex(first);
    } catch (IOException e) {
      warnings.tell(
          "index " + files.folder(),
          "the index " + files.index() + " cannot be written; opening its pack takes longer",
          e);
    }
  }

  private void writeIndex(@Nullable Places first) throws IOException {
    Places all = Places.forKeys(size());
    if (first != null) {
      first.forEach(all::put);
    }
    tail.forEach(all::put);
    new PackIndex((int) end, all, tombstones).write(files);
    PackIndex written = PackIndex.read(files.index(), id());
    if (written != null) {
      index = written.places();
      tail = Places.forKeys(0);
    }
  }
}
