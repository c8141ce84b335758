package dev.millrace.runtime.cache.pack;

import dev.millrace.runtime.BlobStore.Stored;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.Warnings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The packs in a folder, whoever writes them. */
final class Shelf {
  /** How often the folder is looked at where packs vanish from it meanwhile. */
  private static final int LOOKS = 10;

  private final Path folder;
  private final String suffix;
  private final boolean isMapped;
  private final long often;
  private final Warnings warnings = new Warnings();
  private final Map<Long, Set<Integer>> graves = new ConcurrentHashMap<>();
  private final Object refreshing = new Object();

  /** What is no pack, and how large it was when it was looked at; guarded by refreshing. */
  private final Map<Path, Long> foreign = new HashMap<>();

  /** Changed under {@link #refreshing}, and read without. */
  private volatile List<Pack> packs = List.of();

  private volatile long refreshed;

  /** Whether a pack is known to be gone. */
  private volatile boolean isStale;

  /**
   * Makes a shelf, and looks at what is there.
   *
   * @param isMapped whether packs are mapped; else they are read
   * @param often how often the folder is looked at where something is missing
   */
  Shelf(Path folder, String suffix, boolean isMapped, Duration often) {
    this.folder = folder;
    this.suffix = suffix;
    this.isMapped = isMapped;
    this.often = often.toNanos();
    refresh();
  }

  Path folder() {
    return folder;
  }

  /** Returns how the names of its packs end. */
  String suffix() {
    return suffix;
  }

  List<Pack> packs() {
    return packs;
  }

  Warnings warnings() {
    return warnings;
  }

  /** Returns what is under each key, having looked for new packs where something is missing. */
  List<@Nullable ByteBuffer> get(List<Signature> keys) {
    List<@Nullable ByteBuffer> found = new ArrayList<>(keys.size());
    boolean isMissing = false;
    for (Signature key : keys) {
      ByteBuffer bytes = get(key);
      isMissing |= bytes == null;
      found.add(bytes);
    }
    if (isMissing && refreshIfDue()) {
      int looks = 0;
      do {
        isMissing = getMissing(keys, found);
        // What vanished since is in another pack, unless that has vanished, too.
      } while (isMissing && isStale && ++looks < LOOKS && refreshIfDue());
    }
    return found;
  }

  /** Looks again for what was not found, and returns whether anything is missing still. */
  private boolean getMissing(List<Signature> keys, List<@Nullable ByteBuffer> found) {
    boolean isMissing = false;
    for (int i = 0; i < keys.size(); i++) {
      if (found.get(i) == null) {
        found.set(i, get(keys.get(i)));
        isMissing |= found.get(i) == null;
      }
    }
    return isMissing;
  }

  private @Nullable ByteBuffer get(Signature key) {
    while (true) {
      List<Pack> looked = packs;
      ByteBuffer bytes = get(looked, key);
      // What was in a pack that was unlinked meanwhile is in another.
      if (bytes != null || looked == packs) {
        return bytes;
      }
    }
  }

  private @Nullable ByteBuffer get(List<Pack> looked, Signature key) {
    for (Pack pack : looked) {
      int place = pack.find(key);
      if (place != 0) {
        ByteBuffer bytes = read(pack, key, place);
        if (bytes != null) {
          return bytes;
        }
        // Another may have it; and if not, what is computed again is to be found.
        pack.bury(place);
      }
    }
    return null;
  }

  @Nullable ByteBuffer read(Pack pack, Signature key, int place) {
    try {
      return pack.read(key, place);
    } catch (NoSuchFileException e) {
      // It was unlinked, by who copied or removed what is in it.
      isStale = true;
      return null;
    } catch (IOException | InternalError e) {
      // The error is what the JVM makes of mapped bytes that the disk does not give.
      warnings.tell(
          "unreadable " + pack.files().pack(),
          "the pack " + pack.files().pack() + " cannot be read; what is missing is computed again",
          e);
      return null;
    }
  }

  boolean contains(Signature key) {
    return isThere(key) || refreshIfDue() && isThere(key);
  }

  private boolean isThere(Signature key) {
    return packs.stream().anyMatch(pack -> pack.find(key) != 0);
  }

  /** Returns the first bytes of a key's blob, which are not checked, or null. */
  @Nullable ByteBuffer peek(Signature key, int most) {
    for (Pack pack : packs) {
      int place = pack.find(key);
      try {
        ByteBuffer begin = place == 0 ? null : pack.begin(key, place, most);
        if (begin != null) {
          return begin;
        }
      } catch (IOException | InternalError e) {
        // Who reads it says so.
        continue;
      }
    }
    return null;
  }

  /** Returns whether the record of a key is the one that would be read. */
  boolean isSeen(Pack in, Signature key, int place) {
    for (Pack pack : packs) {
      if (pack.id() == in.id()) {
        break; // by its number: it may have been opened anew meanwhile
      }
      if (pack.find(key) != 0) {
        return false;
      }
    }
    return in.find(key) == place;
  }

  void forEach(Consumer<Stored> action) throws StoreException {
    refresh();
    for (Pack pack : packs) {
      try {
        pack.forEach(
            (key, place) -> {
              Head head = isSeen(pack, key, place) ? pack.head(place) : null;
              if (head != null) {
                action.accept(new Stored(key, head.room(), Instant.ofEpochMilli(head.stored())));
              }
            });
      } catch (IOException e) {
        throw new StoreException("the pack " + pack.files().pack() + " cannot be read", e);
      }
    }
  }

