package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.TooManyItemsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class KeptTest {
  private static Outcome.Failed<?> failure(int item) {
    return new Outcome.Failed<>("labels.label", item, Map.of(), new IllegalStateException());
  }

  @Test
  void listsEachOutputInTheOrderOfTheItems() {
    Kept kept = new Kept(2, 3, false);
    for (int item : List.of(2, 0, 1)) {
      kept.keep(0, item, "a" + item);
      kept.keep(1, item, item);
    }
    assertEquals(List.of("a0", "a1", "a2"), kept.<String>list(0));
    assertEquals(List.of(0, 1, 2), kept.<Integer>list(1));
  }

  @Test
  void listsNullWhereThatIsAValue() {
    Kept kept = new Kept(1, 2, true);
    kept.keep(0, 1, "b");
    assertEquals(Arrays.asList(null, "b"), kept.<@Nullable String>list(0));
    assertEquals(
        List.of(new Outcome.Ok<>(null), new Outcome.Ok<>("b")), kept.<@Nullable String>outcomes(0));
  }

  @Test
  void givesListsThatCannotBeChanged() {
    Kept kept = new Kept(1, 1, true);
    kept.keep(0, 0, new ArrayList<>(List.of("a")));
    List<List<?>> lists =
        List.of(
            kept.list(0), kept.flat(0, "labels"), kept.outcomes(0), kept.flatOutcomes(0, "labels"));
    for (List<?> list : lists) {
      assertEquals(1, list.size());
      assertInstanceOf(RandomAccess.class, list);
      assertThrows(UnsupportedOperationException.class, () -> list.remove(0));
      assertThrows(UnsupportedOperationException.class, list::clear);
    }
  }

  /**
   * The oracle: a loop over the items. A list stands for an item that was kept, null for one lost.
   */
  @Property(tries = 300)
  void outcomesAreInTheirPlaces(
      @ForAll @Size(max = 20) List<@Size(max = 3) List<Integer>> items,
      @ForAll @Size(min = 20, max = 20) List<Boolean> lost) {
    Kept kept = new Kept(1, items.size(), true);
    List<Object> whole = new ArrayList<>();
    List<Object> flat = new ArrayList<>();
    for (int item = 0; item < items.size(); item++) {
      if (lost.get(item)) {
        Outcome.Failed<?> failure = failure(item);
        kept.lose(item, failure);
        whole.add(failure);
        flat.add(failure);
      } else {
        kept.keep(0, item, items.get(item));
        whole.add(new Outcome.Ok<>(items.get(item)));
        items.get(item).forEach(each -> flat.add(new Outcome.Ok<>(each)));
      }
    }
    assertEquals(whole, kept.<List<Integer>>outcomes(0));
    assertEquals(flat, kept.<Integer>flatOutcomes(0, "labels"));
  }

  @Property(tries = 100)
  void flatIsOneListAfterTheOther(
      @ForAll @Size(max = 20) List<@Size(max = 3) List<Integer>> items) {
    Kept kept = new Kept(1, items.size(), false);
    for (int item = 0; item < items.size(); item++) {
      kept.keep(0, item, items.get(item));
    }
    assertEquals(items.stream().flatMap(List::stream).toList(), kept.<Integer>flat(0, "labels"));
  }

  @Test
  void whatNoListHoldsIsNotCopied() {
    List<Integer> half = Collections.nCopies(1 << 30, 7);
    Kept kept = new Kept(1, 3, true);
    kept.keep(0, 0, half);
    kept.lose(1, failure(1));
    kept.keep(0, 2, half);
    String message =
        " combines its lists to at least 2147483649 items, more than a list can hold; map over"
            + " parts of them";
    assertEquals(
        "\"labels\"" + message,
        assertThrows(TooManyItemsException.class, () -> kept.flatOutcomes(0, "labels"))
            .getMessage());
    Kept strict = new Kept(1, 2, false);
    strict.keep(0, 0, half);
    strict.keep(0, 1, half);
    assertThrows(TooManyItemsException.class, () -> strict.flat(0, "labels"));
  }

  @Test
  void aLostItemIsLostForEveryOutput() {
    Kept kept = new Kept(2, 2, true);
    Outcome.Failed<?> failure = failure(1);
    kept.lose(1, failure);
    assertSame(failure, kept.outcomes(0).get(1));
    assertSame(failure, kept.outcomes(1).get(1));
  }
}
