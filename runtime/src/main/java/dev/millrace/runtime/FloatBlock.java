package dev.millrace.runtime;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A block of {@code float}, held unboxed. */
public final class FloatBlock extends AbstractBlock<Float> {
  private final float[] numbers;

  private FloatBlock(float[] numbers) {
    this.numbers = numbers;
  }

  /** Returns a block with these numbers; the array is copied. */
  public static FloatBlock of(float... numbers) {
    return new FloatBlock(numbers.clone());
  }

  /**
   * Returns a block with these numbers, in the collection's order. A {@code FloatBlock} is returned
   * as it is.
   *
   * @throws NullPointerException if one is null, naming its index
   */
  public static FloatBlock copyOf(Collection<Float> numbers) {
    if (((Collection<?>) numbers) instanceof FloatBlock block) {
      return block;
    }
    Object[] elements = elements(numbers);
    float[] unboxed = new float[elements.length];
    for (int i = 0; i < unboxed.length; i++) {
      unboxed[i] = (Float) elements[i];
    }
    return new FloatBlock(unboxed);
  }

  /**
   * Returns a number, unboxed.
   *
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public float getFloat(int index) {
    return numbers[index];
  }

  /** Returns the numbers in a new array. */
  public float[] toFloatArray() {
    return numbers.clone();
  }

  @Override
  public Float get(int index) {
    return numbers[index];
  }

  @Override
  public int size() {
    return numbers.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FloatBlock that
        ? Arrays.equals(numbers, that.numbers)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }
}
