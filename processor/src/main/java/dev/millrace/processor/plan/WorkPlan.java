package dev.millrace.processor.plan;

import dev.millrace.processor.model.KeyShape;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the values of a pipeline, or of a nested use, come about, for its cache: what comes from
 * outside, then the steps.
 *
 * @param outputs the places of what is taken
 * @param firstOfItems the place of the first step that runs for each item
 */
public record WorkPlan(List<Work> works, List<Integer> outputs, int firstOfItems) {
  public WorkPlan {
    works = List.copyOf(works);
    outputs = List.copyOf(outputs);
  }

  /** One value. */
  public sealed interface Work {
    /** Returns how its value is written into keys, if it has to be. */
    default Optional<KeyShape> shape() {
      return Optional.empty();
    }

    /** Returns the type that is written so. */
    default TypeRef type() {
      throw new IllegalStateException("nobody writes " + this);
    }
  }

  /**
   * A value from outside whose key is its own.
   *
   * @param isByValue whether somebody's key depends on what it is
   * @param isByIdentity whether somebody's key depends on which object it is
   * @param isMapped whether somebody maps over it, whose results are as many as its elements
   * @param input what is said of it, of a pipeline's
   */
  public record Value(
      String name,
      TypeRef type,
      Optional<KeyShape> shape,
      boolean each,
      boolean isByValue,
      boolean isByIdentity,
      boolean isMapped,
      Optional<ExecutionPlan.Input> input)
      implements Work {}

  /**
   * A resource from outside of a pipeline.
   *
   * @param keyless why its generated handle has no key; empty if it may have one
   */
  public record Handle(String name, String keyless) implements Work {}

  /** A value from outside of a nested use, which has its key there. */
  public record Outer(String name) implements Work {}

  /**
   * A node.
   *
   * @param reads the places of what is in its key
   * @param unkeyed the places of what it reads besides
   * @param ignored the parameters that are in no key
   * @param keyless why it has no key; empty if it has
   * @param isCostly whether its results are worth keeping, whatever they cost
   */
  public record Node(
      Step.Call call,
      List<Integer> reads,
      List<Integer> unkeyed,
      List<String> ignored,
      String keyless,
      boolean isCostly,
      Optional<KeyShape> shape)
      implements Work {
    public Node {
      reads = List.copyOf(reads);
      unkeyed = List.copyOf(unkeyed);
      ignored = List.copyOf(ignored);
    }

    @Override
    public TypeRef type() {
      return call.type();
    }
  }

  /** A component of a record, or a choice. */
  public record Part(Step step, List<Integer> reads, Optional<KeyShape> shape) implements Work {
    public Part {
      reads = List.copyOf(reads);
    }

    @Override
    public TypeRef type() {
      return step.type();
    }
  }

  /**
   * A nested use.
   *
   * @param reads for each value inside, the place of that outside
   */
  public record Use(Step.Use use, WorkPlan inner, List<Integer> reads, Optional<KeyShape> shape)
      implements Work {
    public Use {
      reads = List.copyOf(reads);
    }

    @Override
    public TypeRef type() {
      return use.type();
    }
  }

  /** Returns how values are written into keys, here and in nested uses. */
  public List<KeyShape> shapes() {
    List<KeyShape> shapes = new ArrayList<>();
    for (Work work : works) {
      work.shape().filter(KeyShape::isSome).ifPresent(shapes::add);
      if (work instanceof Use use) {
        shapes.addAll(use.inner().shapes());
      }
    }
    return shapes;
  }
}