  /** Looks at the folder if that was not done lately, and returns whether it did. */
  boolean refreshIfDue() {
    if (!isStale && System.nanoTime() - refreshed < often) {
      return false;
    }
    refresh();
    return true;
  }

  /** Looks at the folder: what is new, what has grown, what is gone. */
  void refresh() {
    synchronized (refreshing) {
      try {
        int looks = 0;
        do {
          isStale = false;
          look();
          // Who unlinks a pack has put another there before, which a listing need not have seen.
        } while (isStale && ++looks < LOOKS);
      } catch (IOException | DirectoryIteratorException e) {
        warnings.tell(
            "folder " + folder,
            "the cache's folder " + folder + " cannot be looked at; it does with what it knows",
            e);
      }
      refreshed = System.nanoTime();
    }
  }

  private void look() throws IOException {
    Map<Path, Pack> known = new HashMap<>();
    packs.forEach(pack -> known.put(pack.files().pack(), pack));
    List<Pack> now = new ArrayList<>();
    for (Path file : list()) {
      Pack pack = known.remove(file);
      if (pack == null) {
        pack = open(file);
      } else if (!pack.isOurs()) {
        pack = grown(pack);
      }
      if (pack != null) {
        now.add(pack);
      }
    }
    known.values().forEach(Pack::lose);
    isStale |= !known.isEmpty();
    // What this process wrote last is asked first.
    now.sort((one, other) -> Boolean.compare(other.isOurs(), one.isOurs()));
    packs = List.copyOf(now);
  }

  private List<Path> list() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*" + suffix)) {
      stream.forEach(files::add);
    } catch (NoSuchFileException e) {
      if (!packs.isEmpty()) {
        warnings.tell(
            "gone", "the cache's folder " + folder + " was removed, with what was in it", null);
      }
      return List.of();
    }
    return files;
  }

  /** Returns what has a pack's ending in the folder, and is none that can be used. */
  List<Path> foreign() {
    synchronized (refreshing) {
      List<Path> used = packs.stream().map(pack -> pack.files().pack()).toList();
      return foreign.keySet().stream()
          .filter(file -> Files.exists(file) && !used.contains(file))
          .sorted()
          .toList();
    }
  }

  private @Nullable Pack grown(Pack pack) {
    try {
      if (pack.isCut()) {
        return open(pack.files().pack());
      }
      pack.extend();
      return pack;
    } catch (NoSuchFileException e) {
      isStale = true; // it was unlinked since the folder was listed
      return null;
    } catch (IOException e) {
      leave(pack.files().pack(), e);
      return pack;
    }
  }

  private @Nullable Pack open(Path file) {
    PackFiles files = PackFiles.of(file, suffix);
    long size = -1;
    try {
      size = Files.size(file);
      if (foreign.getOrDefault(file, -1L) == size) {
        return null;
      }
      if (files == null) {
        throw new IOException("it has not a pack's name");
      }
      Pack pack = make(files);
      pack.open();
      return pack.end() > 0 || isBegun(pack) ? pack : null;
    } catch (NoSuchFileException e) {
      isStale = true; // it was unlinked since the folder was listed
      return null;
    } catch (IOException e) {
      foreign.put(file, size);
      leave(file, e);
      return null;
    }
  }

  /** Returns whether there are records by now, or false if somebody is about to write the first. */
  private static boolean isBegun(Pack pack) throws IOException {
    if (pack.files().isWritten()) {
      return false;
    }
    // Who wrote it when it was read may have come to an end since.
    pack.extend();
    if (pack.end() == 0) {
      throw new IOException("there is no record in it");
    }
    return true;
  }

  private void leave(Path file, IOException why) {
    warnings.tell(
        "foreign " + file,
        file + " is no pack that can be used, and is left alone: " + why.getMessage(),
        null);
  }

  /** Returns a pack of which nothing is known yet. */
  Pack make(PackFiles files) throws IOException {
    return new Pack(files, isMapped, dead(files.id()), this::bury, warnings);
  }

  private Set<Integer> dead(long pack) {
    return graves.computeIfAbsent(pack, any -> ConcurrentHashMap.newKeySet());
  }

  private void bury(Signature tombstone) {
    dead(tombstone.high()).add((int) tombstone.low());
  }

  /** Puts a pack on the shelf, before the others. */
  void add(Pack pack) {
    synchronized (refreshing) {
      List<Pack> now = new ArrayList<>(packs);
      // It may have been seen in the folder already.
      now.removeIf(each -> each.id() == pack.id());
      now.add(0, pack);
      packs = List.copyOf(now);
    }
  }

  /** Unlinks a pack that nobody writes. */
  void delete(Pack pack) throws IOException {
    synchronized (refreshing) {
      List<Pack> now = new ArrayList<>(packs);
      now.remove(pack);
      packs = List.copyOf(now);
      pack.files().delete();
    }
  }

  /** Returns the pack of a number, or null. */
  @Nullable Pack pack(long id) {
    for (Pack pack : packs) {
      if (pack.id() == id) {
        return pack;
      }
    }
    return null;
  }
}
