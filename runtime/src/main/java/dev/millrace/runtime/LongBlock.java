package dev.millrace.runtime;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A block of {@code long}, held unboxed. */
public final class LongBlock extends AbstractBlock<Long> {
  private final long[] numbers;

  private LongBlock(long[] numbers) {
    this.numbers = numbers;
  }

  /** Returns a block with these numbers; the array is copied. */
  public static LongBlock of(long... numbers) {
    return new LongBlock(numbers.clone());
  }

  /**
   * Returns a block with these numbers, in the collection's order. A {@code LongBlock} is returned
   * as it is.
   *
   * @throws NullPointerException if one is null, naming its index
   */
  public static LongBlock copyOf(Collection<Long> numbers) {
    if (((Collection<?>) numbers) instanceof LongBlock block) {
      return block;
    }
    Object[] elements = elements(numbers);
    long[] unboxed = new long[elements.length];
    for (int i = 0; i < unboxed.length; i++) {
      unboxed[i] = (Long) elements[i];
    }
    return new LongBlock(unboxed);
  }

  /**
   * Returns a number, unboxed.
   *
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public long getLong(int index) {
    return numbers[index];
  }

  /** Returns the numbers in a new array. */
  public long[] toLongArray() {
    return numbers.clone();
  }

  @Override
  public Long get(int index) {
    return numbers[index];
  }

  @Override
  public int size() {
    return numbers.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LongBlock that
        ? Arrays.equals(numbers, that.numbers)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }
}
