package dev.millrace.processor.plan;

import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.model.Stateful;
import dev.millrace.processor.model.TypeRef;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pipeline, ready to be written down.
 *
 * @param inputs what comes from outside: what must be given, in the order of the stages, then what
 *     may be left out
 * @param steps what is computed, in an order in which it can run
 * @param outputs the outputs in the order of their declaration
 * @param thrown for each output, the checked exceptions of what it needs
 * @param notes why steps are not cached
 */
public record ExecutionPlan(
    PipelineModel pipeline,
    List<Input> inputs,
    List<Step> steps,
    List<Step> outputs,
    Map<String, List<TypeRef>> thrown,
    CacheNotes notes) {
  public ExecutionPlan {
    inputs = List.copyOf(inputs);
    steps = List.copyOf(steps);
    outputs = List.copyOf(outputs);
    thrown = Map.copyOf(thrown);
  }

  /** Returns the plan with what is to be said of its cache. */
  public ExecutionPlan with(CacheNotes others) {
    return new ExecutionPlan(pipeline, inputs, steps, outputs, thrown, others);
  }

  /**
   * A value from outside, and the methods that read it.
   *
   * @param defaultValue what it is where it is left out, as the annotation says it
   * @param isEnum whether that is the name of a constant
   * @param nullable whether it may be null, and so be left out
   * @param stateful what is said of it where it is a resource, opened when it is first used
   */
  public record Input(
      String name,
      TypeRef type,
      List<String> readers,
      Optional<String> defaultValue,
      boolean isEnum,
      boolean nullable,
      Optional<Stateful> stateful) {
    public Input {
      readers = List.copyOf(readers);
    }

    /** Returns whether it is opened when it is first used. */
    public boolean isResource() {
      return stateful.isPresent();
    }

    /** Returns whether a run cannot do without. */
    public boolean isRequired() {
      return defaultValue.isEmpty() && !nullable;
    }
  }

  /** Returns the checked exceptions of all outputs. */
  public List<TypeRef> allThrown() {
    return thrown.values().stream()
        .flatMap(List::stream)
        .distinct()
        .sorted(Comparator.comparing(TypeRef::qualified))
        .toList();
  }

  /** Returns the inputs that a run cannot do without. */
  public List<Input> required() {
    return inputs.stream().filter(Input::isRequired).toList();
  }
}
