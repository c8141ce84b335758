package dev.millrace.processor.validate;

import dev.millrace.processor.model.CachePolicy;
import dev.millrace.processor.model.KeyPolicy;
import dev.millrace.processor.model.KeyShape.None;
import dev.millrace.processor.model.KeyTypes;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.KeyedNames;
import dev.millrace.processor.resolve.Read;
import dev.millrace.processor.resolve.Vertex.Call;
import dev.millrace.processor.resolve.Vertex.Input;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be cached because something has no key: what comes from outside, the result of a node
 * that is never kept, the elements of a list that is mapped. It is said of the parameters that read
 * it; of a node below, only if it is to be kept.
 */
final class KeyRule {
  private final KeyedNames names;

  KeyRule(TypeSystem types, KeyTypes keys) {
    this.names = new KeyedNames(types, keys);
  }

  void check(Graph graph, Problems problems) {
    Scope scope = new Scope();
    for (Input input : graph.inputs()) {
      if (!names.isValue(input.type())) {
        names
            .withoutHandle(input.type())
            .ifPresent(none -> scope.handles.put(input.name(), none.toString()));
      } else if (names.shape(graph, input.name(), input.type()) instanceof None none) {
        scope.open.put(input.name(), none.toString());
      }
    }
    check(graph, scope, problems);
  }

  /** What has no key in one graph, and why: by itself, or because of what it is computed from. */
  private static final class Scope {
    final Map<String, String> open = new HashMap<>();
    final Map<String, String> below = new HashMap<>();

    /** Resources whose handles have none: the class itself has the warning. */
    final Map<String, String> handles = new HashMap<>();

    @Nullable String of(String name) {
      String own = open.get(name);
      return own == null ? below.get(name) : own;
    }

    boolean isAt(String name) {
      return open.containsKey(name) || handles.containsKey(name);
    }
  }

  private void check(Graph graph, Scope scope, Problems problems) {
    for (Producer producer : graph.order()) {
      if (producer instanceof Call call) {
        check(graph, call, scope, problems);
      } else if (producer instanceof NestedCall nested) {
        check(graph, nested, scope, problems);
      } else {
        first(producer, scope).ifPresent(why -> scope.below.put(producer.name(), why));
      }
    }
  }

  private static Optional<String> first(Producer producer, Scope scope) {
    return producer.reads().stream()
        .flatMap(read -> Optional.ofNullable(scope.of(read.name())).stream())
        .findFirst();
  }

  private void check(Graph graph, Call call, Scope scope, Problems problems) {
    NodeModel node = call.member();
    boolean isCut = !node.traits().isPure() || node.traits().cutOff();
    if (isCut && names.shape(graph, call.name(), call.type()) instanceof None none) {
      scope.open.put(call.name(), none.toString());
      if (node.traits().cutOff()) {
        problems.add(Message.NO_KEY, node.origin(), node.display(), call.name(), none);
      }
    }
    if (!node.traits().isPure()) {
      return;
    }
    boolean isStored = node.traits().cache() == CachePolicy.STORE;
    for (Port port : node.ports()) {
      String why = scope.of(port.name());
      if (why == null) {
        why = scope.handles.get(port.name());
      }
      if (why == null || port.keying().policy() != KeyPolicy.AUTO) {
        continue;
      }
      if (isStored) {
        problems.add(
            Message.NO_KEY,
            scope.isAt(port.name()) ? port.origin() : node.origin(),
            node.display(),
            port.name(),
            why);
      } else if (scope.open.containsKey(port.name())) {
        problems.add(Message.NOT_CACHED, port.origin(), node.display(), port.name(), why);
      }
      if (!isCut) {
        scope.below.putIfAbsent(call.name(), why);
      }
    }
  }

  private void check(Graph graph, NestedCall nested, Scope scope, Problems problems) {
    Scope inner = new Scope();
    for (Read read : nested.reads()) {
      Optional.ofNullable(scope.open.get(read.name()))
          .ifPresent(why -> inner.open.put(read.inner(), why));
      Optional.ofNullable(scope.below.get(read.name()))
          .ifPresent(why -> inner.below.put(read.inner(), why));
      Optional.ofNullable(scope.handles.get(read.name()))
          .ifPresent(why -> inner.handles.put(read.inner(), why));
      if (scope.of(read.name()) == null && isElementOfNode(graph, nested, read)) {
        element(graph, read).ifPresent(why -> inner.open.put(read.inner(), why));
      }
    }
    check(nested.inner(), inner, problems);
    nested.outputs().stream()
        .flatMap(output -> Optional.ofNullable(inner.of(output.name())).stream())
        .findFirst()
        .ifPresent(why -> scope.below.put(nested.name(), why));
  }

  /** Whether it is mapped over what a user's node returned: the elements are keyed themselves. */
  private static boolean isElementOfNode(Graph graph, NestedCall nested, Read read) {
    return graph.producers().get(read.name()) instanceof Call
        && nested.member().parameters().stream()
            .anyMatch(each -> each.each() && each.inner().equals(read.inner()));
  }

  private Optional<String> element(Graph graph, Read read) {
    TypeRef list = graph.producers().get(read.name()).type();
    TypeRef element = list.listElement();
    return element != null
            && names.isValue(element)
            && names.shape(graph, read.name(), element) instanceof None none
        ? Optional.of(none.toString())
        : Optional.empty();
  }
}
