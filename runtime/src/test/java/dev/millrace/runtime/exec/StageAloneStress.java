package dev.millrace.runtime.exec;

import dev.millrace.runtime.exec.StreamedRun.Plan;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Whoever sees what a stage of one lane has passed sees what was written there, plainly. */
@JCStressTest
@Outcome(id = "-1, 0", expect = Expect.ACCEPTABLE, desc = "none has passed yet")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "one has, and is written")
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "both have, and both are written")
@State
public class StageAloneStress {
  private final int[] written = new int[2];
  private final Stage<Integer> stage;

  public StageAloneStress() {
    List<Plan<Integer>> plans = List.of(new Plan<>(this::work, 1));
    StreamedRun<Integer> run = new StreamedRun<>(written.length, plans);
    stage = new Stage<>(run, () -> written.length, plans.get(0), written.length);
    for (int chunk = 0; chunk < written.length; chunk++) {
      run.slot(chunk).chunk = chunk;
    }
  }

  private void work(int chunk) {
    written[chunk] = 1;
  }

  @Actor
  public void lane() {
    stage.resolve(stage.claim());
    stage.resolve(stage.claim());
  }

  @Actor
  public void next(II_Result result) {
    result.r1 = (int) stage.passed.get();
    for (int chunk = 0; chunk <= result.r1; chunk++) {
      result.r2 += written[chunk];
    }
  }
}
