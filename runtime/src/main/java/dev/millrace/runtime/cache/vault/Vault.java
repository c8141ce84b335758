package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.CacheMode;
import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.claim.Claims;
import dev.millrace.runtime.cache.folder.Folders;
import dev.millrace.runtime.spi.codec.Codec;
import dev.millrace.runtime.spi.codec.FolderCodec;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline's use of its cache. For any number of threads. Whatever a store does, no method throws
 * for it: there is a warning, once for each kind of fault, and the value is missing, or is not
 * stored.
 */
public final class Vault implements AutoCloseable {
  private static final long MEMORY_NANOS = 300;
  private static final long STORE_NANOS = 3_000;

  /** So many bytes are written before they are put into the heap: what has no room there goes. */
  private static final long PORTION = 1 << 20;

  private final Room room;
  private final ClassLoader types;
  private final Origin untold;
  private final boolean isOn;
  private final boolean stores;
  private final boolean storesAll;
  private final byte[] environment;
  private final Counts counts = new Counts();
  private final SafeBlobs blobs;

  /** What this vault has put, if nothing else counts. */
  private final @Nullable Set<Signature> fresh;

  private volatile boolean isClosed;

  /**
   * Takes the values that are found.
   *
   * @param <T> their type
   */
  @FunctionalInterface
  public interface Found<T> {
    /** Takes the value of the key at an index of the list; a value may be null. */
    void at(int index, @Nullable T value);
  }

  private Vault(Cache cache, ClassLoader types) {
    this.types = types;
    this.untold = new Origin(types, "", Instant.EPOCH, 0);
    this.isOn = cache.isEnabled();
    this.stores = isOn && cache.mode() != CacheMode.READ_ONLY;
    this.storesAll = cache.storesAll();
    this.fresh = cache.mode() == CacheMode.REFRESH ? ConcurrentHashMap.newKeySet() : null;
    this.environment = Environment.digest(cache.env());
    this.room = cache.place().enter(Limits.of(cache));
    this.blobs = new SafeBlobs(room, counts);
  }

  /** Opens a vault for values of the JDK's classes and Millrace's own. */
  static Vault open(Cache cache) {
    return open(cache, Vault.class.getClassLoader());
  }

  /**
   * Opens a vault. Its stores are opened when something is first asked for or given.
   *
   * @param types by which the classes of the values are found: the pipeline's. Values are shared as
   *     they are among vaults of one loader only: another's classes of these names are others
   */
  public static Vault open(Cache cache, ClassLoader types) {
    return new Vault(cache, types);
  }

  /** Returns whether what is put is stored. */
  public boolean stores() {
    return stores;
  }

  /** Returns whether every result is stored, whatever it costs to compute. */
  public boolean storesAll() {
    return storesAll;
  }

  /** Returns what it costs to store a small result, in nanoseconds, about. */
  public long storeNanos() {
    return room.isMemory() ? MEMORY_NANOS : STORE_NANOS;
  }

  /** Returns what stores values as folders; null where there is no place for folders. */
  public <T> @Nullable Codec<T> codec(FolderCodec<T> codec) {
    Folders folders = room.stores().folders();
    return folders == null ? null : new InFolder<>(folders, codec);
  }

  /** Returns the digest of the cache's environment, 32 bytes. */
  public byte[] environment() {
    return environment.clone();
  }

  /** Returns who is at which work, in all vaults at the same place. */
  public Claims claims() {
    return room.claims();
  }

  /** Returns what is known of results: of none where there is no ledger. It is not to be closed. */
  public MetaStore meta() {
    Stores open = room.stores();
    return stores ? open.meta() : open.metaToRead();
  }

  /** Returns what this vault has done. */
  public Stats stats() {
    return counts.stats();
  }

