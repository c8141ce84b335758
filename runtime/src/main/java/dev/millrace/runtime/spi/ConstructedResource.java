package dev.millrace.runtime.spi;

import dev.millrace.runtime.Resource;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A resource that is opened by a constructor: what the handles are made of that the compiler writes
 * beside {@code @Stateful} classes. Two are equal where their class, their arguments (arrays by
 * their elements) and what {@code @Stateful} says are.
 */
public abstract class ConstructedResource<T> implements Resource<T> {
  private final String type;
  private final boolean perWorker;
  private final int maxInstances;
  private final String device;
  private final @Nullable Object[] arguments;

  /**
   * Makes a handle.
   *
   * @param type the simple name of the class that is constructed
   * @param perWorker whether each run has an instance to itself
   * @param maxInstances how many there are at once, if per worker; 0 for no limit
   * @param device the device it occupies, or empty
   * @param arguments what it is constructed from; arrays in it must not be changed afterwards
   */
  protected ConstructedResource(
      String type,
      boolean perWorker,
      int maxInstances,
      String device,
      @Nullable Object[] arguments) {
    this.type = type;
    this.perWorker = perWorker;
    this.maxInstances = maxInstances;
    this.device = device;
    this.arguments = arguments.clone();
  }

  /** Returns whether each run has an instance to itself, leased from a pool. */
  public final boolean perWorker() {
    return perWorker;
  }

  /** Returns how many instances there are at once, if per worker; 0 for no limit. */
  public final int maxInstances() {
    return maxInstances;
  }

  /** Returns the device that it occupies, or an empty text. */
  public final String device() {
    return device;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof ConstructedResource<?> that
        && getClass() == that.getClass()
        && type.equals(that.type)
        && perWorker == that.perWorker
        && maxInstances == that.maxInstances
        && device.equals(that.device)
        && Arrays.deepEquals(arguments, that.arguments);
  }

  @Override
  public final int hashCode() {
    return 31 * type.hashCode() + Arrays.deepHashCode(arguments);
  }

  /** Returns the constructor's call: {@code OnnxEncoder(model.onnx, 4)}. */
  @Override
  public final String toString() {
    return Stream.of(arguments)
        .map(ConstructedResource::text)
        .collect(Collectors.joining(", ", type + "(", ")"));
  }

  private static String text(@Nullable Object argument) {
    String inBrackets = Arrays.deepToString(new @Nullable Object[] {argument});
    return inBrackets.substring(1, inBrackets.length() - 1);
  }
}
