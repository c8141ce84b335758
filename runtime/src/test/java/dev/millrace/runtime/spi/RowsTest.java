package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class RowsTest {

  /** Returns the rows as a kernel meets them. */
  static List<Integer> list(Rows rows) {
    List<Integer> list = new ArrayList<>();
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      list.add(row);
    }
    return list;
  }

  @Test
  void allAreThereAtFirst() {
    Rows rows = Rows.all(512, 3);
    assertEquals(512, rows.from());
    assertEquals(3, rows.size());
    assertEquals(3, rows.count());
    assertEquals(List.of(0, 1, 2), list(rows));
    assertFalse(rows.isEmpty());
  }

  @Test
  void aDroppedRowIsPassedOverAndTheChunkStaysAsLong() {
    Rows rows = Rows.all(0, 4);
    rows.drop(1);
    assertEquals(List.of(0, 2, 3), list(rows));
    rows.failFrom(3, new IllegalStateException());
    assertEquals(List.of(0, 2), list(rows));
    rows.failFrom(3, new IllegalStateException());
    assertEquals(2, rows.count());
    assertEquals(4, rows.size());
    rows.failFrom(0, new IllegalStateException());
    assertTrue(rows.isEmpty());
    assertEquals(-1, rows.first());
  }

  @Test
  void aRowMayBeDroppedByThoseWhoStandOnIt() {
    Rows rows = Rows.all(0, 5);
    List<Integer> met = new ArrayList<>();
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      met.add(row);
      if (row == 1) {
        rows.drop(row);
      } else if (row == 3) {
        rows.failFrom(row, new IllegalStateException());
      }
    }
    assertEquals(List.of(0, 1, 2, 3), met);
    assertEquals(List.of(0, 2), list(rows));
  }

  @Test
  void whatIsDroppedOfASelectionIsDroppedOfAllTheOthers() {
    Rows rows = Rows.all(0, 6);
    Rows even = rows.where(row -> row % 2 == 0);
    Rows high = rows.where(row -> row > 1);
    Rows both = even.where(row -> row > 1);
    Rows either = even.or(high);
    even.drop(2);
    assertEquals(List.of(0, 1, 3, 4, 5), list(rows));
    assertEquals(List.of(0, 4), list(even));
    assertEquals(List.of(3, 4, 5), list(high));
    assertEquals(List.of(4), list(both));
    assertEquals(List.of(0, 3, 4, 5), list(either));
    both.failFrom(4, new IllegalStateException());
    assertEquals(List.of(0, 1, 3), list(rows));
    assertEquals(List.of(0, 3), list(either));
    assertTrue(both.isEmpty());
  }

  @Test
  void aConditionIsAskedOnlyOfTheRowsThatAreLeft() {
    Rows rows = Rows.all(0, 4);
    rows.drop(2);
    List<Integer> asked = new ArrayList<>();
    rows.where(
            row -> {
              asked.add(row);
              return row > 0;
            })
        .where(
            row -> {
              asked.add(row);
              return true;
            });
    assertEquals(List.of(0, 1, 3, 1, 3), asked);
  }

  @Test
  void whenIsAllOrNothing() {
    Rows rows = Rows.all(0, 3);
    assertEquals(List.of(0, 1, 2), list(rows.when(true)));
    assertEquals(List.of(), list(rows.when(false)));
    assertEquals(List.of(0, 1, 2), list(rows.when(false).or(rows.when(true))));
    assertEquals(List.of(), list(rows.when(false).or(rows.when(false))));
  }

  @Test
  void selectionsKnowTheChunk() {
    Rows some = Rows.all(256, 10).where(row -> row == 9);
    assertEquals(256, some.from());
    assertEquals(10, some.size());
    assertEquals(1, some.count());
    assertEquals(256, some.or(some.when(false)).from());
  }

  /** The oracle: sets that every drop is taken from. */
  @Property(tries = 500)
  void areSetsThatLoseWhatIsDropped(
      @ForAll @IntRange(min = 1, max = 256) int size,
      @ForAll @Size(max = 30) List<@IntRange(max = 5) Integer> steps,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Rows> selections = new ArrayList<>(List.of(Rows.all(1000, size)));
    List<Set<Integer>> sets = new ArrayList<>(List.of(new TreeSet<>(list(selections.get(0)))));
    for (int step : steps) {
      int at = random.nextInt(selections.size());
      Rows rows = selections.get(at);
      Set<Integer> set = sets.get(at);
      int row = random.nextInt(size);
      switch (step) {
        case 0 -> {
          rows.drop(row);
          sets.forEach(each -> each.remove(row));
        }
        case 1 -> {
          rows.failFrom(row, new IllegalStateException());
          sets.forEach(each -> each.removeIf(other -> other >= row));
        }
        case 2 -> {
          int modulus = 1 + random.nextInt(4);
          selections.add(rows.where(each -> each % modulus == 0));
          sets.add(new TreeSet<>(set.stream().filter(each -> each % modulus == 0).toList()));
        }
        case 3 -> {
          boolean condition = random.nextBoolean();
          selections.add(rows.when(condition));
          sets.add(condition ? new TreeSet<>(set) : new TreeSet<>());
        }
        case 4 -> {
          int other = random.nextInt(selections.size());
          selections.add(rows.or(selections.get(other)));
          Set<Integer> either = new TreeSet<>(set);
          either.addAll(sets.get(other));
          sets.add(either);
        }
        default -> {
          BitSet some = new BitSet();
          set.stream().filter(each -> each >= row).forEach(some::set);
          selections.add(rows.only(some));
          sets.add(new TreeSet<>(set.stream().filter(each -> each >= row).toList()));
        }
      }
      for (int i = 0; i < sets.size(); i++) {
        assertEquals(List.copyOf(sets.get(i)), list(selections.get(i)));
        assertEquals(sets.get(i).size(), selections.get(i).count());
        assertEquals(sets.get(i).isEmpty(), selections.get(i).isEmpty());
      }
    }
  }
}
