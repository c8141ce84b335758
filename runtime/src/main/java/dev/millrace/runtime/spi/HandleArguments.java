package dev.millrace.runtime.spi;

import dev.millrace.runtime.NullArgumentException;
import org.jspecify.annotations.Nullable;

/** What the handle of a resource is given: checked once, and kept from being changed. */
public final class HandleArguments {
  private HandleArguments() {}

  /**
   * Refuses null.
   *
   * @param type the simple name of the class that is constructed
   * @throws NullArgumentException if the value is null
   */
  public static void require(String type, String parameter, @Nullable Object value) {
    if (value == null) {
      throw new NullArgumentException(type, parameter);
    }
  }

  /** Returns a copy of an array, and of the arrays in it; null for null. */
  @SuppressWarnings("unchecked") // a clone has the type of what it is a clone of
  public static <A extends @Nullable Object> A copy(A array) {
    return (A) copyOf(array);
  }

  private static @Nullable Object copyOf(@Nullable Object value) {
    if (value instanceof Object[] array) {
      @Nullable Object[] copy = array.clone();
      for (int i = 0; i < copy.length; i++) {
        copy[i] = copyOf(copy[i]);
      }
      return copy;
    }
    if (value instanceof int[] array) {
      return array.clone();
    }
    if (value instanceof long[] array) {
      return array.clone();
    }
    if (value instanceof float[] array) {
      return array.clone();
    }
    if (value instanceof double[] array) {
      return array.clone();
    }
    if (value instanceof byte[] array) {
      return array.clone();
    }
    if (value instanceof short[] array) {
      return array.clone();
    }
    if (value instanceof char[] array) {
      return array.clone();
    }
    return value instanceof boolean[] array ? array.clone() : value;
  }
}
