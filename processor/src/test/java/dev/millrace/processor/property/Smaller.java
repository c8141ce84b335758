package dev.millrace.processor.property;

import dev.millrace.processor.property.Spec.Graph;
import dev.millrace.processor.property.Spec.Scope;
import dev.millrace.processor.testing.CompilerUnderTest;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Looks for a smaller pipeline that fails, too: without one member after the other. */
final class Smaller {
  private static final int MOST = 60;
  private static final int TIMES = 3;

  private final CompilerUnderTest compiler;
  private final Function<Graph, Trial> spelled;
  private final Check check;
  private int left = MOST;

  /** What fails. */
  @FunctionalInterface
  interface Check {
    /** Throws an {@link AssertionError} where the pipeline fails. */
    void of(Askable pipeline, Trial trial, Random random) throws Exception;
  }

  /**
   * @param spelled what writes a pipeline
   */
  Smaller(CompilerUnderTest compiler, Function<Graph, Trial> spelled, Check check) {
    this.compiler = compiler;
    this.spelled = spelled;
    this.check = check;
  }

  /**
   * Returns how the smallest pipeline fails that was found; the first failure, if there is none.
   */
  AssertionError than(Graph graph, AssertionError failure) {
    for (Spec member : graph.scope().members()) {
      Graph smaller = without(graph, member);
      Optional<AssertionError> found = left-- > 0 ? failure(smaller) : Optional.empty();
      if (found.isPresent()) {
        found.get().addSuppressed(failure);
        return than(smaller, found.get());
      }
    }
    return failure;
  }

  private static Graph without(Graph graph, Spec member) {
    List<Spec> members =
        graph.scope().members().stream().filter(each -> !each.equals(member)).toList();
    return new Graph(graph.inputs(), new Scope(members), graph.elsewhere(), graph.way());
  }

  private Optional<AssertionError> failure(Graph graph) {
    Trial trial = spelled.apply(graph);
    Askable pipeline;
    try {
      pipeline = Compiled.of(compiler, List.of(trial)).pipeline(trial);
    } catch (Exception | AssertionError unsound) {
      return Optional.empty(); // something else needs what was left out
    }
    for (int seed = 0; seed < TIMES; seed++) {
      try {
        check.of(pipeline, trial, new Random(seed));
      } catch (AssertionError failure) {
        return Optional.of(failure);
      } catch (Exception other) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
