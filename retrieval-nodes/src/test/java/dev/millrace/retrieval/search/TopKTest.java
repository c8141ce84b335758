package dev.millrace.retrieval.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TopKTest {
  @Property(tries = 500)
  void keepsWhatSortingWouldPutFirst(
      @ForAll @Size(max = 300) List<@IntRange(min = -5, max = 5) Integer> scores,
      @ForAll @IntRange(min = 1, max = 200) int k) {
    TopK top = new TopK(k);
    for (int ordinal = 0; ordinal < scores.size(); ordinal++) {
      top.offer(ordinal, scores.get(ordinal));
    }
    int[] expected =
        IntStream.range(0, scores.size())
            .boxed()
            .sorted(Comparator.comparing((Integer ordinal) -> -scores.get(ordinal)))
            .limit(k)
            .mapToInt(Integer::intValue)
            .toArray();
    assertArrayEquals(expected, top.ordinals());
  }
}
