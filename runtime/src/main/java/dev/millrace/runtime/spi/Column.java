package dev.millrace.runtime.spi;

import dev.millrace.runtime.NullResultException;
import java.util.ArrayList;
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
  private final Nulls nulls;

  /** Where null is refused. */
  private enum Nulls {
    ALLOWED,
    REFUSED,
    /** Neither a list nor an element of it is null. */
    REFUSED_IN_LISTS
  }

  private Column(String name, long firstItem, @Nullable Object[] values, int offset, Nulls nulls) {
    this.name = name;
    this.firstItem = firstItem;
    this.values = values;
    this.offset = offset;
    this.nulls = nulls;
  }

  /** Returns a column to be written, of a name, for the rows of a chunk. */
  public static <T> Column<T> of(String name, Rows rows) {
    return new Column<>(name, rows.from(), new Object[rows.size()], 0, Nulls.REFUSED);
  }

  /** Returns a column to be written in which null is a value. */
  public static <T> Column<T> ofNullable(String name, Rows rows) {
    return new Column<>(name, rows.from(), new Object[rows.size()], 0, Nulls.ALLOWED);
  }

  /** Returns a column to be written of lists whose elements are to be results by themselves. */
  public static <T> Column<T> ofLists(String name, Rows rows) {
    return new Column<>(name, rows.from(), new Object[rows.size()], 0, Nulls.REFUSED_IN_LISTS);
  }

  /** Returns a view of items that are there already. */
  static <T> Column<T> over(String name, @Nullable Object[] items, int from) {
    return over(name, items, from, from);
  }

  /** Returns a view of items that are there already, from a place on. */
  static <T> Column<T> over(String name, @Nullable Object[] items, int firstItem, int offset) {
    return new Column<>(name, firstItem, items, offset, Nulls.ALLOWED);
  }

  /** Returns whose values these are. */
  String name() {
    return name;
  }

  /** Returns the value of a row. */
  @SuppressWarnings("unchecked") // set takes only a T
  public T get(int row) {
    return (T) values[offset + row];
  }

  /**
   * Sets the value of a row.
   *
   * @throws NullResultException if it is null and that is no value here, or an element of it is
   */
  public void set(int row, @Nullable T value) {
    if (value == null && nulls != Nulls.ALLOWED) {
      throw NullResultException.of(name, firstItem + row);
    }
    if (nulls == Nulls.REFUSED_IN_LISTS) {
      Probe.noneNull(name, (List<?>) value);
    }
    values[offset + row] = value;
  }

  /**
   * Returns the values of some rows as a list that cannot be changed. It stays as it is after the
   * chunk has passed: a node may keep it.
   */
  @SuppressWarnings("unchecked") // set takes only a T, and nobody can write through the view
  public static <T> List<T> list(Column<? extends T> column, Rows rows) {
    int count = rows.count();
    if (count == rows.size()) {
      List<T> all = (List<T>) Arrays.asList(column.values);
      return Collections.unmodifiableList(all.subList(column.offset, column.offset + count));
    }
    List<T> some = new ArrayList<>(count);
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      some.add(column.get(row));
    }
    return Collections.unmodifiableList(some);
  }
}
