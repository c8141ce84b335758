package dev.millrace.processor.plan;

import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.model.TypeRef;
import java.util.List;
import java.util.Map;

/**
 * A pipeline, ready to be written down.
 *
 * @param inputs what comes from outside, in the order of the stages
 * @param steps what is computed, in an order in which it can run
 * @param outputs the outputs in the order of their declaration
 * @param thrown for each output, the checked exceptions of what it needs
 */
public record ExecutionPlan(
    PipelineModel pipeline,
    List<Input> inputs,
    List<Step> steps,
    List<Step> outputs,
    Map<String, List<TypeRef>> thrown) {
  public ExecutionPlan {
    inputs = List.copyOf(inputs);
    steps = List.copyOf(steps);
    outputs = List.copyOf(outputs);
    thrown = Map.copyOf(thrown);
  }

  /** A value from outside, and the methods that read it. */
  public record Input(String name, TypeRef type, List<String> readers) {
    public Input {
      readers = List.copyOf(readers);
    }
  }
}
