package dev.millrace.runtime.cache.vault;

import dev.millrace.runtime.MetaStore.Part;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.spi.codec.Codec;
import dev.millrace.runtime.spi.codec.Codecs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Puts values into vaults and looks for them, by numbers. */
final class Values {
  static final Part PART = new Part("code", new Signature(0, 7));

  private Values() {}

  static Signature key(long number) {
    return new Signature(number * 0x9E3779B97F4A7C15L, number);
  }

  static List<Signature> keys(long... numbers) {
    return LongStream.of(numbers).mapToObj(Values::key).toList();
  }

  static void put(Vault vault, long key, @Nullable String value) {
    put(vault, key, value, Codecs.STRING);
  }

  static <T> void put(Vault vault, long key, @Nullable T value, Codec<T> codec) {
    vault.put(keys(key), Arrays.asList(value), codec, "node", 5, i -> List.of(PART));
  }

  /** Returns what is found, by key. */
  static Map<Long, @Nullable String> get(Vault vault, long... keys) {
    return get(vault, Codecs.STRING, keys);
  }

  static <T> Map<Long, @Nullable T> get(Vault vault, Codec<T> codec, long... keys) {
    Map<Long, @Nullable T> found = new TreeMap<>();
    int hits = vault.get(keys(keys), codec, (i, value) -> found.put(keys[i], value));
    if (hits != found.size()) {
      throw new AssertionError(hits + " are said to be found, which are " + found);
    }
    return found;
  }
}
