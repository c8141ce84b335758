package dev.millrace.runtime.spi;

import dev.millrace.runtime.NullResultException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that is mapped over, as it was when the map began.
 *
 * @param <T> its elements
 */
public final class Items<T> {
  private final String name;
  private @Nullable Object[] values;
  private int stride = 1;

  Items(String name, @Nullable Object[] values) {
    this.name = name;
    this.values = values;
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
      if (values[item] == null) {
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
    int end = 0;
    for (Items<?> each : all) {
      System.arraycopy(each.values, 0, joined, end, each.size());
      end += each.size();
    }
    values = joined;
  }

  /** Sets over how many items of a product one element stays the same. */
  void repeat(int times) {
    stride = times;
  }

  /** Returns the element of an item, counted over all items of the map. */
  @SuppressWarnings("unchecked") // the elements are those of a list of T
  public T get(int item) {
    return (T) values[item / stride % values.length];
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
