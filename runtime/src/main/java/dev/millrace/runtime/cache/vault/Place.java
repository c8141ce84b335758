package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.MetaStore;
import java.nio.file.Path;
import java.util.function.Function;

/** Where a cache keeps results. What is there is opened when it is needed. */
public final class Place {
  private final String text;
  private final boolean isMemory;
  private final Function<Limits, Room> enter;

  private Place(String text, boolean isMemory, Function<Limits, Room> enter) {
    this.text = text;
    this.isMemory = isMemory;
    this.enter = enter;
  }

  /** Returns a folder, which need not exist. */
  public static Place folder(Path folder) {
    return folder(folder, Rooms.OF_PROCESS);
  }

  static Place folder(Path folder, Rooms rooms) {
    return new Place("at " + folder, false, limits -> rooms.enter(folder, limits));
  }

  /** Returns a place in the heap, with what it keeps. */
  public static Place memory() {
    Room room = Room.memory();
    return new Place("in memory", true, room::enter);
  }

  /** Returns the place of somebody's own stores, which are not closed. */
  public static Place given(MetaStore meta, BlobStore blobs) {
    Room room = Room.given(new Stores(blobs, meta, null));
    return new Place("of a " + blobs.getClass().getName(), false, room::enter);
  }

  /** Returns whether there is no store. */
  public boolean isMemory() {
    return isMemory;
  }

  /** Returns what all share who are there. Whoever entered leaves it once. */
  Room enter(Limits limits) {
    return enter.apply(limits);
  }

  /** Returns the words that follow "cache". */
  @Override
  public String toString() {
    return text;
  }
}
