package dev.millrace.runtime.spi;

import dev.millrace.runtime.Weigher;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;

/** Cuts the rows of a chunk into batches that are not too many, and not too heavy. */
public final class Batches {
  private static final long NONE = -1; // room for more

  private Batches() {}

  private record Weighed(int row, long weight) {}

  /** Returns the rows, in order, in batches of at most so many, which are at least one. */
  public static List<Rows> of(Rows rows, int maxItems) {
    int count = rows.count();
    if (count <= maxItems) {
      return count == 0 ? List.of() : List.of(rows);
    }
    List<Rows> batches = new ArrayList<>();
    BitSet batch = new BitSet(rows.size());
    int room = maxItems;
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      if (room == 0) {
        batches.add(rows.only(batch));
        batch = new BitSet(rows.size());
        room = maxItems;
      }
      batch.set(row);
      room--;
    }
    batches.add(rows.only(batch));
    return batches;
  }

  /**
   * Returns the rows in batches whose items weigh at most so much together, each at least one item.
   * Rows of about the same weight come together: they are taken by weight, then by row.
   *
   * @param maxItems how many items a batch has besides; 0 for no limit
   * @param unweighed is told why an item could not be weighed, and its row: the weigher threw, or
   *     an {@link IllegalArgumentException} says that it weighs less than nothing
   */
  public static <T> List<Rows> of(
      Rows rows,
      Column<T> column,
      int maxItems,
      long maxWeight,
      Weigher<? super T> weigher,
      ObjIntConsumer<? super Exception> unweighed) {
    return of(rows, column.name(), column::get, maxItems, maxWeight, weigher, unweighed);
  }

  /** Returns the rows in batches as {@link #of} does, where they all have the same item. */
  public static <T> List<Rows> ofSame(
      Rows rows,
      String name,
      T item,
      int maxItems,
      long maxWeight,
      Weigher<? super T> weigher,
      ObjIntConsumer<? super Exception> unweighed) {
    return of(rows, name, row -> item, maxItems, maxWeight, weigher, unweighed);
  }

  private static <T> List<Rows> of(
      Rows rows,
      String name,
      IntFunction<T> items,
      int maxItems,
      long maxWeight,
      Weigher<? super T> weigher,
      ObjIntConsumer<? super Exception> unweighed) {
    List<Weighed> weighed = new ArrayList<>();
    long room = maxWeight;
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      long weight;
      try {
        weight = weigher.weigh(items.apply(row));
        if (weight < 0) {
          throw new IllegalArgumentException(
              weigher.getClass().getName()
                  + " weighs \""
                  + name
                  + "\" of item "
                  + rows.item(row)
                  + " as "
                  + weight
                  + "; a weight is at least 0");
        }
      } catch (Exception thrown) {
        unweighed.accept(thrown, row);
        continue;
      }
      weighed.add(new Weighed(row, weight));
      room = room < weight ? NONE : room - weight;
    }
    if (weighed.isEmpty()) {
      return List.of();
    }
    int most = maxItems == 0 ? weighed.size() : maxItems;
    return room == NONE || weighed.size() > most
        ? cut(rows, weighed, most, maxWeight)
        : List.of(rows);
  }

  private static List<Rows> cut(Rows rows, List<Weighed> weighed, int maxItems, long maxWeight) {
    weighed.sort(Comparator.comparingLong(Weighed::weight).thenComparingInt(Weighed::row));
    List<Rows> batches = new ArrayList<>();
    BitSet batch = new BitSet(rows.size());
    int items = 0;
    long sum = 0;
    for (Weighed each : weighed) {
      if (items == maxItems || items > 0 && each.weight() > maxWeight - sum) {
        batches.add(rows.only(batch));
        batch = new BitSet(rows.size());
        items = 0;
        sum = 0;
      }
      batch.set(each.row());
      items++;
      sum += each.weight();
    }
    batches.add(rows.only(batch));
    return batches;
  }
}
