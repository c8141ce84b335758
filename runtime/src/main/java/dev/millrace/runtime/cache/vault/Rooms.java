package dev.millrace.runtime.cache.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/** The rooms of a process that are at folders: one for each, as long as somebody uses it. */
final class Rooms {
  static final Rooms OF_PROCESS = new Rooms(Stores::at);

  private final Function<Path, Stores> opener;

  /** By real path; guarded by this. */
  private final Map<Path, Room> rooms = new HashMap<>();

  /** How many threads let go of what is too much, in rooms that were left; guarded by this. */
  private final Map<Room, Integer> tended = new IdentityHashMap<>();

  Rooms(Function<Path, Stores> opener) {
    this.opener = opener;
  }

  /** Returns the room at a folder, whoever else is in it. */
  Room enter(Path folder, Limits limits) {
    Path real = real(folder.toAbsolutePath().normalize());
    synchronized (this) {
      return rooms
          .computeIfAbsent(
              real, path -> new Room(() -> opener.apply(path), false, room -> left(path, room)))
          .enter(limits);
    }
  }

  /**
   * Closes a room. What is to be let go of is let go of before, by a thread that a program waits
   * for at its end; who enters meanwhile finds the room as it is.
   */
  private void left(Path path, Room room) {
    if (room.upkeep().isDueAtEnd()) {
      synchronized (this) {
        tended.merge(room, 1, Integer::sum);
      }
      new Thread(() -> tend(path, room), "millrace-eviction").start();
    } else {
      close(path, room);
    }
  }

  private void tend(Path path, Room room) {
    try {
      room.upkeep().last();
    } finally {
      synchronized (this) {
        tended.computeIfPresent(room, (same, threads) -> threads == 1 ? null : threads - 1);
      }
      close(path, room);
    }
  }

  private synchronized void close(Path path, Room room) {
    if (room.isEmpty() && !tended.containsKey(room) && rooms.remove(path, room)) {
      room.close();
    }
  }

  /** Returns the real path, of what of it exists. */
  private static Path real(Path folder) {
    Path parent = folder.getParent();
    if (parent == null || Files.exists(folder)) {
      try {
        return folder.toRealPath();
      } catch (IOException e) {
        // It is used as it is called, and who calls it otherwise shares nothing.
        return folder;
      }
    }
    return real(parent).resolve(folder.getFileName());
  }
}
