package dev.millrace.runtime.spi;

import dev.millrace.runtime.Weigher;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/** Cuts the rows of a chunk into batches that are not too heavy. */
public final class Batches {
  private Batches() {}

  private record Weighed(int row, long weight) {}

  /**
   * Returns the rows in batches whose items weigh at most so much together, each at least one item.
   * Rows of about the same weight come together: they are taken by weight, then by row.
   *
   * @throws IllegalArgumentException if an item weighs less than nothing
   */
  public static <T> List<Rows> of(
      Rows rows, Column<T> column, long maxWeight, Weigher<? super T> weigher) {
    return of(rows, maxWeight, weigher, column::get);
  }

  /**
   * Returns the rows in batches as {@link #of} does, where they all have the same item.
   *
   * @throws IllegalArgumentException if it weighs less than nothing
   */
  public static <T> List<Rows> ofSame(
      Rows rows, T item, long maxWeight, Weigher<? super T> weigher) {
    return of(rows, maxWeight, weigher, row -> item);
  }

  private static <T> List<Rows> of(
      Rows rows, long maxWeight, Weigher<? super T> weigher, IntFunction<T> items) {
    List<Weighed> weighed = new ArrayList<>();
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      long weight = weigher.weigh(items.apply(row));
      if (weight < 0) {
        throw new IllegalArgumentException(
            weigher.getClass().getName() + " gave an item the weight " + weight);
      }
      weighed.add(new Weighed(row, weight));
    }
    weighed.sort(Comparator.comparingLong(Weighed::weight).thenComparingInt(Weighed::row));
    List<Rows> batches = new ArrayList<>();
    BitSet batch = new BitSet();
    long sum = 0;
    for (Weighed each : weighed) {
      if (!batch.isEmpty() && each.weight() > maxWeight - sum) {
        batches.add(rows.only(batch));
        batch = new BitSet();
        sum = 0;
      }
      batch.set(each.row());
      sum += each.weight();
    }
    if (!batch.isEmpty()) {
      batches.add(rows.only(batch));
    }
    return batches;
  }
}
