package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ItemsTest {
  private static Items<Integer> numbers(int size) {
    return new Items<>("number", IntStream.range(0, size).boxed().toArray());
  }

  @Test
  void knowTheirNameAndSize() {
    assertEquals("number", numbers(3).name());
    assertEquals(3, numbers(3).size());
    assertEquals(0, numbers(0).size());
  }

  @Property(tries = 200)
  void sideBySideGiveEachItemItsElement(
      @ForAll @IntRange(max = 600) int size, @ForAll @IntRange(min = 1, max = 300) int chunk) {
    assertEquals(IntStream.range(0, size).boxed().toList(), gathered(numbers(size), size, chunk));
  }

  /** The oracle: the place of an item in two nested loops, the element being of the outer. */
  @Property(tries = 200)
  void ofAProductGiveEachElementAsOftenAsAreInside(
      @ForAll @IntRange(min = 1, max = 20) int size,
      @ForAll @IntRange(min = 1, max = 20) int outside,
      @ForAll @IntRange(min = 1, max = 20) int inside,
      @ForAll @IntRange(min = 1, max = 300) int chunk) {
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < outside; i++) {
      for (int each = 0; each < size; each++) {
        for (int j = 0; j < inside; j++) {
          expected.add(each);
        }
      }
    }
    Items<Integer> items = numbers(size);
    items.repeat(inside);
    assertEquals(expected, gathered(items, outside * size * inside, chunk));
  }

  private static List<Integer> gathered(Items<Integer> items, int size, int chunk) {
    List<Integer> gathered = new ArrayList<>();
    for (int from = 0; from < size; from += chunk) {
      Rows rows = Rows.all(from, Math.min(chunk, size - from));
      gathered.addAll(Column.<Integer>list(items.column(rows), rows));
    }
    for (int item = 0; item < size; item++) {
      assertEquals(gathered.get(item), items.get(item));
    }
    return gathered;
  }

  @Test
  void mayHoldNull() {
    assertNull(new Items<Integer>("number", new Object[] {1, null}).get(1));
  }
}
