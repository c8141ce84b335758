package dev.millrace.processor.resolve;

import dev.millrace.processor.model.KeyPolicy;
import dev.millrace.processor.model.KeyShape;
import dev.millrace.processor.model.KeyTypes;
import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.PathKey;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.resolve.Vertex.Call;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the values of a graph are in keys: what their types are, and what their readers say. */
public final class KeyedNames {
  private final TypeSystem types;
  private final KeyTypes keys;

  public KeyedNames(TypeSystem types, KeyTypes keys) {
    this.types = types;
    this.keys = keys;
  }

  /** A node's parameter that reads a value, be it through nested uses. */
  public record Reader(NodeModel node, Port port) {

    /** Returns whether the value itself is in the node's keys. */
    public boolean isByValue() {
      return node.traits().isPure() && port.keying().policy() == KeyPolicy.AUTO;
    }
  }

  /** Returns the parameters that read a value. */
  public static List<Reader> readers(Graph graph, String name) {
    List<Reader> readers = new ArrayList<>();
    for (Producer producer : graph.producers().values()) {
      if (producer instanceof Call call) {
        call.member().ports().stream()
            .filter(port -> port.name().equals(name))
            .forEach(port -> readers.add(new Reader(call.member(), port)));
      } else if (producer instanceof NestedCall nested) {
        nested.reads().stream()
            .filter(read -> read.name().equals(name))
            .forEach(read -> readers.addAll(readers(nested.inner(), read.inner())));
      }
    }
    return readers;
  }

  /** Returns whether values of a type are in keys themselves: a resource is by its handle. */
  public boolean isValue(TypeRef type) {
    return types.stateful(type.nonNull()).isEmpty()
        && types.asSuper(type, KnownTypes.RESOURCE).isEmpty();
  }

  /** Returns why a resource that the generated handle opens has no key, if it has none. */
  public Optional<KeyShape.None> withoutHandle(TypeRef resource) {
    TypeRef opened =
        types
            .asSuper(resource.nonNull(), KnownTypes.RESOURCE)
            .map(as -> as.arguments().get(0).upperBound())
            .orElse(resource.nonNull());
    return keys.withoutHandle(opened);
  }

  /** Returns how a value is written, with its paths as its readers have them. */
  public KeyShape shape(Graph graph, String name, TypeRef type) {
    Set<PathKey> said = EnumSet.noneOf(PathKey.class);
    for (Reader reader : readers(graph, name)) {
      if (reader.port().keying().paths() != PathKey.UNSAID) {
        said.add(reader.port().keying().paths());
      }
    }
    return said.size() > 1
        ? new KeyShape.None(
            List.of(), "one of its readers says @ByName, and another @ByContent; let them agree")
        : keys.shape(type, said.stream().findFirst().orElse(PathKey.UNSAID));
  }
}
