package dev.millrace.processor.picture;

import dev.millrace.processor.plan.ExecutionPlan;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** A form in which a plan can be written to a file. */
public enum PlanFormat {
  JSON(".plan.json", PlanJson::of),
  MERMAID(".mmd", PlanMermaid::of),
  DOT(".dot", PlanDot::of);

  private final String extension;
  private final Function<ExecutionPlan, String> writer;

  PlanFormat(String extension, Function<ExecutionPlan, String> writer) {
    this.extension = extension;
    this.writer = writer;
  }

  /** Returns the format of that very name. */
  public static Optional<PlanFormat> named(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
  }

  /** Returns what the file's name ends with, {@code .plan.json}. */
  public String extension() {
    return extension;
  }

  /** Returns the plan as text. */
  public String write(ExecutionPlan plan) {
    return writer.apply(plan);
  }
}
