package dev.millrace.runtime.cache.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SizesTest {
  private final Sizes.Estimate estimate = new Sizes().of("node");

  @Test
  void manyAreMeasuredAtFirstAndThenOneIn64() {
    List<Integer> measured = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      if (estimate.isNextMeasured()) {
        measured.add(i);
      }
    }
    assertEquals(List.of(0, 1, 2, 4, 8, 16, 32, 64, 128, 192, 256), measured);
  }

  @Test
  void theEstimateFollowsWhatIsMeasured() {
    assertEquals(0, estimate.mean());
    estimate.measured(100);
    assertEquals(100, estimate.mean());
    assertEquals(500, estimate.measured(500));
    assertEquals(200, estimate.mean());
    for (int i = 0; i < 50; i++) {
      estimate.measured(20);
    }
    assertEquals(20, estimate.mean(), 4);
  }

  @Test
  void aNodeHasOne() {
    Sizes sizes = new Sizes();
    assertSame(sizes.of("a"), sizes.of("a"));
    sizes.of("a").measured(5);
    assertEquals(0, sizes.of("b").mean());
  }
}
