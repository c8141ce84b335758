package dev.millrace.runtime.exec;

import dev.millrace.runtime.exec.StreamedRun.Plan;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Two lanes claim and resolve neighbours, in a ring that has gone round once: the stage has passed
 * both in the end, and each was worked on once.
 */
@JCStressTest
@Outcome(id = "3, 1, 1", expect = Expect.ACCEPTABLE, desc = "both have passed, each once")
@State
public class StageStress {
  private static final int SLOTS = 2;

  private final int[] works = new int[2 * SLOTS];
  private final Stage<Integer> stage;

  public StageStress() {
    List<Plan<Integer>> plans = List.of(new Plan<>(this::work, 2));
    StreamedRun<Integer> run = new StreamedRun<>(SLOTS, plans);
    stage = new Stage<>(run, () -> works.length, plans.get(0), SLOTS);
    for (int chunk = 0; chunk < SLOTS; chunk++) {
      run.slot(chunk).chunk = chunk;
      stage.resolve(stage.claim());
    }
    for (int chunk = SLOTS; chunk < 2 * SLOTS; chunk++) {
      run.slot(chunk).chunk = chunk;
    }
  }

  private void work(int chunk) {
    works[chunk]++;
  }

  @Actor
  public void oneLane() {
    stage.resolve(stage.claim());
  }

  @Actor
  public void anotherLane() {
    stage.resolve(stage.claim());
  }

  @Arbiter
  public void after(III_Result result) {
    result.r1 = (int) stage.passed.get();
    result.r2 = works[2];
    result.r3 = works[3];
  }
}
