package dev.millrace.processor.picture;

import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;

/** A plan in one line: how much of what there is. */
public final class PlanSummary {
  private int nodes;
  private int uses;
  private int batched;

  private PlanSummary() {}

  /** Returns the line, {@code a.b.Search: 5 nodes, 1 nested use, …}. */
  public static String of(ExecutionPlan plan) {
    PlanSummary summary = new PlanSummary();
    plan.steps().forEach(summary::count);
    return plan.pipeline().type().canonicalName()
        + ": "
        + many(summary.nodes, "node")
        + ", "
        + many(summary.uses, "nested use")
        + ", "
        + many(plan.inputs().size(), "input")
        + ", "
        + many(plan.outputs().size(), "output")
        + ", "
        + many(summary.batched, "step")
        + " in batches";
  }

  /** The one place that tells the kinds of steps apart. */
  private void count(Step step) {
    if (step instanceof Step.Use use) {
      uses++;
      use.region().constant().forEach(this::count);
      for (Region.ItemStep item : use.region().perItem()) {
        batched += item.batched() ? 1 : 0;
        count(item.step());
      }
    } else {
      nodes++;
    }
  }

  private static String many(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
