package dev.millrace.processor.validate;

import static dev.millrace.processor.testing.Declared.HERE;
import static dev.millrace.processor.testing.Declared.node;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.report.Problem;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.testing.Declared;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Closed pipelines of nodes {@code a}, {@code b(a)}, {@code c(b)}, {@code d(a)}. */
final class UnusedNodeRuleTest {
  private static final List<NodeModel> MEMBERS =
      List.of(node("a", "text"), node("b", "a"), node("c", "b"), node("d", "a"));

  private static List<String> unused(String... outputs) {
    return unused(List.of(), outputs);
  }

  private static List<String> unused(List<Set<String>> included, String... outputs) {
    PipelineModel pipeline =
        new PipelineModel(
            ClassRef.of("t", "P"),
            true,
            List.copyOf(MEMBERS),
            Optional.of(
                new PipelineModel.Closing(
                    List.of(),
                    Stream.of(outputs).map(each -> new PipelineModel.Listed(each, HERE)).toList(),
                    HERE)),
            included,
            List.of(),
            List.of(),
            false,
            true,
            HERE);
    Graph graph = Declared.graph(MEMBERS);
    Problems problems = new Problems();
    UnusedNodeRule.check(pipeline, graph, graph.shownBy(pipeline), problems);
    assertTrue(problems.isSound());
    assertTrue(problems.all().stream().allMatch(each -> each.origin() == pipeline.origin()));
    return problems.all().stream().map(Problem::text).toList();
  }

  @Test
  void whatIsWantedAndWhatItNeedsIsUsed() {
    assertEquals(List.of(), unused("c", "d"));
  }

  @Test
  void whatNoOutputNeedsIsNot() {
    assertEquals(
        List.of(
            "[NodeUnused] no output of P needs \"c\" (Nodes#c(int)), so it never runs; add it to"
                + " the outputs, or list its class no more",
            "[NodeUnused] no output of P needs \"d\" (Nodes#d(int)), so it never runs; add it to"
                + " the outputs, or list its class no more"),
        unused("b"));
  }

  @Test
  void whatComesWithAnIncludedPipelineIsUsedIfAnythingOfItIs() {
    assertEquals(List.of(), unused(List.of(Set.of("b", "c"), Set.of("a", "d")), "b"));
    assertEquals(2, unused(List.of(Set.of("c", "d")), "b").size());
  }

  @Test
  void anOpenPipelineUsesAll() {
    assertEquals(List.of(), unused());
  }
}
