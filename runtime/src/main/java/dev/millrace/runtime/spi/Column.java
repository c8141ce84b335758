package dev.millrace.runtime.spi;

import dev.millrace.runtime.NullResultException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one name for the rows of a chunk. */
public final class Column<T> {
  private final String name;
  private final long firstItem;
  private final @Nullable Object[] values;
  private final int offset;

  private Column(String name, long firstItem, @Nullable Object[] values, int offset) {
    this.name = name;
    this.firstItem = firstItem;
    this.values = values;
    this.offset = offset;
  }

  /** Returns a column to be written: of a name, for as many rows, from an item of the map on. */
  public static <T> Column<T> of(String name, long firstItem, int rows) {
    return new Column<>(name, firstItem, new Object[rows], 0);
  }

  /** Returns a view of items that are there already. */
  static <T> Column<T> over(String name, @Nullable Object[] items, int from) {
    return new Column<>(name, from, items, from);
  }

  /** Returns the value of a row. */
  @SuppressWarnings("unchecked") // set takes only a T
  public T get(int row) {
    return (T) values[offset + row];
  }

  /**
   * Sets the value of a row.
   *
   * @throws NullResultException if it is null
   */
  public void set(int row, @Nullable T value) {
    if (value == null) {
      throw NullResultException.of(name, firstItem + row);
    }
    values[offset + row] = value;
  }

  /**
   * Returns the first rows as a list that cannot be changed. It stays as it is after the chunk has
   * passed: a node may keep it.
   */
  @SuppressWarnings("unchecked") // set takes only a T, and nobody can write through the view
  public static <T> List<T> list(Column<? extends T> column, int rows) {
    List<T> all = (List<T>) Arrays.asList(column.values);
    return Collections.unmodifiableList(all.subList(column.offset, column.offset + rows));
  }

  /**
   * Sets the first rows from a twin's results, and returns how many are sound: all, or those before
   * the first null.
   */
  int setAll(@Nullable Object[] results) {
    for (int row = 0; row < results.length; row++) {
      if (results[row] == null) {
        return row;
      }
      values[offset + row] = results[row];
    }
    return results.length;
  }
}
