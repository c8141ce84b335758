package dev.millrace.runtime.spi.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Codecs of collections that are declared as more, or as less, than lists, sets and maps. What is
 * read of a class can be changed as what was written; of an interface it cannot. All keep their
 * order: that of a hash table, too, is a fact to whoever goes through it.
 */
public final class Containers {
  private Containers() {}

  /** Returns a codec of array lists. */
  public static <T extends @Nullable Object> Codec<ArrayList<T>> arrayList(Codec<T> codec) {
    return elements("ArrayList", codec, ArrayList::new);
  }

  /** Returns a codec of linked lists. */
  public static <T extends @Nullable Object> Codec<LinkedList<T>> linkedList(Codec<T> codec) {
    return elements("LinkedList", codec, LinkedList::new);
  }

  /** Returns a codec of hash sets. */
  public static <T extends @Nullable Object> Codec<HashSet<T>> hashSet(Codec<T> codec) {
    return elements("HashSet", codec, LinkedHashSet::new);
  }

  /** Returns a codec of hash sets that have an order. */
  public static <T extends @Nullable Object> Codec<LinkedHashSet<T>> linkedHashSet(Codec<T> codec) {
    return elements("LinkedHashSet", codec, LinkedHashSet::new);
  }

  /** Returns a codec of hash tables. */
  public static <K extends @Nullable Object, V extends @Nullable Object>
      Codec<HashMap<K, V>> hashMap(Codec<K> keys, Codec<V> values) {
    return entries("HashMap", keys, values, LinkedHashMap::new);
  }

  /** Returns a codec of hash tables that have an order. */
  public static <K extends @Nullable Object, V extends @Nullable Object>
      Codec<LinkedHashMap<K, V>> linkedHashMap(Codec<K> keys, Codec<V> values) {
    return entries("LinkedHashMap", keys, values, LinkedHashMap::new);
  }

  /** Returns a codec of collections: a set is read as a set, any other as a list. */
  public static <T extends @Nullable Object> Codec<Collection<T>> collection(Codec<T> codec) {
    return new Written<>(
        Form.around("Collection<", ">", true, codec),
        (out, value) -> write(out, value, codec),
        in -> read(in, codec));
  }

  /**
   * Returns a codec of iterables, as {@link #collection} has it. What is no collection may be gone
   * through once only, or be without end, and has no blob.
   */
  public static <T extends @Nullable Object> Codec<Iterable<T>> iterable(Codec<T> codec) {
    return new Written<>(
        Form.around("Iterable<", ">", true, codec),
        (out, value) -> {
          if (!(value instanceof Collection<T> collection)) {
            throw new UnwritableValueException(
                value.getClass().getName()
                    + " is an Iterable but no Collection, and is not stored; return a List");
          }
          write(out, collection, codec);
        },
        in -> read(in, codec));
  }

  private static <T extends @Nullable Object> void write(
      BlobOut out, Collection<T> value, Codec<T> codec) {
    out.i8(value instanceof Set ? 1 : 0);
    Elements.write(out, value, codec);
  }

  private static <T extends @Nullable Object> Collection<T> read(BlobIn in, Codec<T> codec) {
    if (Codecs.BOOLEAN.read(in)) {
      return Collections.unmodifiableSet(Elements.read(in, codec, new LinkedHashSet<>()));
    }
    List<T> list = Elements.read(in, codec, new ArrayList<>());
    return Collections.unmodifiableList(list);
  }

  private static <T extends @Nullable Object, C extends Collection<T>> Codec<C> elements(
      String name, Codec<T> codec, Supplier<? extends C> make) {
    return new Written<>(
        Form.around(name + "<", ">", false, codec),
        (out, value) -> Elements.write(out, value, codec),
        in -> Elements.read(in, codec, make.get()));
  }

  private static <K extends @Nullable Object, V extends @Nullable Object, M extends Map<K, V>>
      Codec<M> entries(String name, Codec<K> keys, Codec<V> values, Supplier<? extends M> make) {
    return new Written<>(
        Form.around(name + "<", ">", false, keys, values),
        (out, value) -> Elements.write(out, value, keys, values),
        in -> Elements.read(in, keys, values, make.get()));
  }
}
