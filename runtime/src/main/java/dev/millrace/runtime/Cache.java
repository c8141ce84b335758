package dev.millrace.runtime;

import dev.millrace.runtime.cache.vault.Place;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a pipeline keeps results, and what it does with them: given to its builder. A result is
 * stored under the signature of the work that it came from, so a cache gives what would have been
 * computed, or nothing.
 *
 * <pre>{@code
 * Cache.at(Path.of(".millrace"))
 * Cache.at(Path.of(".millrace")).limit(20L << 30).env("model", "v2")
 * Cache.inMemory().storeAll()
 * Cache.at(shared).readOnly()
 * }</pre>
 *
 * <p>It is a description, and immutable: each method returns another. Nothing is opened before a
 * pipeline first looks for a result, and what was opened is closed with the last pipeline that uses
 * it. Pipelines of one process that name the same folder share what is open there, what is kept in
 * memory, and what is being computed; several processes may use a folder at once.
 *
 * <p>A store that fails, a full disk, a folder that was deleted or may not be written: each costs a
 * warning in the log, once, and that results are computed. Never the run, and never a wrong result.
 */
public final class Cache {
  private static final List<String> UNITS = List.of("bytes", "KiB", "MiB", "GiB", "TiB");

  private final Place place;
  private final CacheMode mode;
  private final boolean isEnabled;
  private final boolean storesAll;
  private final Map<String, Object> env;
  private final @Nullable Long limit;
  private final @Nullable Long frontLimit;

  private Cache(
      Place place,
      CacheMode mode,
      boolean isEnabled,
      boolean storesAll,
      Map<String, Object> env,
      @Nullable Long limit,
      @Nullable Long frontLimit) {
    this.place = place;
    this.mode = mode;
    this.isEnabled = isEnabled;
    this.storesAll = storesAll;
    this.env = env;
    this.limit = limit;
    this.frontLimit = frontLimit;
  }

  private static Cache of(Place place) {
    return new Cache(place, CacheMode.READ_WRITE, true, false, Map.of(), null, null);
  }

  /**
   * Returns a cache in a folder, which need not exist: packs of results, and a ledger of what is
   * known of them if the driver of SQLite ({@code org.xerial:sqlite-jdbc}) is on the class path.
   * Without it results are stored and found all the same.
   */
  public static Cache at(Path folder) {
    Objects.requireNonNull(folder, "the folder of a cache is null; name one, or use inMemory()");
    return of(Place.folder(folder));
  }

  /**
   * Returns a cache in the heap of this process. What it keeps lives for as long as this object, or
   * one that was made from it, can be reached, and is shared by the pipelines that are given them.
   */
  public static Cache inMemory() {
    return of(Place.memory());
  }

  /**
   * Returns a cache in stores of the caller's own, which it never closes.
   *
   * @param meta what is known of results
   * @param blobs the results
   */
  public static Cache of(MetaStore meta, BlobStore blobs) {
    Objects.requireNonNull(meta, "the meta store is null");
    Objects.requireNonNull(blobs, "the blob store is null");
    return of(Place.given(meta, blobs));
  }

  /**
   * Returns the cache with every result stored that can be. Else, inside a map, nodes that are
   * sooner computed than stored are not.
   */
  public Cache storeAll() {
    return new Cache(place, mode, isEnabled, true, env, limit, frontLimit);
  }

  /** Returns the cache switched on, as it is at first, or off: as if there were none. */
  public Cache enabled(boolean enabled) {
    return new Cache(place, mode, enabled, storesAll, env, limit, frontLimit);
  }

  /** Returns the cache in a mode; at first it is {@link CacheMode#READ_WRITE}. */
  public Cache mode(CacheMode mode) {
    Objects.requireNonNull(mode, "the mode is null; READ_WRITE is what there is without one");
    return new Cache(place, mode, isEnabled, storesAll, env, limit, frontLimit);
  }

  /** Returns the cache in the mode {@link CacheMode#READ_ONLY}. */
  public Cache readOnly() {
    return mode(CacheMode.READ_ONLY);
  }

  /** Returns the cache in the mode {@link CacheMode#REFRESH}. */
  public Cache refresh() {
    return mode(CacheMode.REFRESH);
  }

