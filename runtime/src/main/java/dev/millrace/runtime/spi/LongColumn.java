package dev.millrace.runtime.spi;

import dev.millrace.runtime.LongBlock;
import dev.millrace.runtime.NullResultException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of {@code long}, held unboxed. */
public final class LongColumn extends Column<Long> {
  private final long[] values;

  LongColumn(String name, Rows rows) {
    super(name, rows);
    this.values = new long[rows.size()];
  }

  /** Returns the value of a row, unboxed. */
  public long at(int row) {
    return values[row];
  }

  /** Sets the value of a row. */
  public void put(int row, long value) {
    values[row] = value;
  }

  @Override
  public Long get(int row) {
    return values[row];
  }

  @Override
  public void set(int row, @Nullable Long value) {
    if (value == null) {
      throw NullResultException.ofPrimitive(name(), item(row));
    }
    values[row] = value;
  }

  @Override
  List<Long> all(int count) {
    return LongBlock.of(values);
  }

  @Override
  List<Long> some(Rows rows, int count) {
    long[] some = new long[count];
    int next = 0;
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      some[next++] = values[row];
    }
    return LongBlock.of(some);
  }
}
