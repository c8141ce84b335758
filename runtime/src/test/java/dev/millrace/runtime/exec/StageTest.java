package dev.millrace.runtime.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.exec.StreamedRun.Plan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StageTest {
  private static final int SLOTS = 4;

  /** As if so many chunks had passed: neither an index nor a comparison takes them for an int's. */
  @Test
  void passesMoreChunksThanAnIntCounts() {
    for (long wrap : new long[] {1L << 31, 1L << 32, 1L << 62}) {
      List<Long> worked = new ArrayList<>();
      List<Plan<Long>> plans = List.of(new Plan<>(worked::add, 2));
      StreamedRun<Long> run = new StreamedRun<>(SLOTS, plans);
      long first = wrap - SLOTS;
      Stage<Long> stage = new Stage<>(run, () -> wrap + SLOTS - 1, plans.get(0), SLOTS);
      stage.passed.set(first - 1);
      List<Long> expected = new ArrayList<>();
      for (long chunk = first; chunk < wrap + SLOTS; chunk += 2) {
        run.slot(chunk).chunk = chunk;
        run.slot(chunk + 1).chunk = chunk + 1;
        stage.resolve(chunk + 1); // the other lane was faster
        assertEquals(chunk - 1, stage.passed.get());
        stage.resolve(chunk);
        assertEquals(chunk + 1, stage.passed.get());
        expected.addAll(List.of(chunk + 1, chunk));
      }
      assertEquals(expected, worked);
      assertTrue(stage.hasCome(wrap));
      assertFalse(stage.hasCome(wrap + SLOTS));
    }
  }
}
