package dev.millrace.runtime.spi;

import dev.millrace.runtime.IntBlock;
import dev.millrace.runtime.NullResultException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of {@code int}, held unboxed. */
public final class IntColumn extends Column<Integer> {
  private final int[] values;

  IntColumn(String name, Rows rows) {
    super(name, rows);
    this.values = new int[rows.size()];
  }

  /** Returns the value of a row, unboxed. */
  public int at(int row) {
    return values[row];
  }

  /** Sets the value of a row. */
  public void put(int row, int value) {
    values[row] = value;
  }

  @Override
  public Integer get(int row) {
    return values[row];
  }

  @Override
  public void set(int row, @Nullable Integer value) {
    if (value == null) {
      throw NullResultException.ofPrimitive(name(), item(row));
    }
    values[row] = value;
  }

  @Override
  List<Integer> all(int count) {
    return IntBlock.of(values);
  }

  @Override
  List<Integer> some(Rows rows, int count) {
    int[] some = new int[count];
    int next = 0;
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      some[next++] = values[row];
    }
    return IntBlock.of(some);
  }
}
