package dev.millrace.retrieval.maxsim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunPlanTest {
  private final Slab slab = Slab.allocate(3 * RunPlan.MAX_ROWS, 2);

  @Test
  void gathersNeighboursInTheOrderOfTheirRows() {
    List<Run> runs =
        RunPlan.of(List.of(slab.rows(20, 5), slab.rows(3, 4), slab.rows(9, 0), slab.rows(10, 10)));
    assertEquals(1, runs.size());
    Run run = runs.get(0);
    assertEquals(3, run.first());
    assertEquals(22, run.rows());
    assertArrayEquals(new int[] {1, 3, 0}, run.documents());
    assertArrayEquals(new int[] {0, 7, 17}, run.starts());
    assertArrayEquals(new int[] {4, 10, 5}, run.lengths());
  }

  @Test
  void beginsANewRunBeyondAGap() {
    int far = 10 + RunPlan.MAX_GAP;
    assertEquals(1, RunPlan.of(List.of(slab.rows(0, 10), slab.rows(far, 1))).size());
    assertEquals(2, RunPlan.of(List.of(slab.rows(0, 10), slab.rows(far + 1, 1))).size());
  }

  @Test
  void beginsANewRunWhereOneIsFull() {
    List<Embedding> tokens = IntStream.range(0, RunPlan.MAX_ROWS + 1).mapToObj(slab::row).toList();
    List<Run> runs = RunPlan.of(tokens);
    assertEquals(List.of(RunPlan.MAX_ROWS, 1), runs.stream().map(Run::rows).toList());
  }

  @Test
  void givesALongDocumentARunOfItsOwn() {
    List<Run> runs =
        RunPlan.of(
            List.of(slab.rows(0, 1), slab.rows(1, RunPlan.MAX_ROWS + 5), slab.rows(2100, 1)));
    assertEquals(List.of(1, RunPlan.MAX_ROWS + 5, 1), runs.stream().map(Run::rows).toList());
  }

  @Test
  void neverMixesSlabs() {
    Slab other = Slab.allocate(4, 2);
    List<Run> runs = RunPlan.of(List.of(slab.row(0), other.row(1), slab.row(1)));
    assertEquals(2, runs.size());
    assertSame(slab, runs.get(0).slab());
    assertArrayEquals(new int[] {0, 2}, runs.get(0).documents());
    assertSame(other, runs.get(1).slab());
  }

  @Test
  void reachesToTheEndOfTheLongestOfTwoThatOverlap() {
    List<Run> runs = RunPlan.of(List.of(slab.rows(0, 50), slab.rows(10, 5), slab.rows(60, 5)));
    assertEquals(1, runs.size());
    assertEquals(65, runs.get(0).rows());
  }
}
