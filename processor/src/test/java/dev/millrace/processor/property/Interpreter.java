package dev.millrace.processor.property;

import dev.millrace.processor.property.Spec.Graph;
import dev.millrace.processor.property.Spec.Node;
import dev.millrace.processor.property.Spec.Read;
import dev.millrace.processor.property.Spec.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes a pipeline the plain way: a value on demand, an item at a time, nothing planned. */
final class Interpreter {
  private final Map<String, @Nullable Object> known;
  private final List<Scope> scopes;

  private Interpreter(Map<String, @Nullable Object> known, List<Scope> scopes) {
    this.known = known;
    this.scopes = scopes;
  }

  /** Returns the outputs in the order of their declaration. */
  static List<@Nullable Object> outputs(Graph graph) {
    Map<String, @Nullable Object> given = new HashMap<>();
    graph.inputs().forEach(input -> given.put(input.name(), input.value().orElse(null)));
    given.put(Graph.WAY, graph.way());
    Interpreter interpreter = new Interpreter(given, List.of(graph.scope()));
    List<@Nullable Object> outputs = new ArrayList<>();
    graph.scope().members().forEach(member -> outputs.add(interpreter.value(member.name())));
    return outputs;
  }

  private @Nullable Object value(String name) {
    if (!known.containsKey(name)) {
      known.put(name, compute(find(name)));
    }
    return known.get(name);
  }

  private Spec find(String name) {
    return scopes.stream()
        .flatMap(scope -> scope.members().stream())
        .filter(member -> member.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private @Nullable Object compute(Spec spec) {
    if (spec instanceof Spec.Choice choice) {
      return compute(choice.chosen((Mix.Way) value(Graph.WAY)));
    }
    if (spec instanceof Spec.Part part) {
      return compute(part.value());
    }
    if (spec instanceof Node node) {
      Object[] read = node.reads().stream().map(Read::name).map(this::value).toArray();
      Object value = node.form() == Form.PLAIN ? plain(node, read) : generic(node, read);
      return switch (node.gives()) {
        case ALWAYS, LATER, WAITING -> value;
        case FAILS -> Mix.risky(node.id(), value);
        case NULLABLE -> Mix.nullable(value);
        case OPTIONAL -> Mix.optional(value);
      };
    }
    return nested((Spec.Map) spec);
  }

  private Object nested(Spec.Map map) {
    around(map).forEach(this::value);
    Map<String, Object> same = new HashMap<>();
    map.passes().stream()
        .filter(pass -> !pass.each())
        .forEach(pass -> same.put(pass.inner(), value(pass.name())));
    if (map.over().isEmpty()) {
      return inside(map, same);
    }
    List<Object> results = new ArrayList<>();
    for (Map<String, Object> item : items(map)) {
      item.putAll(same);
      try {
        Object result = inside(map, item);
        results.addAll(map.flatten() ? (List<?>) result : List.of(result));
      } catch (Mix.Failure failure) {
        if (!map.body().soft()) {
          throw failure;
        }
      }
    }
    return results;
  }

  private Object inside(Spec.Map map, Map<String, Object> given) {
    Map<String, @Nullable Object> all = new HashMap<>(known);
    all.putAll(given);
    List<Scope> inside = new ArrayList<>(scopes);
    inside.add(map.body().scope());
    return new Interpreter(all, inside).value(map.output().name());
  }

  /**
   * Returns what each item is given: of two lists, the elements side by side, or each with each.
   */
  private List<Map<String, Object>> items(Spec.Map map) {
    List<Map<String, Object>> items = new ArrayList<>();
    Spec.Pass first = map.over().get(0);
    List<?> elements = (List<?>) value(first.name());
    for (int i = 0; i < elements.size(); i++) {
      if (map.over().size() == 1) {
        items.add(new HashMap<>(Map.of(first.inner(), elements.get(i))));
        continue;
      }
      Spec.Pass second = map.over().get(1);
      List<?> others = (List<?>) value(second.name());
      for (Object other : map.product() ? others : List.of(others.get(i))) {
        items.add(new HashMap<>(Map.of(first.inner(), elements.get(i), second.inner(), other)));
      }
    }
    return items;
  }

  /**
   * Returns what a use reads from around it. It has that before its first item: what fails there
   * fails the use, and is no item's failure.
   */
  private static Set<String> around(Spec.Map map) {
    Set<String> around = readInside(map);
    map.passes().forEach(pass -> around.remove(pass.inner()));
    return around;
  }

  /** Returns what the output of a use needs that its body does not give. */
  static Set<String> readInside(Spec.Map map) {
    Map<String, Spec> body = new HashMap<>();
    map.body().scope().members().forEach(member -> body.put(member.name(), member));
    Set<String> read = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<Spec> open = new ArrayDeque<>(List.of(map.output()));
    while (!open.isEmpty()) {
      for (String name : reads(open.remove())) {
        if (seen.add(name)) {
          if (body.containsKey(name)) {
            open.add(body.get(name));
          } else {
            read.add(name);
          }
        }
      }
    }
    return read;
  }

  private static Set<String> reads(Spec spec) {
    Set<String> names = new LinkedHashSet<>();
    if (spec instanceof Node node) {
      node.reads().forEach(read -> names.add(read.name()));
    } else if (spec instanceof Spec.Part part) {
      names.addAll(reads(part.value()));
    } else if (spec instanceof Spec.Choice choice) {
      names.addAll(reads(choice.up()));
      names.addAll(reads(choice.down()));
    } else if (spec instanceof Spec.Map map) {
      map.passes().forEach(pass -> names.add(pass.name()));
      names.addAll(around(map));
    }
    return names;
  }

  private static Object plain(Node node, Object[] read) {
    return switch (node.kind()) {
      case NUMBER -> Mix.number(node.id(), read);
      case TEXT -> Mix.text(node.id(), read);
      case NUMBERS -> Mix.numbers(node.id(), read);
      case TEXTS -> Mix.texts(node.id(), read);
    };
  }

  private static Object generic(Node node, Object[] read) {
    return switch (node.form()) {
      case PICK -> Mix.pick(node.id(), read[0], read[1]);
      case PAIR -> Mix.pair(node.id(), read[0], read[1]);
      case LAST -> Mix.last(node.id(), (List<?>) read[0], read[1]);
      case SECOND -> Mix.second(node.id(), read[0], read[1]);
      case KEPT -> Mix.kept(node.id(), (List<?>) read[0]);
      case PLAIN -> throw new IllegalArgumentException(node.name());
    };
  }
}
