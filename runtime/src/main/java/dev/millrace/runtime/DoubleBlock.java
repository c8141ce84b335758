package dev.millrace.runtime;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A block of {@code double}, held unboxed. */
public final class DoubleBlock extends AbstractBlock<Double> {
  private final double[] numbers;

  private DoubleBlock(double[] numbers) {
    this.numbers = numbers;
  }

  /** Returns a block with these numbers; the array is copied. */
  public static DoubleBlock of(double... numbers) {
    return new DoubleBlock(numbers.clone());
  }

  /**
   * Returns a block with these numbers, in the collection's order. A {@code DoubleBlock} is
   * returned as it is.
   *
   * @throws NullPointerException if one is null, naming its index
   */
  public static DoubleBlock copyOf(Collection<Double> numbers) {
    if (((Collection<?>) numbers) instanceof DoubleBlock block) {
      return block;
    }
    Object[] elements = elements(numbers);
    double[] unboxed = new double[elements.length];
    for (int i = 0; i < unboxed.length; i++) {
      unboxed[i] = (Double) elements[i];
    }
    return new DoubleBlock(unboxed);
  }

  /**
   * Returns a number, unboxed.
   *
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public double getDouble(int index) {
    return numbers[index];
  }

  /** Returns the numbers in a new array. */
  public double[] toDoubleArray() {
    return numbers.clone();
  }

  @Override
  public Double get(int index) {
    return numbers[index];
  }

  @Override
  public int size() {
    return numbers.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DoubleBlock that
        ? Arrays.equals(numbers, that.numbers)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }
}
