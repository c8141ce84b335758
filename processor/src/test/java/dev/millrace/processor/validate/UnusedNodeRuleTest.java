package dev.millrace.processor.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.MethodRef;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Origin;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Traits;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Problem;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Closed pipelines of nodes {@code a}, {@code b(a)}, {@code c(b)}, {@code d(a)}. */
final class UnusedNodeRuleTest {
  private static final Origin HERE =
      new Origin() {
        @Override
        public boolean isSource() {
          return true;
        }

        @Override
        public String describe() {
          return "P";
        }
      };
  private static final List<NodeModel> MEMBERS =
      List.of(node("a", "text"), node("b", "a"), node("c", "b"), node("d", "a"));

  private static NodeModel node(String name, String... reads) {
    List<Port> ports =
        Stream.of(reads)
            .map(
                read ->
                    new Port(
                        read,
                        read,
                        TypeRef.Primitive.INT,
                        TypeRef.Primitive.INT,
                        false,
                        Optional.empty(),
                        HERE))
            .toList();
    List<TypeRef> types = ports.stream().map(Port::type).toList();
    return new NodeModel(
        name,
        name,
        new MethodRef(ClassRef.of("t", "Nodes"), name, types, List.of(), true),
        List.of(),
        ports,
        TypeRef.Primitive.INT,
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        false,
        Traits.PLAIN,
        HERE);
  }

  private static List<Read> reads(NodeModel node) {
    return node.ports().stream()
        .map(
            port ->
                new Read(
                    port.name(),
                    port.type(),
                    node.output(),
                    node.display(),
                    port.name(),
                    false,
                    Optional.empty(),
                    HERE))
        .toList();
  }

  private static List<String> unused(String... outputs) {
    PipelineModel pipeline =
        new PipelineModel(
            ClassRef.of("t", "P"),
            true,
            List.copyOf(MEMBERS),
            Optional.of(new PipelineModel.Closing(List.of(), List.of(outputs))),
            List.of(),
            List.of(),
            false,
            true,
            HERE);
    Map<String, Producer> producers = new LinkedHashMap<>();
    MEMBERS.forEach(
        each -> producers.put(each.output(), new Vertex.Call(each, reads(each), List.of())));
    Graph graph = new Graph(List.copyOf(MEMBERS), producers, Map.of(), List.of(), List.of());
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
  void anOpenPipelineUsesAll() {
    assertEquals(List.of(), unused());
  }
}
