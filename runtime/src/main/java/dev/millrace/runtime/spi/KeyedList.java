package dev.millrace.runtime.spi;

import dev.millrace.runtime.Signature;
import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * What a map gave, each with the key of the work that it came from: who maps over it need not look
 * at it. It cannot be changed.
 */
final class KeyedList<T> extends AbstractList<T> implements RandomAccess {
  private final Object run;
  private final List<T> values;
  private final @Nullable Signature[] keys;
  private final int from;
  private final @Nullable BitSet there;

  /**
   * @param run the run that they were computed in: later somebody may have changed what is in them
   * @param keys of which those from a place on are the values'; null for what has none
   * @param there which values were needed: others are null, and nobody reads them; null for all
   */
  KeyedList(
      Object run, List<T> values, @Nullable Signature[] keys, int from, @Nullable BitSet there) {
    this.run = run;
    this.values = values;
    this.keys = keys;
    this.from = from;
    this.there = there;
  }

  boolean isOf(Object other) {
    return run == other;
  }

  @Nullable Signature key(int index) {
    return keys[from + index];
  }

  /** Returns which values were needed, null for all. */
  @Nullable BitSet there() {
    return there;
  }

  @Override
  public T get(int index) {
    return values.get(index);
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public @Nullable Object[] toArray() {
    return values.toArray();
  }
}
