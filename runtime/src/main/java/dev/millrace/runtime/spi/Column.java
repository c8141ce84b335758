package dev.millrace.runtime.spi;

import dev.millrace.runtime.NullResultException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one name for the rows of a chunk. Numbers that a node returns unboxed lie in
 * columns of their own kinds: {@link IntColumn}, {@link LongColumn}, {@link FloatColumn}, {@link
 * DoubleColumn}.
 */
public abstract class Column<T> {
  private final String name;
  private final Rows rows;

  /** Where null is refused. */
  enum Nulls {
    ALLOWED,
    REFUSED,
    /** Neither a list nor an element of it is null. */
    REFUSED_IN_LISTS,
    /** The values are primitive, so that nobody can declare them to be null. */
    REFUSED_AS_PRIMITIVE
  }

  Column(String name, Rows rows) {
    this.name = name;
    this.rows = rows;
  }

  /** Returns a column to be written, of a name, for the rows of a chunk. */
  public static <T> Column<T> of(String name, Rows rows) {
    return new ObjectColumn<>(name, rows, new Object[rows.size()], 0, Nulls.REFUSED);
  }

  /** Returns a column to be written in which null is a value. */
  public static <T> Column<T> ofNullable(String name, Rows rows) {
    return new ObjectColumn<>(name, rows, new Object[rows.size()], 0, Nulls.ALLOWED);
  }

  /** Returns a column to be written of lists whose elements are to be results by themselves. */
  public static <T> Column<T> ofLists(String name, Rows rows) {
    return new ObjectColumn<>(name, rows, new Object[rows.size()], 0, Nulls.REFUSED_IN_LISTS);
  }

  /** Returns a column to be written of primitives that have none of their own kind. */
  public static <T> Column<T> ofPrimitives(String name, Rows rows) {
    return new ObjectColumn<>(name, rows, new Object[rows.size()], 0, Nulls.REFUSED_AS_PRIMITIVE);
  }

  /** Returns a column of {@code int} to be written. */
  public static IntColumn ofInt(String name, Rows rows) {
    return new IntColumn(name, rows);
  }

  /** Returns a column of {@code long} to be written. */
  public static LongColumn ofLong(String name, Rows rows) {
    return new LongColumn(name, rows);
  }

  /** Returns a column of {@code float} to be written. */
  public static FloatColumn ofFloat(String name, Rows rows) {
    return new FloatColumn(name, rows);
  }

  /** Returns a column of {@code double} to be written. */
  public static DoubleColumn ofDouble(String name, Rows rows) {
    return new DoubleColumn(name, rows);
  }

  /** Returns a view of items that are there already. */
  static <T> Column<T> over(String name, Rows rows, @Nullable Object[] items) {
    return over(name, rows, items, rows.from());
  }

  /** Returns a view of items that are there already, from a place on. */
  static <T> Column<T> over(String name, Rows rows, @Nullable Object[] items, int offset) {
    return new ObjectColumn<>(name, rows, items, offset, Nulls.ALLOWED);
  }

  /** Returns whose values these are. */
  final String name() {
    return name;
  }

  /** Returns the value of a row. */
  public abstract T get(int row);

  /**
   * Sets the value of a row.
   *
   * @throws NullResultException if it is null and that is no value here, or an element of it is
   */
  public abstract void set(int row, @Nullable T value);

  /** Returns the values of all rows, which are so many. */
  abstract List<T> all(int count);

  /** Returns the values of some rows. */
  abstract List<T> some(Rows rows, int count);

  /** Returns the item of a row, its place in the list that is mapped over. */
  final long item(int row) {
    return rows.item(row);
  }

  /**
   * Returns the values of some rows as a list that cannot be changed. It stays as it is after the
   * chunk has passed: a node may keep it.
   */
  @SuppressWarnings("unchecked") // nobody can write to the list
  public static <T> List<T> list(Column<? extends T> column, Rows rows) {
    int count = rows.count();
    return (List<T>) (count == rows.size() ? column.all(count) : column.some(rows, count));
  }
}
