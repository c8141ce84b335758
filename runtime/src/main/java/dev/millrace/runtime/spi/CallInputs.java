package dev.millrace.runtime.spi;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What a node was called with, by name and in the order of its parameters, and the call itself: the
 * inputs of a failure that can be reproduced. It cannot be changed.
 */
public final class CallInputs extends AbstractMap<String, @Nullable Object>
    implements Callable<@Nullable Object> {
  private final Map<String, @Nullable Object> inputs;
  private final Callable<? extends @Nullable Object> again;

  private CallInputs(
      Map<String, @Nullable Object> inputs, Callable<? extends @Nullable Object> again) {
    this.inputs = Collections.unmodifiableMap(inputs);
    this.again = again;
  }

  /**
   * Returns the inputs of a call.
   *
   * @param again makes the call once more
   * @param namesAndValues each parameter's name followed by its value, which may be null
   * @throws IllegalArgumentException if that is no list of pairs
   */
  public static CallInputs of(
      Callable<? extends @Nullable Object> again, @Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!(namesAndValues[i] instanceof String name) || i + 1 == namesAndValues.length) {
        throw new IllegalArgumentException(
            "expected names and values in turn, but at " + i + " is " + namesAndValues[i]);
      }
      inputs.put(name, namesAndValues[i + 1]);
    }
    return new CallInputs(inputs, again);
  }

  /** Makes the call again, and returns its result or throws what it throws. */
  @Override
  public @Nullable Object call() throws Exception {
    return again.call();
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return inputs.entrySet();
  }
}
