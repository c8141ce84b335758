package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Weigher;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class BatchesTest {
  private static Column<Long> column(List<Long> weights) {
    return Column.over("text", Rows.all(0, weights.size()), weights.toArray());
  }

  private static List<List<Integer>> batches(List<Long> weights, long maxWeight) {
    return batches(weights, 0, maxWeight);
  }

  private static List<List<Integer>> batches(List<Long> weights, int maxItems, long maxWeight) {
    Rows rows = Rows.all(0, weights.size());
    return batches(rows, weights, maxItems, maxWeight);
  }

  private static List<List<Integer>> batches(
      Rows rows, List<Long> weights, int maxItems, long maxWeight) {
    return lists(
        Batches.of(
            rows, column(weights), maxItems, maxWeight, weight -> weight, BatchesTest::refuse));
  }

  private static void refuse(Exception thrown, int row) {
    throw new AssertionError("row " + row, thrown);
  }

  private static List<List<Integer>> lists(List<Rows> batches) {
    return batches.stream().map(RowsTest::list).toList();
  }

  private static BigInteger weight(List<Integer> batch, List<Long> weights) {
    return batch.stream()
        .map(row -> BigInteger.valueOf(weights.get(row)))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  @Test
  void nothingIsNoBatch() {
    assertEquals(List.of(), batches(List.of(), 10));
  }

  @Test
  void whatFitsIsOneBatch() {
    assertEquals(List.of(List.of(0, 1, 2)), batches(List.of(5L, 2L, 3L), 10));
  }

  @Test
  void theLightestComeFirstAndOfTheSameWeightTheLowestRow() {
    assertEquals(
        List.of(List.of(1, 2, 3), List.of(4), List.of(0)), batches(List.of(9L, 2L, 4L, 2L, 4L), 8));
  }

  @Test
  void anItemThatIsTooHeavyComesAlone() {
    assertEquals(
        List.of(List.of(0), List.of(2), List.of(1)),
        batches(List.of(1L, Long.MAX_VALUE, Long.MAX_VALUE - 1), 10));
  }

  @Property(tries = 500)
  void everyRowComesOnceAndNoBatchIsTooHeavy(
      @ForAll("weights") List<Long> weights,
      @ForAll @IntRange(max = 5) int maxItems,
      @ForAll("maxWeights") long maxWeight,
      @ForAll @Size(min = 40, max = 40) List<Boolean> chosen) {
    Rows rows = Rows.all(0, weights.size()).where(chosen::get);
    List<List<Integer>> batches = batches(rows, weights, maxItems, maxWeight);

    List<Integer> inOrder = new ArrayList<>(RowsTest.list(rows));
    inOrder.sort(Comparator.comparing(weights::get)); // is stable: then by row
    List<Integer> taken = new ArrayList<>();
    for (List<Integer> batch : batches) {
      List<Integer> sorted = new ArrayList<>(batch);
      sorted.sort(Comparator.comparing(weights::get));
      taken.addAll(sorted);
      BigInteger weight = weight(batch, weights);
      assertTrue(
          batch.size() == 1 || weight.compareTo(BigInteger.valueOf(maxWeight)) <= 0,
          batch + " weighs " + weight);
      assertTrue(maxItems == 0 || batch.size() <= maxItems, batch + " are too many");
    }
    assertEquals(inOrder, taken, "each once, and by weight from batch to batch");
    assertEquals(batches, batches(rows, weights, maxItems, maxWeight));
  }

  @Property(tries = 300)
  void aBatchEndsOnlyWhereTheNextItemIsTooMuch(
      @ForAll("weights") List<Long> weights,
      @ForAll @IntRange(max = 5) int maxItems,
      @ForAll("maxWeights") long maxWeight) {
    List<List<Integer>> batches = batches(weights, maxItems, maxWeight);
    for (int i = 1; i < batches.size(); i++) {
      int next = Collections.min(batches.get(i), Comparator.comparing(weights::get));
      List<Integer> longer = new ArrayList<>(batches.get(i - 1));
      longer.add(next);
      assertTrue(
          weight(longer, weights).compareTo(BigInteger.valueOf(maxWeight)) > 0
              || maxItems > 0 && longer.size() > maxItems,
          longer + " is not too much");
    }
  }

  @Test
  void thereAreAtMostSoManyInABatchHoweverLight() {
    assertEquals(
        List.of(List.of(1, 3), List.of(2, 4), List.of(0)),
        batches(List.of(9L, 2L, 4L, 2L, 4L), 2, Long.MAX_VALUE));
  }

  @Test
  void whatIsOnlyCountedIsCutInOrder() {
    Rows rows = Rows.all(512, 7);
    assertEquals(
        List.of(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6)), lists(Batches.of(rows, 3)));
    assertEquals(List.of(List.of(0, 1, 2, 3, 4, 5, 6)), lists(Batches.of(rows, 7)));
    rows.drop(1);
    assertEquals(List.of(List.of(0, 2, 3), List.of(4, 5, 6)), lists(Batches.of(rows, 3)));
    assertEquals(List.of(), Batches.of(rows.when(false), 3));
  }

  @Test
  void aRowDroppedMeanwhileIsInNoBatchAnyMore() {
    Rows rows = Rows.all(0, 4);
    List<Rows> batches =
        Batches.of(
            rows, column(List.of(1L, 2L, 2L, 1L)), 0, 2, weight -> weight, BatchesTest::refuse);
    rows.drop(3);
    assertEquals(List.of(List.of(0), List.of(1), List.of(2)), lists(batches));
    batches.get(1).failFrom(1, new IllegalStateException());
    assertEquals(List.of(List.of(0), List.of(), List.of()), lists(batches));
  }

  @Test
  void anItemThatCannotBeWeighedIsToldAndInNoBatch() {
    Rows rows = Rows.all(512, 4);
    Column<Long> column =
        Column.over("text", Rows.all(512, 4), new Object[] {1L, -3L, null, 2L}, 0);
    List<String> told = new ArrayList<>();
    List<Rows> batches =
        Batches.of(
            rows,
            column,
            0,
            2,
            new Light(),
            (thrown, row) -> {
              told.add(row + " " + thrown.getClass().getSimpleName());
              if (row == 1) {
                told.add(thrown.getMessage());
              }
              rows.drop(row);
            });
    assertEquals(List.of(List.of(0), List.of(3)), lists(batches));
    assertEquals(
        List.of(
            "1 IllegalArgumentException",
            Light.class.getName() + " weighs \"text\" of item 513 as -3; a weight is at least 0",
            "2 NullPointerException"),
        told);
  }

  @Test
  void rowsOfTheSameItemAreCutByItsWeight() {
    Rows rows = Rows.all(0, 5);
    assertEquals(
        List.of(List.of(0, 1), List.of(2, 3), List.of(4)),
        lists(Batches.ofSame(rows, "text", 4L, 0, 8, weight -> weight, BatchesTest::refuse)));
    List<Integer> told = new ArrayList<>();
    assertEquals(
        List.of(),
        Batches.ofSame(rows, "text", -3L, 0, 8, new Light(), (thrown, row) -> told.add(row)));
    assertEquals(List.of(0, 1, 2, 3, 4), told);
  }

  private static final class Light implements Weigher<Long> {
    @Override
    public long weigh(Long item) {
      return item;
    }
  }

  @Provide
  Arbitrary<List<Long>> weights() {
    Arbitrary<Long> weight =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 12), Arbitraries.of(Long.MAX_VALUE, 1L << 62));
    return weight.list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<Long> maxWeights() {
    return Arbitraries.of(0L, 1L, 10L, 100L, Long.MAX_VALUE);
  }
}
