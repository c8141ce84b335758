package dev.millrace.runtime;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A block of {@code int}, held unboxed. */
public final class IntBlock extends AbstractBlock<Integer> {
  private final int[] numbers;

  private IntBlock(int[] numbers) {
    this.numbers = numbers;
  }

  /** Returns a block with these numbers; the array is copied. */
  public static IntBlock of(int... numbers) {
    return new IntBlock(numbers.clone());
  }

  /**
   * Returns a block with these numbers, in the collection's order. An {@code IntBlock} is returned
   * as it is.
   *
   * @throws NullPointerException if one is null, naming its index
   */
  public static IntBlock copyOf(Collection<Integer> numbers) {
    if (((Collection<?>) numbers) instanceof IntBlock block) {
      return block;
    }
    Object[] elements = elements(numbers);
    int[] unboxed = new int[elements.length];
    for (int i = 0; i < unboxed.length; i++) {
      unboxed[i] = (Integer) elements[i];
    }
    return new IntBlock(unboxed);
  }

  /**
   * Returns a number, unboxed.
   *
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public int getInt(int index) {
    return numbers[index];
  }

  /** Returns the numbers in a new array. */
  public int[] toIntArray() {
    return numbers.clone();
  }

  @Override
  public Integer get(int index) {
    return numbers[index];
  }

  @Override
  public int size() {
    return numbers.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IntBlock that
        ? Arrays.equals(numbers, that.numbers)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }
}