  /**
   * Returns the cache with something in the key of every result that no input says, such as the
   * version of a service that nodes call. Under another value nothing is found that was stored
   * under this one. Values of different types are different, and the order of calls is of no
   * account. The same name again replaces its value.
   *
   * @param value a string, boxed number, Boolean or constant of an enum
   * @throws IllegalArgumentException if it is anything else
   */
  public Cache env(String name, Object value) {
    Objects.requireNonNull(name, "the name of something in the environment is null");
    if (!isEnvironment(value)) {
      throw new IllegalArgumentException(
          "env(\""
              + name
              + "\", …) was given "
              + (value == null ? "null" : value + " of " + value.getClass().getName())
              + "; give a String, a boxed number (Byte, Short, Integer, Long, Float, Double), a"
              + " Boolean or a constant of an enum");
    }
    Map<String, Object> more = new TreeMap<>(env);
    more.put(name, value);
    return new Cache(
        place, mode, isEnabled, storesAll, Collections.unmodifiableMap(more), limit, frontLimit);
  }

  private static boolean isEnvironment(Object value) {
    return value instanceof String
        || value instanceof Boolean
        || value instanceof Enum<?>
        || value instanceof Byte
        || value instanceof Short
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Float
        || value instanceof Double;
  }

  /**
   * Returns the cache with a limit to the room that stored results take. Beyond it those go that
   * are old, large and soon computed again, until three quarters are left. That is done by a thread
   * of its own: while pipelines run, whenever a quarter of the limit was stored since it was last
   * done, and when the last pipeline that uses the stores is closed, with a folder's after that. So
   * there may be more for a while. Of several limits for one folder the smallest holds.
   *
   * @param bytes of room in the store, at least 1
   * @throws IllegalArgumentException if it is less
   * @throws IllegalStateException if this is a cache in memory, which has its {@link #frontLimit}
   */
  public Cache limit(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("limit(" + bytes + "): give 1 byte or more");
    }
    if (place.isMemory()) {
      throw new IllegalStateException(
          "a cache in memory stores nothing elsewhere; limit it with frontLimit(" + bytes + ")");
    }
    return new Cache(place, mode, isEnabled, storesAll, env, bytes, frontLimit);
  }

  /**
   * Returns the cache with a limit to what is kept in the heap to be had at once: an eighth of the
   * largest heap if this is not said, a quarter for a cache in memory, which keeps nothing
   * elsewhere. What was not used for long goes first. The size of a value is an estimate: twice
   * what it takes written down. Where several pipelines say different limits for one folder, the
   * largest holds.
   *
   * @param bytes of heap, 0 for nothing
   * @throws IllegalArgumentException if it is negative
   */
  public Cache frontLimit(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("frontLimit(" + bytes + "): give 0 bytes or more");
    }
    return new Cache(place, mode, isEnabled, storesAll, env, limit, bytes);
  }

  /** Returns what is done with it. */
  public CacheMode mode() {
    return mode;
  }

  /** Returns whether it is switched on. */
  public boolean isEnabled() {
    return isEnabled;
  }

  /** Returns whether every result is stored that can be. */
  public boolean storesAll() {
    return storesAll;
  }

  /** Returns what else is in every key, by name. */
  public Map<String, Object> env() {
    return env;
  }

  /** Returns the limit of what is stored, in bytes, if there is one. */
  public OptionalLong limit() {
    return optional(limit);
  }

  /** Returns the limit of what is kept in the heap, in bytes, if one was said. */
  public OptionalLong frontLimit() {
    return optional(frontLimit);
  }

  private static OptionalLong optional(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** Returns where results are kept. For Millrace itself: the type is not exported. */
  @SuppressWarnings("exports")
  public Place place() {
    return place;
  }

  /** Returns where results are kept, and all that was said of it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("cache ").append(place);
    if (!isEnabled) {
      text.append(", switched off");
    }
    if (mode != CacheMode.READ_WRITE) {
      text.append(", ").append(mode);
    }
    if (storesAll) {
      text.append(", stores all");
    }
    if (limit != null) {
      text.append(", at most ").append(shown(limit)).append(" stored");
    }
    if (frontLimit != null) {
      text.append(", at most ").append(shown(frontLimit)).append(" in the heap");
    }
    if (!env.isEmpty()) {
      text.append(", env ").append(env);
    }
    return text.toString();
  }

  /** In the largest unit of which there is a whole number. */
  private static String shown(long bytes) {
    long number = bytes;
    int unit = 0;
    while (number != 0 && number % 1024 == 0 && unit < UNITS.size() - 1) {
      number /= 1024;
      unit++;
    }
    return number + " " + UNITS.get(unit);
  }
}
