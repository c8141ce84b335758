package dev.millrace.runtime.spi;

import static dev.millrace.runtime.spi.ScalarKeys.orNull;

import dev.millrace.runtime.cache.key.Tag;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Collections in keys: by their elements, whatever their own class is. Elements enter by digests of
 * their own, so that one that is known already need not be written again.
 */
public final class CollectionKeys {
  private CollectionKeys() {}

  /** Returns the encoder of a list: the order of its elements counts. */
  public static <E extends @Nullable Object> KeyEncoder<Collection<? extends E>> list(
      KeyEncoder<? super E> element) {
    return orNull((values, sink) -> inOrder(Tag.LIST, values, element, sink));
  }

  /** Returns the encoder of a list of boxed numbers, which stand in it themselves. */
  public static <E extends @Nullable Object> KeyEncoder<Collection<? extends E>> numbers(
      KeyEncoder<? super E> element) {
    return orNull(
        (values, sink) -> {
          int size = values.size();
          sink.bytes.tag(Tag.NUMBERS).int32(size);
          int index = 0;
          for (E each : values) {
            sink.plainElement(index++, each, element);
          }
          requireAll(size, index);
        });
  }

  /** Returns the encoder of a set: the order of its elements does not count. */
  public static <E extends @Nullable Object> KeyEncoder<Collection<? extends E>> set(
      KeyEncoder<? super E> element) {
    return orNull((values, sink) -> unordered(values, element, sink));
  }

  /** Returns the encoder of a set whose type promises an order. */
  public static <E extends @Nullable Object> KeyEncoder<Collection<? extends E>> orderedSet(
      KeyEncoder<? super E> element) {
    return orNull((values, sink) -> inOrder(Tag.ORDERED_SET, values, element, sink));
  }

  /** Returns the encoder of a collection that may be a list, a set, or neither. */
  public static <E extends @Nullable Object> KeyEncoder<Collection<? extends E>> collection(
      KeyEncoder<? super E> element) {
    return orNull(
        (values, sink) -> {
          if (values instanceof Set<?>) {
            unordered(values, element, sink);
          } else {
            Tag tag = values instanceof List<?> ? Tag.LIST : Tag.COLLECTION;
            inOrder(tag, values, element, sink);
          }
        });
  }

  /** Returns the encoder of a map: the order of its entries does not count. */
  public static <K extends @Nullable Object, V extends @Nullable Object>
      KeyEncoder<Map<? extends K, ? extends V>> map(
          KeyEncoder<? super K> key, KeyEncoder<? super V> value) {
    KeyEncoder<Map.Entry<? extends K, ? extends V>> entry = entry(key, value);
    return orNull(
        (values, sink) -> {
          refuseComparator(values, sink);
          byte[][] digests = new byte[values.size()][];
          sink.bytes.tag(Tag.MAP).int32(digests.length);
          int index = 0;
          for (Map.Entry<? extends K, ? extends V> each : values.entrySet()) {
            requireRoom(digests.length, index);
            digests[index] = sink.digestOf(index, each, entry);
            index++;
          }
          requireAll(digests.length, index);
          sink.sorted(digests);
        });
  }

  /** Returns the encoder of a map whose type promises an order. */
  public static <K extends @Nullable Object, V extends @Nullable Object>
      KeyEncoder<Map<? extends K, ? extends V>> orderedMap(
          KeyEncoder<? super K> key, KeyEncoder<? super V> value) {
    KeyEncoder<Map.Entry<? extends K, ? extends V>> entry = entry(key, value);
    return orNull(
        (values, sink) -> {
          refuseComparator(values, sink);
          int size = values.size();
          sink.bytes.tag(Tag.ORDERED_MAP).int32(size);
          int index = 0;
          for (Map.Entry<? extends K, ? extends V> each : values.entrySet()) {
            sink.element(index++, each, entry);
          }
          requireAll(size, index);
        });
  }

  /** Returns the encoder of an {@code Optional}. */
  public static <E> KeyEncoder<Optional<? extends E>> optional(KeyEncoder<? super E> element) {
    return orNull(
        (value, sink) -> {
          sink.bytes.tag(Tag.OPTIONAL).int8(value.isPresent() ? (byte) 1 : 0);
          if (value.isPresent()) {
            element.encode(value.get(), sink);
          }
        });
  }

  private static <K extends @Nullable Object, V extends @Nullable Object>
      KeyEncoder<Map.Entry<? extends K, ? extends V>> entry(
          KeyEncoder<? super K> key, KeyEncoder<? super V> value) {
    return orNull(
        (entry, sink) -> {
          sink.part("key", entry.getKey(), key);
          sink.part("value", entry.getValue(), value);
        });
  }

  private static <E extends @Nullable Object> void inOrder(
      Tag tag, Collection<? extends E> values, KeyEncoder<? super E> element, KeySink sink) {
    refuseComparator(values, sink);
    int size = values.size();
    sink.bytes.tag(tag).int32(size);
    int index = 0;
    for (E each : values) {
      sink.element(index++, each, element);
    }
    requireAll(size, index);
  }

  private static <E extends @Nullable Object> void unordered(
      Collection<? extends E> values, KeyEncoder<? super E> element, KeySink sink) {
    refuseComparator(values, sink);
    byte[][] digests = new byte[values.size()][];
    sink.bytes.tag(Tag.SET).int32(digests.length);
    int index = 0;
    for (E each : values) {
      requireRoom(digests.length, index);
      digests[index] = sink.digestOf(index, each, element);
      index++;
    }
    requireAll(digests.length, index);
    sink.sorted(digests);
  }

  /**
   * What is in it, and in which order, depends on a comparator, of which nobody knows what it does.
   */
  private static void refuse(@Nullable Object comparator, KeySink sink) {
    if (comparator != null) {
      throw sink.fault("it is sorted by a comparator, which has no place in keys");
    }
  }

  private static void refuseComparator(Object values, KeySink sink) {
    if (values instanceof SortedSet<?> set) {
      refuse(set.comparator(), sink);
    } else if (values instanceof SortedMap<?, ?> map) {
      refuse(map.comparator(), sink);
    }
  }

  private static void requireRoom(int size, int index) {
    if (index == size) {
      throw changed(size, index + 1);
    }
  }

  private static void requireAll(int size, int count) {
    if (count != size) {
      throw changed(size, count);
    }
  }

  private static ConcurrentModificationException changed(int size, int count) {
    return new ConcurrentModificationException(
        "a collection said that it has "
            + size
            + " elements, and then gave "
            + count
            + "; do not change what a run was given");
  }
}
