package dev.millrace.runtime.spi.codec;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in collections: how many there are; if any, a byte that says whether there are nulls
 * among them; and then these, each with a byte before it where there are. So no type has to say it,
 * and what has none does not pay for it.
 */
final class Elements {
  private static final int NULL_KEYS = 1;
  private static final int NULL_VALUES = 2;

  private Elements() {}

  static <T extends @Nullable Object> void write(
      BlobOut out, Collection<T> values, Codec<T> codec) {
    out.size(values.size());
    if (values.isEmpty()) {
      return;
    }
    boolean nulls = hasNull(values);
    out.i8(nulls ? 1 : 0);
    for (T each : values) {
      write(out, each, codec, nulls);
    }
  }

  /** A damaged size ends where the bytes do, and makes no room before. */
  static <T extends @Nullable Object, C extends Collection<T>> C read(
      BlobIn in, Codec<T> codec, C all) {
    int size = in.size();
    boolean nulls = size > 0 && Codecs.bool(in);
    for (int left = size; left > 0; left--) {
      all.add(read(in, codec, nulls));
    }
    return all;
  }

  static <K extends @Nullable Object, V extends @Nullable Object> void write(
      BlobOut out, Map<K, V> map, Codec<K> keys, Codec<V> values) {
    out.size(map.size());
    if (map.isEmpty()) {
      return;
    }
    boolean nullKeys = hasNull(map.keySet());
    boolean nullValues = hasNull(map.values());
    out.i8((nullKeys ? NULL_KEYS : 0) | (nullValues ? NULL_VALUES : 0));
    map.forEach(
        (key, value) -> {
          write(out, key, keys, nullKeys);
          write(out, value, values, nullValues);
        });
  }

  static <K extends @Nullable Object, V extends @Nullable Object, M extends Map<K, V>> M read(
      BlobIn in, Codec<K> keys, Codec<V> values, M map) {
    int size = in.size();
    int nulls = size > 0 ? in.i8() : 0;
    if ((nulls & ~(NULL_KEYS | NULL_VALUES)) != 0) {
      throw new DamagedBlobException(nulls + " does not say what may be null in a map");
    }
    for (int left = size; left > 0; left--) {
      K key = read(in, keys, (nulls & NULL_KEYS) != 0);
      map.put(key, read(in, values, (nulls & NULL_VALUES) != 0));
    }
    return map;
  }

  /** Asks each: some collections refuse to be asked whether they contain null. */
  private static boolean hasNull(Collection<?> values) {
    for (Object each : values) {
      if (each == null) {
        return true;
      }
    }
    return false;
  }

  private static <T extends @Nullable Object> void write(
      BlobOut out, T value, Codec<T> codec, boolean nulls) {
    if (nulls) {
      out.i8(value == null ? 0 : 1);
    }
    if (!nulls || value != null) {
      codec.write(out, value);
    }
  }

  @SuppressWarnings("NullAway") // there was a null, whatever T says
  private static <T extends @Nullable Object> T read(BlobIn in, Codec<T> codec, boolean nulls) {
    return !nulls || Codecs.bool(in) ? codec.read(in) : null;
  }
}
