package dev.millrace.testing;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list that cannot be changed, and remembers that somebody tried. */
final class TwinRows<T extends @Nullable Object> extends AbstractList<T> implements RandomAccess {
  private final List<T> rows;
  private final AtomicBoolean touched;

  TwinRows(List<T> rows) {
    this(rows, new AtomicBoolean());
  }

  private TwinRows(List<T> rows, AtomicBoolean touched) {
    this.rows = rows;
    this.touched = touched;
  }

  /** Returns a list of a part of each row; trying to change that is remembered here. */
  <P extends @Nullable Object> TwinRows<P> column(Function<? super T, ? extends P> part) {
    return new TwinRows<>(rows.stream().<P>map(part).toList(), touched);
  }

  boolean isTouched() {
    return touched.get();
  }

  @Override
  public T get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public T set(int index, T row) {
    throw refused();
  }

  @Override
  public void add(int index, T row) {
    throw refused();
  }

  @Override
  public T remove(int index) {
    throw refused();
  }

  private UnsupportedOperationException refused() {
    touched.set(true);
    return new UnsupportedOperationException("the rows of a batch cannot be changed");
  }
}
