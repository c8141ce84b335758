package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.BlobStore;
import dev.millrace.runtime.BlobStore.Blob;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.CacheMode;
import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import dev.millrace.runtime.cache.claim.Claims;
import dev.millrace.runtime.spi.codec.Codec;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
  private static final Object NULL = new Object();

  private static final long MEMORY_NANOS = 300;
  private static final long STORE_NANOS = 3_000;

  /** What a value takes in the front beside itself: entry, key, places in tables. */
  private static final long BESIDE = 128;

  private final Room room;
  private final ClassLoader types;
  private final boolean reads;
  private final boolean stores;
  private final boolean storesAll;
  private final byte[] environment;
  private final Counts counts = new Counts();

  /** What this vault has put, if nothing else counts. */
  private final @Nullable Set<Signature> fresh;

  private volatile boolean isClosed;

  /** Takes the values that are found. */
  @FunctionalInterface
  public interface Found<T extends @Nullable Object> {
    /** Takes the value of the key at an index, which may be null. */
    void at(int index, @Nullable T value);
  }

  /** What a front holds where a value can be changed: its bytes. */
  private record Sealed(ByteBuffer bytes) {}

  private Vault(Cache cache, ClassLoader types) {
    this.types = types;
    this.reads = cache.isEnabled();
    this.stores = cache.isEnabled() && cache.mode() != CacheMode.READ_ONLY;
    this.storesAll = cache.storesAll();
    this.fresh = cache.mode() == CacheMode.REFRESH ? ConcurrentHashMap.newKeySet() : null;
    this.environment = Environment.digest(cache.env());
    this.room = cache.place().enter();
    room.limit(cache.limit(), cache.frontLimit());
  }

  /** Opens a vault for pipelines whose classes are those of Millrace's own class loader. */
  public static Vault open(Cache cache) {
    return open(cache, Vault.class.getClassLoader());
  }

  /**
   * Opens a vault. Its stores are opened when something is first asked for or given.
   *
   * @param types names the classes of all values: the pipeline's loader. Values are shared as they
   *     are among vaults of one loader only, since another's classes of the same names are others
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

  /** Returns the digest of the cache's environment, 32 bytes. */
  public byte[] environment() {
    return environment.clone();
  }

  /** Returns who is at which work, here and in the vaults at the same place. */
  public Claims claims() {
    return room.claims();
  }

  /** Returns what is known of results: of none where there is no ledger. */
  public MetaStore meta() {
    return room.stores().meta();
  }

  /** Returns what this vault has done. */
  public Stats stats() {
    return counts.stats();
  }

  /**
   * Looks for values, first in the heap and then, for all that are not there at once, in the store.
   *
   * @param codec of the values; the keys say which
   * @param found takes each that is found, in no order, before this returns
   * @return how many were found
   */
  public <T extends @Nullable Object> int get(
      List<Signature> keys, Codec<T> codec, Found<? super T> found) {
    int hits = 0;
    List<Signature> asked = List.of();
    int[] places = {};
    for (int i = 0; i < keys.size(); i++) {
      Signature key = keys.get(i);
      if (!isAsked(key)) {
        continue;
      }
      Object held = room.front().get(key, types);
      if (held != null && give(i, held, codec, found)) {
        hits++;
      } else if (!room.isMemory()) {
        if (asked.isEmpty()) {
          asked = new ArrayList<>(keys.size() - i);
          places = new int[keys.size() - i];
        }
        places[asked.size()] = i;
        asked.add(key);
      }
    }
    counts.frontHits.add(hits);
    if (!asked.isEmpty()) {
      hits += ask(asked, places, codec, found);
    }
    if (hits < keys.size()) {
      counts.misses.add(keys.size() - hits);
    }
    return hits;
  }

  private boolean isAsked(Signature key) {
    return reads && !isClosed && (fresh == null || fresh.contains(key));
  }

  @SuppressWarnings("unchecked") // what is under a key is of the type that the key's work gives
  private <T extends @Nullable Object> boolean give(
      int index, Object held, Codec<T> codec, Found<? super T> found) {
    if (held == NULL) {
      found.at(index, null);
    } else if (held instanceof Sealed sealed) {
      found.at(index, Envelope.open(codec, sealed.bytes()));
    } else {
      found.at(index, (T) held);
    }
    return true;
  }

  private <T extends @Nullable Object> int ask(
      List<Signature> keys, int[] places, Codec<T> codec, Found<? super T> found) {
    List<@Nullable ByteBuffer> blobs;
    try {
      BlobStore store = room.stores().blobs();
      if (store == null) {
        return 0;
      }
      blobs = store.get(keys);
    } catch (StoreException | RuntimeException e) {
      failed("get", "results cannot be read from the cache; they are computed", e);
      return 0;
    }
    int hits = 0;
    for (int i = 0; i < keys.size(); i++) {
      ByteBuffer blob = blobs.get(i);
      if (blob != null && open(keys.get(i), places[i], blob, codec, found)) {
        hits++;
      }
    }
    counts.storeHits.add(hits);
    if (stores && room.uses().isDue()) {
      room.tellUses();
    }
    return hits;
  }

  private <T extends @Nullable Object> boolean open(
      Signature key, int index, ByteBuffer blob, Codec<T> codec, Found<? super T> found) {
    @Nullable T value;
    try {
      value = Envelope.open(codec, blob);
    } catch (RuntimeException | StackOverflowError e) {
      failed("damaged", "a result in the cache cannot be read; it is computed again", e);
      if (stores) {
        remove(List.of(key));
      }
      return false;
    }
    if (codec.isImmutable()) {
      room.front().put(key, held(value), types, room(blob));
    }
    room.uses().note(key);
    found.at(index, value);
    return true;
  }

  private static Object held(@Nullable Object value) {
    return value == null ? NULL : value;
  }

  private static long room(ByteBuffer blob) {
    return BESIDE + 2L * blob.remaining();
  }

  /** Returns whether there is a value, without reading it. */
  public boolean contains(Signature key) {
    if (!isAsked(key)) {
      return false;
    }
    if (room.front().get(key, types) != null) {
      return true;
    }
    try {
      BlobStore store = room.stores().blobs();
      return store != null && store.contains(key);
    } catch (StoreException | RuntimeException e) {
      failed("get", "results cannot be read from the cache; they are computed", e);
      return false;
    }
  }

  /**
   * Stores values, in one call of the store; nothing if this vault only reads.
   *
   * @param values as many as keys
   * @param node whose values they are, for people
   * @param nanosEach how long one took to compute
   * @param parts what the key at an index is made of
   */
  public <T extends @Nullable Object> void put(
      List<Signature> keys,
      List<? extends T> values,
      Codec<T> codec,
      String node,
      long nanosEach,
      IntFunction<List<MetaStore.Part>> parts) {
    if (!stores || isClosed) {
      return;
    }
    Instant now = Instant.now();
    List<Blob> batch = new ArrayList<>(keys.size());
    List<Entry> entries = new ArrayList<>(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      Signature key = keys.get(i);
      @Nullable T value = values.get(i);
      try {
        long bytes;
        if (room.isMemory()) {
          bytes = keep(key, value, codec, node);
        } else {
          ByteBuffer blob = Envelope.seal(codec, value);
          batch.add(new Blob(key, blob));
          bytes = blob.remaining();
        }
        entries.add(new Entry(key, node, now, nanosEach, bytes, now, parts.apply(i)));
      } catch (RuntimeException | StackOverflowError e) {
        failed("write " + node, "a result of " + node + " cannot be written; it is not stored", e);
      }
    }
    if (!room.isMemory()) {
      store(batch);
      for (int i = 0; codec.isImmutable() && i < keys.size(); i++) {
        room.front().put(keys.get(i), held(values.get(i)), types, BESIDE);
      }
    }
    if (fresh != null) {
      fresh.addAll(keys);
    }
    room.stores().meta().stored(entries);
    counts.puts.add(entries.size());
  }

  private <T extends @Nullable Object> long keep(
      Signature key, @Nullable T value, Codec<T> codec, String node) {
    if (codec.isImmutable()) {
      long bytes = room.sizes().of(node).next(() -> room(Envelope.seal(codec, value)));
      room.front().put(key, held(value), types, bytes);
      return bytes;
    }
    ByteBuffer blob = Envelope.seal(codec, value);
    room.front().put(key, new Sealed(blob), types, room(blob));
    return blob.remaining();
  }

  private void store(List<Blob> batch) {
    try {
      BlobStore store = room.stores().blobs();
      if (store != null) {
        if (fresh != null) {
          store.remove(batch.stream().map(Blob::key).toList());
        }
        store.put(batch);
        long bytes = batch.stream().mapToLong(blob -> blob.bytes().remaining()).sum();
        counts.bytes.add(bytes);
        room.stored(bytes);
      }
    } catch (StoreException | RuntimeException e) {
      failed("put", "results cannot be stored in the cache", e);
    }
  }

  private void remove(Collection<Signature> keys) {
    try {
      BlobStore store = room.stores().blobs();
      if (store != null) {
        store.remove(keys);
      }
    } catch (StoreException | RuntimeException e) {
      failed("remove", "a result in the cache that cannot be read cannot be removed either", e);
    }
  }

  private void failed(String cause, String text, Throwable thrown) {
    counts.failures.increment();
    room.warn(cause, text, thrown);
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
