package dev.millrace.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.ProgressSnapshot;
import dev.millrace.runtime.RunInfo;
import dev.millrace.runtime.RunObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExecutionsTest {
  private final Executions executions = new Executions();

  private static ScoredPipeline.Inputs inputs(List<String> texts) {
    return ScoredPipeline.inputs().texts(texts).scorer(String::length);
  }

  @Test
  void countsItemsAndCalls() {
    try (var pipeline = ScoredPipeline.builder().listener(executions).build()) {
      assertEquals(300, pipeline.total(inputs(Collections.nCopies(300, "a"))));
    }
    assertEquals(300, executions.of("scores"));
    assertEquals(1, executions.calls("scores"));
    assertEquals(300, executions.of("scores.length"));
    assertEquals(2, executions.calls("scores.length"), "the twin, 256 and 44 items");
    assertEquals(1, executions.of("total"));
    executions.assertRan("total", "scores", "scores.score");
    executions.assertDidNotRun("unheardOf");
    assertEquals(
        "what ran: scores (300 items in 1 call), scores.length (300 items in 2 calls),"
            + " scores.score (300 items in 2 calls), total (1 item in 1 call)",
        executions.toString());
  }

  @Test
  void addsUpRunsUntilItIsReset() {
    try (var pipeline = ScoredPipeline.builder().listener(executions).build()) {
      pipeline.run(inputs(List.of("a", "b")));
      pipeline.run(inputs(List.of("a")));
      assertEquals(3, executions.of("scores.score"));
      assertEquals(2, executions.calls("doubled"));
      executions.reset();
      assertEquals("nothing ran", executions.toString());
      assertEquals(2, pipeline.doubled(inputs(List.of("a"))));
      executions.assertRan("doubled");
      executions.assertDidNotRun("total", "scores", "scores.score");
    }
  }

  @Test
  void failsWhereANodeRanThatShouldNot() {
    try (var pipeline = ScoredPipeline.builder().listener(executions).build()) {
      pipeline.run(inputs(List.of("a", "b")));
    }
    assertEquals(
        "\"scores.score\" ran: 2 items in 1 call",
        assertThrows(AssertionError.class, () -> executions.assertDidNotRun("scores.score"))
            .getMessage());
  }

  @Test
  void failsWhereANodeDidNotRunAndGuessesWhatWasMeant() {
    try (var pipeline = ScoredPipeline.builder().listener(executions).build()) {
      pipeline.total(inputs(List.of("a")));
    }
    AssertionError error =
        assertThrows(AssertionError.class, () -> executions.assertRan("total", "score"));
    assertTrue(error.getMessage().startsWith("\"score\" did not run; what ran: "));
    assertTrue(error.getMessage().endsWith(". Did you mean \"scores.score\"?"));
    for (String slip : List.of("totl", "length", "scores.scor")) {
      assertThrows(AssertionError.class, () -> executions.of(slip), slip);
      assertThrows(AssertionError.class, () -> executions.calls(slip), slip);
      assertThrows(AssertionError.class, () -> executions.assertDidNotRun(slip), slip);
    }
  }

  @Test
  void knowsEveryNodeOfAPipelineThatItIsToldOf() {
    try (var pipeline = ScoredPipeline.builder().listener(executions).build()) {
      executions.describedBy(pipeline.describe());
      pipeline.doubled(inputs(List.of("a")));
    }
    executions.assertDidNotRun("scores", "scores.length", "scores.score", "total");
    assertEquals(
        "there is no node \"missing\"; known are doubled, scores, scores.length, scores.score, total",
        assertThrows(AssertionError.class, () -> executions.assertDidNotRun("missing"))
            .getMessage());
  }

  @Test
  void hearsOfAMapOverNothing() {
    try (var pipeline = ScoredPipeline.builder().listener(executions).build()) {
      pipeline.total(inputs(List.of()));
    }
    executions.assertRan("scores");
    assertEquals(0, executions.of("scores"));
  }

  @Test
  void passesEveryEventOn() {
    List<String> heard = new ArrayList<>();
    RunObserver other =
        new RunObserver() {
          @Override
          public void finished(Duration elapsed) {
            heard.add("finished");
          }

          @Override
          public void failed(Throwable failure) {
            heard.add("failed " + failure.getMessage());
          }

          @Override
          public void nodeStarted(String node) {
            heard.add("node " + node);
          }

          @Override
          public void nodeFinished(String node, long items, Duration elapsed) {
            heard.add("node " + node + " " + items);
          }

          @Override
          public void batchFinished(String node, long size, Duration elapsed) {
            heard.add("batch " + node + " " + size);
          }

          @Override
          public void mapStarted(String map, long items, long parents) {
            heard.add("map " + map + " " + items + " of " + parents);
          }

          @Override
          public void mapAdvanced(String map, long done, long items, long failed) {
            heard.add("map " + map + " " + done + "/" + items + " " + failed);
          }
        };
    Executions beside =
        Executions.beside(
            run -> {
              heard.add("run of " + run.pipeline());
              return other;
            });
    try (var pipeline = ScoredPipeline.builder().listener(beside).build()) {
      pipeline.total(inputs(List.of("a")));
      RunObserver failing = beside.runStarted(new FailedRun());
      failing.failed(new IllegalStateException("x"));
    }
    assertEquals(
        List.of(
            "run of Scored",
            "map scores 1 of 1",
            "batch scores.length 1",
            "node scores.length 1",
            "node scores.score 1",
            "map scores 1/1 0",
            "node scores 1",
            "node total",
            "node total 1",
            "finished",
            "run of Failed",
            "failed x"),
        heard);
    assertEquals(1, beside.of("total"));
    beside.assertRan("scores");
  }

  private record FailedRun() implements RunInfo {
    @Override
    public long id() {
      return 0;
    }

    @Override
    public String pipeline() {
      return "Failed";
    }

    @Override
    public @Nullable RunInfo around() {
      return null;
    }

    @Override
    public ProgressSnapshot progress() {
      return new ProgressSnapshot(Duration.ZERO, List.of(), List.of());
    }
  }

  @Test
  void countsWhatManyThreadsRun() {
    try (var pipeline = ScoredPipeline.builder().listener(executions).build()) {
      IntStream.range(0, 64)
          .parallel()
          .forEach(run -> pipeline.total(inputs(List.of("a", "b", "c"))));
    }
    assertEquals(3 * 64, executions.of("scores.score"));
    assertEquals(64, executions.calls("total"));
  }
}
