package dev.millrace.runtime.spi;

import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.Signature;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list that is mapped over, as it was when the map began.
 *
 * @param <T> its elements
 */
public final class Items<T> {
  private final String name;
  private @Nullable Object[] values;
  private @Nullable Signature @Nullable [] keys;

  /** Which elements are needed, and so there; null for all. */
  private @Nullable BitSet there;

  private @Nullable Signature @Nullable [] digests;
  private int stride = 1;

  Items(String name, @Nullable Object[] values) {
    this.name = name;
    this.values = values;
  }

  /** Returns a list's elements as they are now, with their keys if it was made in this run. */
  static <T> Items<T> of(String name, Collection<? extends T> list, Object run) {
    Items<T> items = new Items<>(name, list.toArray());
    if (list instanceof KeyedList<?> keyed && keyed.isOf(run)) {
      items.keys(keyed);
    }
    return items;
  }

  /** Returns the elements of a list that is not computed yet. */
  static Items<?> absent(String name, @Nullable Signature[] keys) {
    Items<?> items = new Items<>(name, new Object[keys.length]);
    items.keys = keys;
    items.there = new BitSet();
    return items;
  }

  private void keys(KeyedList<?> list) {
    keys = new Signature[list.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = list.key(i);
    }
    there = list.there();
  }

  /** Returns which element is an item's. Without a product no division is needed, which is slow. */
  private int element(int item) {
    return stride == 1 && item < values.length ? item : item / stride % values.length;
  }

  /** Has the digests of elements remembered: they are asked for more than once. */
  void remember() {
    digests = new Signature[values.length];
  }

  /**
   * Returns the digest of an item's element, which is there.
   *
   * @param maker makes one
   */
  @Nullable Signature digest(int item, Function<@Nullable Object, @Nullable Signature> maker) {
    int element = element(item);
    @Nullable Signature[] known = digests;
    if (known == null) {
      return maker.apply(values[element]);
    }
    if (known[element] == null) {
      known[element] = maker.apply(values[element]);
    }
    return known[element];
  }

  /** Returns whether an item's element is there: others are not needed. */
  boolean isThere(int item) {
    return there == null || there.get(element(item));
  }

  /** Returns the key of an item's element, if the list had one for it. */
  @Nullable Signature key(int item) {
    return keys == null ? null : keys[element(item)];
  }

  String name() {
    return name;
  }

  int size() {
    return values.length;
  }

  /**
   * Refuses to hold a null.
   *
   * @throws NullResultException with the place of the first
   */
  void refuseNull() {
    for (int item = 0; item < values.length; item++) {
      if (values[item] == null && isThere(item)) {
        throw NullResultException.of(name, item);
      }
    }
  }

  /** Becomes these, side by side; this one is among them. */
  void join(List<Items<?>> all) {
    int size = 0;
    for (Items<?> each : all) {
      size += each.size();
    }
    @Nullable Object[] joined = new Object[size];
    @Nullable Signature[] joinedKeys = new Signature[keys == null ? 0 : size];
    int end = 0;
    for (Items<?> each : all) {
      System.arraycopy(each.values, 0, joined, end, each.size());
      if (keys != null && each.keys != null) {
        System.arraycopy(each.keys, 0, joinedKeys, end, each.size());
      }
      end += each.size();
    }
    values = joined;
    keys = keys == null ? null : joinedKeys;
  }

  /** Sets over how many items of a product one element stays the same. */
  void repeat(int times) {
    stride = times;
  }

  /** Returns the element of an item, counted over all items of the map. */
  @SuppressWarnings("unchecked") // the elements are those of a list of T
  public T get(int item) {
    return (T) values[element(item)];
  }

  /** Returns the elements for a chunk's rows. */
  Column<T> column(Rows rows) {
    if (stride == 1 && rows.from() + rows.size() <= values.length) {
      return Column.over(name, rows, values);
    }
    @Nullable Object[] chunk = new Object[rows.size()];
    for (int row = 0; row < chunk.length; row++) {
      chunk[row] = get(rows.from() + row);
    }
    return Column.over(name, rows, chunk, 0);
  }
}
