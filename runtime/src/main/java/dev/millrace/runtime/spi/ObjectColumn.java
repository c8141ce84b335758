package dev.millrace.runtime.spi;

import dev.millrace.runtime.NullResultException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of objects. */
final class ObjectColumn<T> extends Column<T> {
  private final @Nullable Object[] values;
  private final int offset;
  private final Nulls nulls;

  ObjectColumn(String name, Rows rows, @Nullable Object[] values, int offset, Nulls nulls) {
    super(name, rows);
    this.values = values;
    this.offset = offset;
    this.nulls = nulls;
  }

  @Override
  @SuppressWarnings("unchecked") // set takes only a T
  public T get(int row) {
    return (T) values[offset + row];
  }

  @Override
  public void set(int row, @Nullable T value) {
    if (value == null && nulls != Nulls.ALLOWED) {
      throw nulls == Nulls.REFUSED_AS_PRIMITIVE
          ? NullResultException.ofPrimitive(name(), item(row))
          : NullResultException.of(name(), item(row));
    }
    if (nulls == Nulls.REFUSED_IN_LISTS) {
      long position = Probe.firstNull((List<?>) value);
      if (position >= 0) {
        throw NullResultException.ofElement(name(), item(row), position);
      }
    }
    values[offset + row] = value;
  }

  @Override
  @SuppressWarnings("unchecked") // set takes only a T, and nobody can write through the view
  List<T> all(int count) {
    List<T> all = (List<T>) Arrays.asList(values);
    return Collections.unmodifiableList(all.subList(offset, offset + count));
  }

  @Override
  List<T> some(Rows rows, int count) {
    List<T> some = new ArrayList<>(count);
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      some.add(get(row));
    }
    return Collections.unmodifiableList(some);
  }
}