  /**
   * Looks for values: in the heap first, and in the store, in one call, for those that are not
   * there.
   *
   * @param codec of the values; what is under a key was put with one of the same schema
   * @param found takes each that is found, in no order, before this returns
   * @return how many were found
   */
  public <T> int get(List<Signature> keys, Codec<T> codec, Found<? super T> found) {
    if (!isOn || isClosed) {
      counts.misses.add(keys.size());
      return 0;
    }
    @Nullable Line[] lines = fresh == null ? room.front().lines(keys) : new Line[keys.size()];
    int hits = 0;
    Absent absent = null;
    for (int i = 0; i < keys.size(); i++) {
      Signature key = keys.get(i);
      if (fresh != null) {
        if (!fresh.contains(key)) {
          continue;
        }
        lines[i] = room.front().line(key); // not before: it was that of another's value, perhaps
      }
      Line line = lines[i];
      Object held = line == null ? null : held(line, key, codec);
      if (held != null) {
        hits++;
        give(i, held, found);
      } else if (!room.isMemory()) {
        absent = absent == null ? new Absent(keys.size() - i) : absent;
        absent.add(i, key);
      }
    }
    if (hits > 0) {
      counts.frontHits.add(hits);
    }
    if (absent != null) {
      hits += ask(absent, codec, found);
    }
    if (hits < keys.size()) {
      counts.misses.add(keys.size() - hits);
    }
    return hits;
  }

  /** What is not in the front, and where it was asked for. */
  private static final class Absent {
    private final List<Signature> keys;
    private final int[] places;

    private Absent(int most) {
      keys = new ArrayList<>(most);
      places = new int[most];
    }

    private void add(int place, Signature key) {
      places[keys.size()] = place;
      keys.add(key);
    }
  }

  private <T> int ask(Absent absent, Codec<T> codec, Found<? super T> found) {
    List<@Nullable ByteBuffer> got = blobs.get(absent.keys);
    boolean isShared = codec.isImmutable();
    List<Line> shared = new ArrayList<>(isShared ? got.size() : 0);
    int hits = 0;
    for (int i = 0; i < got.size(); i++) {
      ByteBuffer bytes = got.get(i);
      Signature key = absent.keys.get(i);
      Object held = bytes == null ? null : opened(key, bytes, codec);
      if (bytes != null && held != null) {
        if (isShared) {
          shared.add(line(key, held, bytes.remaining()));
        }
        room.uses().note(key);
        hits++;
        give(absent.places[i], held, found);
      }
    }
    if (isShared) {
      room.front().putAbsent(shared);
    }
    if (hits > 0) {
      counts.storeHits.add(hits);
      tellUsesIfDue();
    }
    return hits;
  }

  /** Returns what stands for the value of a line, null if it is none of this vault's. */
  private <T> @Nullable Object held(Line line, Signature key, Codec<T> codec) {
    Object held = line.use(types);
    if (!(held instanceof Held.Sealed sealed)) {
      return held;
    }
    Object opened = opened(key, sealed.bytes(), codec);
    if (opened != null && codec.isImmutable()) {
      line.replace(sealed, opened);
    }
    return opened;
  }

  /** Returns the value that bytes say, null if they say none. */
  private <T> @Nullable Object opened(Signature key, ByteBuffer bytes, Codec<T> codec) {
    try {
      return Held.of(Envelope.open(codec, bytes));
    } catch (RuntimeException | StackOverflowError e) {
      failed("damaged", "a result in the cache cannot be read; it is computed again", e);
      room.front().remove(key);
      if (stores) {
        // Or the store would go on giving it when another is put.
        blobs.remove(List.of(key));
      }
      return null;
    }
  }

  @SuppressWarnings("unchecked") // the schema is in the key, and the class loader was looked at
  private static <T> void give(int index, Object held, Found<T> found) {
    found.at(index, (T) Held.value(held));
  }

  /** Returns whether there is a value, without reading it. */
  public boolean contains(Signature key) {
    if (!isOn || isClosed || fresh != null && !fresh.contains(key)) {
      return false;
    }
    return room.front().get(key, types) != null || !room.isMemory() && blobs.contains(key);
  }

