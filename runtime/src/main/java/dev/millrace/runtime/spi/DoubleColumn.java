package dev.millrace.runtime.spi;

import dev.millrace.runtime.DoubleBlock;
import dev.millrace.runtime.NullResultException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of {@code double}, held unboxed. */
public final class DoubleColumn extends Column<Double> {
  private final double[] values;

  DoubleColumn(String name, Rows rows) {
    super(name, rows);
    this.values = new double[rows.size()];
  }

  /** Returns the value of a row, unboxed. */
  public double at(int row) {
    return values[row];
  }

  /** Sets the value of a row. */
  public void put(int row, double value) {
    values[row] = value;
  }

  @Override
  public Double get(int row) {
    return values[row];
  }

  @Override
  public void set(int row, @Nullable Double value) {
    if (value == null) {
      throw NullResultException.ofPrimitive(name(), item(row));
    }
    values[row] = value;
  }

  @Override
  List<Double> all(int count) {
    return DoubleBlock.of(values);
  }

  @Override
  List<Double> some(Rows rows, int count) {
    double[] some = new double[count];
    int next = 0;
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      some[next++] = values[row];
    }
    return DoubleBlock.of(some);
  }
}
