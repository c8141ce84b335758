package dev.millrace.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item: a value, or the failure of a node.
 *
 * <pre>{@code
 * if (outcome instanceof Outcome.Ok<Hit> ok) {
 *   use(ok.value());
 * } else if (outcome instanceof Outcome.Failed<Hit> failed) {
 *   report(failed.index(), failed.cause());
 * }
 * }</pre>
 */
public sealed interface Outcome<T extends @Nullable Object> permits Outcome.Ok, Outcome.Failed {

  /** Returns whether there is a value. */
  boolean isOk();

  /** Returns the value, or throws the cause of the failure as it is, checked or not. */
  T orElseThrow();

  /** Returns the outcome with its value put through a function; a failure as it is. */
  <R extends @Nullable Object> Outcome<R> map(Function<? super T, ? extends R> function);

  /** Returns the values, in order and without the failures, as a list that cannot be changed. */
  static <T extends @Nullable Object> List<T> values(
      List<? extends Outcome<? extends T>> outcomes) {
    List<T> values = new ArrayList<>(outcomes.size());
    for (Outcome<? extends T> outcome : outcomes) {
      if (outcome instanceof Ok<? extends T> ok) {
        values.add(ok.value());
      }
    }
    return Collections.unmodifiableList(values);
  }

  /**
   * A value.
   *
   * @param value what was computed; null only where the node may return it
   */
  record Ok<T extends @Nullable Object>(T value) implements Outcome<T> {
    @Override
    public boolean isOk() {
      return true;
    }

    @Override
    public T orElseThrow() {
      return value;
    }

    @Override
    public <R extends @Nullable Object> Outcome<R> map(Function<? super T, ? extends R> function) {
      return new Ok<>(function.apply(value));
    }
  }

  /**
   * A failure.
   *
   * @param node the node that failed, with the nested uses around it: {@code predictions.hits}
   * @param index the item, counted from 0
   * @param inputs what the node was called with, by name and in its order; where a pipeline runs
   *     many times in one call, what the item was given; cannot be changed
   * @param cause what it threw
   */
  record Failed<T extends @Nullable Object>(
      String node, long index, Map<String, @Nullable Object> inputs, Throwable cause)
      implements Outcome<T> {

    /**
     * Makes a failure. The inputs are copied; those of a run, which know how to call the node again
     * (they are a {@link Callable}), are kept as they are.
     *
     * @throws IllegalArgumentException if the index is negative
     */
    public Failed {
      Objects.requireNonNull(node, "node");
      Objects.requireNonNull(cause, "cause");
      if (index < 0) {
        throw new IllegalArgumentException("items are counted from 0, but this is " + index);
      }
      if (!(inputs instanceof Callable<?>)) {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
      }
    }

    /**
     * Runs the node, or the pipeline, again on the same inputs, on this thread, and returns its
     * result or throws what it throws. What the run was given to open is used again, if need be
     * opened again; what a node of the run opened is closed with the run.
     *
     * @throws PipelineClosedException if it reads a resource, and the pipeline is closed
     * @throws NotReproducibleException if no run made this failure
     */
    public @Nullable Object reproduce() throws Exception {
      if (inputs instanceof Callable<?> call) {
        return call.call();
      }
      throw new NotReproducibleException(node);
    }

    @Override
    public boolean isOk() {
      return false;
    }

    @Override
    public T orElseThrow() {
      throw Failed.<RuntimeException>unchecked(cause);
    }

    @Override
    @SuppressWarnings("unchecked") // it has no T
    public <R extends @Nullable Object> Outcome<R> map(Function<? super T, ? extends R> function) {
      return (Outcome<R>) this;
    }

    /** Returns where it failed and why, without the inputs, which may be long. */
    @Override
    public String toString() {
      return "Failed[\"" + node + "\", item " + index + ": " + cause + "]";
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // X is inferred, never checked
    static <X extends Throwable> RuntimeException unchecked(Throwable failure) throws X {
      throw (X) failure;
    }
  }
}
