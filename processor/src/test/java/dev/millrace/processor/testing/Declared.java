package dev.millrace.processor.testing;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Keying;
import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.MethodRef;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Origin;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Traits;
import dev.millrace.processor.model.TypeParameter;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Declarations as the collector would make them, without a compiler. */
public final class Declared {
  /** A place in a source file. */
  public static final Origin HERE = new Place(true, "P");

  private Declared() {}

  private record Place(boolean isSource, String describe) implements Origin {}

  /** Returns what a node reads under a name. */
  public static Port port(String name, TypeRef type) {
    return new Port(name, name, type, type, false, Optional.empty(), Keying.PLAIN, HERE);
  }

  /** Returns a node {@code int name(int read, …)}. */
  public static NodeModel node(String name, String... reads) {
    return node(
        name,
        List.of(),
        Stream.of(reads).map(read -> port(read, TypeRef.Primitive.INT)).toList(),
        TypeRef.Primitive.INT);
  }

  /** Returns a static node of the class {@code t.Nodes}. */
  public static NodeModel node(
      String name, List<TypeParameter> variables, List<Port> ports, TypeRef result) {
    List<TypeRef> types = ports.stream().map(Port::type).toList();
    return new NodeModel(
        name,
        name,
        new MethodRef(ClassRef.of("t", "Nodes"), name, "()V", types, List.of(), true),
        variables,
        ports,
        result,
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        false,
        Traits.PLAIN,
        HERE);
  }

  /** Returns the nodes wired by name; what is missing is left out. */
  public static Graph graph(List<NodeModel> nodes) {
    Map<String, Producer> producers = new LinkedHashMap<>();
    nodes.forEach(
        each -> producers.put(each.output(), new Vertex.Call(each, reads(each), List.of())));
    return new Graph(List.<Member>copyOf(nodes), producers, Map.of(), List.of(), List.of());
  }

  private static List<Read> reads(NodeModel node) {
    return node.ports().stream()
        .map(
            port ->
                new Read(
                    port.name(),
                    port.readAs(),
                    node.output(),
                    node.display(),
                    port.name(),
                    false,
                    Optional.empty(),
                    port.origin()))
        .toList();
  }
}