  /**
   * Stores values, in one call of the store; nothing if this vault only reads.
   *
   * @param values as many as keys
   * @param node whose values they are, for people
   * @param nanosEach how long one took to compute
   * @param parts what the key at an index is made of; not called where there is no ledger
   */
  public <T> void put(
      List<Signature> keys,
      List<? extends @Nullable T> values,
      Codec<T> codec,
      String node,
      long nanosEach,
      IntFunction<List<MetaStore.Part>> parts) {
    if (!stores || isClosed) {
      return;
    }
    if (room.isMemory()) {
      keep(keys, values, codec, new Origin(types, node, Instant.now(), nanosEach), parts);
    } else {
      Notes notes = new Notes(room, node, nanosEach, parts, keys.size());
      store(keys, values, codec, node, notes);
      tellUsesIfDue();
    }
  }

  private <T> void store(
      List<Signature> keys,
      List<? extends @Nullable T> values,
      Codec<T> codec,
      String node,
      Notes notes) {
    List<Blob> batch = new ArrayList<>(keys.size());
    boolean isShared = codec.isImmutable();
    List<Line> shared = new ArrayList<>(isShared ? keys.size() : 0);
    long bytes = 0;
    for (int i = 0; i < keys.size(); i++) {
      Signature key = keys.get(i);
      T value = values.get(i);
      ByteBuffer blob = sealed(value, codec, node);
      if (blob != null) {
        batch.add(new Blob(key, blob));
        long size = Envelope.size(codec, blob);
        notes.add(i, key, size);
        bytes += size;
        if (isShared) {
          shared.add(line(key, Held.given(value, blob), blob.remaining()));
        }
      }
    }
    if (isShared) {
      room.front().put(shared);
    }
    if (!batch.isEmpty() && blobs.put(batch, fresh != null)) {
      if (fresh != null) {
        batch.forEach(blob -> fresh.add(blob.key()));
      }
      count(batch.size(), bytes);
      notes.tell();
      room.upkeep().stored(bytes);
    }
  }

  private <T> void keep(
      List<Signature> keys,
      List<? extends @Nullable T> values,
      Codec<T> codec,
      Origin origin,
      IntFunction<List<MetaStore.Part>> parts) {
    List<Line> lines = new ArrayList<>(keys.size());
    long unkept = 0;
    for (int i = 0; i < keys.size(); i++) {
      T value = values.get(i);
      long size = Held.size(value);
      Object held = Held.of(value);
      if (size < 0) {
        ByteBuffer blob = sealed(value, codec, origin.node());
        if (blob == null) {
          continue;
        }
        size = blob.remaining();
        held = new Held.Sealed(blob);
      }
      Line line = new Line(keys.get(i), held, origin, Held.room(size), parts.apply(i));
      lines.add(line);
      unkept += line.room;
      if (unkept > PORTION) {
        keep(lines);
        lines.clear();
        unkept = 0;
      }
    }
    keep(lines);
  }

  private void keep(List<Line> lines) {
    Front front = room.front();
    front.put(lines);
    int puts = 0;
    long bytes = 0;
    for (Line line : lines) {
      if (line.room <= front.limit()) {
        puts++;
        bytes += Held.bytes(line.room);
        if (fresh != null) {
          fresh.add(line.key());
        }
      }
    }
    count(puts, bytes);
  }

  /** Returns a line of what is in the store, too: what else is known of it, the ledger knows. */
  private Line line(Signature key, Object held, long bytes) {
    return new Line(key, held, untold, Held.room(bytes), null);
  }

  private <T> @Nullable ByteBuffer sealed(T value, Codec<T> codec, String node) {
    try {
      return Envelope.seal(codec, value);
    } catch (RuntimeException | StackOverflowError e) {
      failed("write " + node, "a result of " + node + " cannot be written; it is not stored", e);
      return null;
    }
  }

  private void count(int puts, long bytes) {
    counts.puts.add(puts);
    counts.bytes.add(bytes);
  }

  private void failed(String cause, String text, Throwable thrown) {
    counts.failures.increment();
    room.warn(cause, text, thrown);
  }

  private void tellUsesIfDue() {
    if (stores) {
      room.tellUsesIfDue();
    }
  }

  /** Ends the use of the cache: from now on everything is missing, and nothing is stored. */
  @Override
  public void close() {
    synchronized (this) {
      if (isClosed) {
        return;
      }
      isClosed = true;
    }
    if (stores) {
      room.tellUses();
    }
    room.leave();
  }
}
