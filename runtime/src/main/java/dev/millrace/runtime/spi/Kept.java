package dev.millrace.runtime.spi;

import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.TooManyItemsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results of a map, item by item, and the items that failed. */
final class Kept {
  private final @Nullable Object[][] values;
  private final Outcome.@Nullable Failed<?>[] failed;
  private int from;
  private int to;

  Kept(int outputs, int items, boolean soft) {
    this.values = new Object[outputs][items];
    this.failed = new Outcome.Failed<?>[soft ? items : 0];
    this.to = items;
  }

  /** Returns the first item that is shown. */
  int from() {
    return from;
  }

  /** Shows some of the items, as if there were no others. */
  void show(int from, int to) {
    this.from = from;
    this.to = to;
  }

  void keep(int output, int item, @Nullable Object value) {
    values[output][item] = value;
  }

  void lose(int item, Outcome.Failed<?> failure) {
    failed[item] = failure;
  }

  /** Returns what was kept, in order. */
  @SuppressWarnings("unchecked") // the generated code keeps only a T
  <T> List<T> list(int output) {
    @Nullable Object[] all = values[output];
    @Nullable Object[] shown = to - from == all.length ? all : Arrays.copyOfRange(all, from, to);
    return (List<T>) Collections.unmodifiableList(Arrays.asList(shown));
  }

  /**
   * Returns the elements of the lists that were kept, in order.
   *
   * @param path the use's name, for who is told
   * @throws TooManyItemsException if they are more than a list can hold; nothing is copied then
   */
  <T> List<T> flat(int output, String path) {
    List<List<T>> kept = list(output);
    List<T> flat = new ArrayList<>(size(kept, path));
    for (List<T> items : kept) {
      flat.addAll(items);
    }
    return Collections.unmodifiableList(flat);
  }

  /** Returns what was kept, and the failures in their places. */
  <T> List<Outcome<T>> outcomes(int output) {
    List<T> kept = list(output);
    List<Outcome<T>> outcomes = new ArrayList<>(kept.size());
    for (int item = 0; item < kept.size(); item++) {
      Outcome<T> lost = lost(item);
      outcomes.add(lost == null ? new Outcome.Ok<>(kept.get(item)) : lost);
    }
    return Collections.unmodifiableList(outcomes);
  }

  /**
   * Returns the elements of the lists that were kept, and the failures in the lists' places, as
   * {@link #flat} does.
   */
  <T> List<Outcome<T>> flatOutcomes(int output, String path) {
    List<List<T>> kept = list(output);
    List<Outcome<T>> outcomes = new ArrayList<>(size(kept, path));
    for (int item = 0; item < kept.size(); item++) {
      Outcome<T> lost = lost(item);
      if (lost == null) {
        kept.get(item).forEach(value -> outcomes.add(new Outcome.Ok<>(value)));
      } else {
        outcomes.add(lost);
      }
    }
    return Collections.unmodifiableList(outcomes);
  }

  private int size(List<? extends List<?>> kept, String path) {
    long size = 0;
    for (int item = 0; item < kept.size(); item++) {
      size += failed.length > 0 && lost(item) != null ? 1 : kept.get(item).size();
    }
    if (size > Axes.MAX_ITEMS) {
      throw new TooManyItemsException(path, size);
    }
    return (int) size;
  }

  @SuppressWarnings("unchecked") // a failure has no T
  private <T> @Nullable Outcome<T> lost(int item) {
    return (Outcome<T>) failed[from + item];
  }
}
