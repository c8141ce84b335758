package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whose items are whose. */
final class GroupsTest {
  private static Groups of(List<Integer> sizes) {
    int[] ends = new int[sizes.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += sizes.get(i);
      ends[i] = end;
    }
    return new Groups(ends);
  }

  private static List<Integer> left(Rows rows) {
    List<Integer> left = new ArrayList<>();
    for (int row = rows.first(); row >= 0; row = rows.after(row)) {
      left.add(rows.from() + row);
    }
    return left;
  }

  @Property
  void everyItemIsInTheGroupThatHasIt(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> sizes) {
    Groups groups = of(sizes);
    int item = 0;
    for (int group = 0; group < sizes.size(); group++) {
      assertEquals(item, groups.start(group));
      for (int place = 0; place < sizes.get(group); place++) {
        assertEquals(group, groups.of(item));
        assertEquals(place, groups.place(item));
        item++;
      }
      assertEquals(item, groups.end(group));
    }
    assertEquals(item, groups.size());
  }

  @Property
  void whatFailsDropsTheRestOfItsGroupAndNothingElse(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 5) Integer> sizes,
      @ForAll @IntRange(max = 1000) int any,
      @ForAll @IntRange(min = 1, max = 7) int chunkRows) {
    Groups groups = of(sizes);
    int failed = any % groups.size();
    int group = groups.of(failed);
    RuntimeException failure = new RuntimeException();
    for (int from = 0; from < groups.size(); from += chunkRows) {
      Rows rows = Rows.all(from, Math.min(chunkRows, groups.size() - from));
      groups.dropFailed(rows);
      if (failed >= from && failed < from + rows.size()) {
        groups.fail(rows, failed - from, failure);
      }
      List<Integer> expected = new ArrayList<>();
      for (int item = from; item < from + rows.size(); item++) {
        if (groups.of(item) != group || item < failed) {
          expected.add(item);
        }
      }
      assertEquals(expected, left(rows));
    }
    for (int i = 0; i < sizes.size(); i++) {
      assertSame(i == group ? failure : null, groups.failure(i));
    }
  }

  @Property
  void theLowestFailureOfAGroupCounts(
      @ForAll @IntRange(max = 9) int one, @ForAll @IntRange(max = 9) int other) {
    Groups groups = of(List.of(10));
    RuntimeException first = new RuntimeException();
    RuntimeException second = new RuntimeException();
    groups.fail(Rows.all(0, 10), one, first);
    groups.fail(Rows.all(0, 10), other, second);
    assertSame(other < one ? second : first, groups.failure(0));
  }

  @Property
  void whatIsComputedOnceFailsThoseWhoNeededIt(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 2) Integer> sizes) {
    Groups groups = of(sizes);
    RuntimeException failure = new RuntimeException();
    groups.failAll(failure);
    for (int group = 0; group < sizes.size(); group++) {
      if (sizes.get(group) == 0) {
        assertNull(groups.failure(group));
      } else {
        assertSame(failure, groups.failure(group));
      }
    }
  }
}
