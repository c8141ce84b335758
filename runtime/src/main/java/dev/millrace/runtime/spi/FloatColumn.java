package dev.millrace.runtime.spi;

import dev.millrace.runtime.FloatBlock;
import dev.millrace.runtime.NullResultException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of {@code float}, held unboxed. */
public final class FloatColumn extends Column<Float> {
  private final float[] values;

  FloatColumn(String name, Rows rows) {
    super(name, rows);
    this.values = new float[rows.size()];
  }

  /** Returns the value of a row, unboxed. */
  public float at(int row) {
    return values[row];
  }

  /** Sets the value of a row. */
  public void put(int row, float value) {
    values[row] = value;
  }

  @Override
  public Float get(int row) {
    return values[row];
  }

  @Override
  public void set(int row, @Nullable Float value) {
    if (value == null) {
      throw NullResultException.ofPrimitive(name(), item(row));
    }
    values[row] = value;
  }

  @Override
  List<Float> all(int count) {
    return FloatBlock.of(values);
  }

  @Override
  List<Float> some(Rows rows, int count) {
    float[] some = new float[count];
    int next = 0;
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      some[next++] = values[row];
    }
    return FloatBlock.of(some);
  }
}
