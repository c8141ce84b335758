package dev.millrace.runtime.spi;

import dev.millrace.runtime.Weigher;
import dev.millrace.runtime.observe.Recorder;
import dev.millrace.runtime.observe.Span;
import dev.millrace.runtime.serve.Call;
import dev.millrace.runtime.serve.Gatherings;
import dev.millrace.runtime.serve.Key;
import dev.millrace.runtime.serve.Limits;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of a node meet those of other runs, where these are served: its twin is then called
 * for all of them. In any other run a call is the run's own. Any number of threads may use it.
 */
public final class Meeting {
  private static final Logger LOGGER = System.getLogger("dev.millrace.runtime");

  /** A twin gets no more than a chunk. */
  private static final int MOST_ITEMS = 256;

  private final Limits limits;
  private final @Nullable Supplier<? extends Weigher<?>> weigher;

  private Meeting(Limits limits, @Nullable Supplier<? extends Weigher<?>> weigher) {
    this.limits = limits;
    this.weigher = weigher;
  }

  /** A node's twin, as it is called by those who meet. */
  @FunctionalInterface
  public interface Joint<R extends @Nullable Object> {

    /** Returns a result for each item. */
    @Nullable List<? extends R> call(Lists lists) throws Exception;
  }

  /** Returns how the calls of a node meet, of whose twin nothing more is said. */
  public static Meeting of(String node) {
    return new Meeting(new Limits(node, MOST_ITEMS, Long.MAX_VALUE, 0), null);
  }

  /** Returns the same with batches of at most so many items. */
  public Meeting maxItems(int most) {
    return new Meeting(
        new Limits(limits.node(), most, limits.maxWeight(), limits.lingerNanos()), weigher);
  }

  /**
   * Returns the same with batches that weigh at most so much.
   *
   * @param by makes what weighs an item of the first list
   */
  public Meeting maxWeight(long most, Supplier<? extends Weigher<?>> by) {
    return new Meeting(
        new Limits(limits.node(), limits.maxItems(), most, limits.lingerNanos()), by);
  }

  /** Returns the same with batches that wait so long for more. */
  public Meeting linger(long nanos) {
    return new Meeting(
        new Limits(limits.node(), limits.maxItems(), limits.maxWeight(), nanos), weigher);
  }

  /**
   * Returns a node's result for one item, which may come from its twin.
   *
   * @param items what each mapped parameter is given
   * @param shared what the others are given
   * @param alone calls the node
   * @throws Exception what the node throws for this item
   */
  public <R extends @Nullable Object> R one(
      Probe probe,
      @Nullable Object[] items,
      @Nullable Object[] shared,
      Joint<R> twin,
      Callable<? extends R> alone)
      throws Exception {
    Gatherings gatherings = probe.gatherings();
    if (gatherings == null) {
      return alone.call();
    }
    List<?>[] lists = new List<?>[items.length];
    for (int i = 0; i < items.length; i++) {
      lists[i] = Collections.singletonList(items[i]);
    }
    Callable<List<R>> listed = () -> Collections.singletonList(alone.call());
    return Twins.<R>one(limits.node(), call(probe, gatherings, lists, shared, twin, listed));
  }

  /**
   * Returns a node's result, as {@code one} above does, where a call occupies devices: it has their
   * permits while it is made, alone or for all who have met.
   *
   * @param held the resources that the node reads; null for one that was not given
   */
  public <R extends @Nullable Object> R one(
      Probe probe,
      @Nullable Held<?>[] held,
      @Nullable Object[] items,
      @Nullable Object[] shared,
      Joint<R> twin,
      Callable<? extends R> alone)
      throws Exception {
    return this.<R>one(probe, items, shared, on(held, twin), () -> DeviceCall.<R>call(held, alone));
  }

  /**
   * Returns what a twin returns, as {@code all} below does, where a call occupies devices.
   *
   * @param held the resources that the node reads; null for one that was not given
   */
  public <R extends @Nullable Object> @Nullable List<? extends R> all(
      Probe probe,
      @Nullable Held<?>[] held,
      List<?>[] lists,
      @Nullable Object[] shared,
      Joint<R> twin)
      throws Exception {
    return this.<R>all(probe, lists, shared, on(held, twin));
  }

  private static <R extends @Nullable Object> Joint<R> on(@Nullable Held<?>[] held, Joint<R> twin) {
    return lists -> DeviceCall.call(held, () -> twin.call(lists));
  }

  /**
   * Returns what a node's twin returns for these items, as it is, or where it was called for others
   * too, their part of it.
   *
   * @param lists what each mapped parameter is given
   * @param shared what the others are given
   * @throws Exception what the twin throws for these items
   */
  public <R extends @Nullable Object> @Nullable List<? extends R> all(
      Probe probe, List<?>[] lists, @Nullable Object[] shared, Joint<R> twin) throws Exception {
    Gatherings gatherings = probe.gatherings();
    return gatherings == null
        ? twin.call(new Lists(lists))
        : call(probe, gatherings, lists, shared, twin, () -> twin.call(new Lists(lists)));
  }

  private <R extends @Nullable Object> @Nullable List<? extends R> call(
      Probe probe,
      Gatherings gatherings,
      List<?>[] lists,
      @Nullable Object[] shared,
      Joint<R> twin,
      Callable<? extends @Nullable List<? extends R>> alone)
      throws Exception {
    long weight;
    try {
      weight = weight(lists[0]);
    } catch (Exception unweighed) {
      LOGGER.log(Level.DEBUG, "a call of \"" + limits.node() + "\" cannot be weighed", unweighed);
      return alone.call();
    }
    try {
      return gatherings.call(
          new Call<R>(
              new Key(this, shared),
              limits,
              lists,
              weight,
              joined -> joint(probe.execution().pipeline(), joined, twin),
              alone));
    } catch (Throwable thrown) {
      throw Rethrow.unchecked(thrown);
    }
  }

  /** Calls the twin for all who have met. */
  private <R extends @Nullable Object> @Nullable List<? extends R> joint(
      String pipeline, List<?>[] joined, Joint<R> twin) throws Exception {
    Span span = Recorder.CURRENT.batch(pipeline, limits.node(), joined[0].size());
    Exception failure = null;
    try {
      return twin.call(new Lists(joined));
    } catch (Exception thrown) {
      failure = thrown;
      throw thrown;
    } finally {
      if (span != null) {
        span.end(0, failure);
      }
    }
  }

  @SuppressWarnings("unchecked") // the generated code gives a weigher of the first list's items
  private long weight(List<?> items) {
    if (weigher == null) {
      return 0;
    }
    Weigher<Object> scales = (Weigher<Object>) weigher.get();
    long sum = 0;
    for (Object item : items) {
      long weight = scales.weigh(item);
      if (weight < 0) {
        throw new IllegalArgumentException(item + " weighs " + weight + "; a weight is at least 0");
      }
      sum = weight > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + weight;
    }
    return sum;
  }
}
