package dev.millrace.runtime.exec;

import dev.millrace.runtime.exec.StreamedRun.Plan;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Whoever sees that a stage has passed a chunk sees what its lanes wrote there, plainly. */
@JCStressTest
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "not both have passed yet")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both have passed, and both are written")
@State
public class StageOrderStress {
  private final int[] written = new int[2];
  private final Stage<Integer> stage;

  public StageOrderStress() {
    List<Plan<Integer>> plans = List.of(new Plan<>(this::work, 2));
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
  public void next(I_Result result) {
    result.r1 = stage.passed.get() == 1 ? written[0] + written[1] : -1;
  }
}
