package dev.millrace.processor.plan;

import dev.millrace.processor.model.KeyDefinition;
import dev.millrace.processor.model.KeyPolicy;
import dev.millrace.processor.model.KeyShape;
import dev.millrace.processor.model.KeyTypes;
import dev.millrace.processor.model.Keying;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.model.ResourceModel;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.KeyedNames;
import dev.millrace.processor.resolve.Vertex.Input;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans the encoders of a pipeline: of every input whose value is in a key, and of every output,
 * which may be given instead of computed. What has no encoding is left out. Or those of a resource:
 * of all its arguments, or none.
 */
public final class KeyPlanner {
  private final KeyTypes keys;
  private final KeyedNames names;

  public KeyPlanner(TypeSystem types, KeyTypes keys) {
    this.keys = keys;
    this.names = new KeyedNames(types, keys);
  }

  /**
   * Returns the plan of a sound pipeline.
   *
   * @param works what its cache is told, which has encoders, too
   */
  public KeyPlan plan(PipelineModel pipeline, Graph all, WorkPlan works) {
    Graph graph = all.shownBy(pipeline);
    List<KeyPlan.Entry> entries = new ArrayList<>();
    for (Input input : graph.inputs()) {
      boolean isByValue =
          KeyedNames.readers(graph, input.name()).stream().anyMatch(KeyedNames.Reader::isByValue);
      if (isByValue && names.isValue(input.type())) {
        add(graph, input.name(), input.type(), true, entries);
      }
    }
    for (Producer producer : graph.producers().values()) {
      if (producer.member().isOutput() && names.isValue(producer.type())) {
        add(graph, producer.name(), producer.type(), false, entries);
      }
    }
    return new KeyPlan(
        pipeline.type(),
        pipeline.shadowsJavaLang(),
        entries,
        Optional.empty(),
        definitions(
            Stream.concat(entries.stream().map(KeyPlan.Entry::shape), works.shapes().stream())
                .toList()),
        List.copyOf(keys.deprecations()));
  }

  /** Returns the plan of a resource, or nothing if one of its arguments has no encoding. */
  public Optional<KeyPlan> plan(ResourceModel resource) {
    List<KeyPlan.Argument> arguments = new ArrayList<>();
    List<KeyShape> shapes = new ArrayList<>();
    for (ResourceModel.Parameter each : resource.parameters()) {
      Keying keying = each.keying();
      Optional<KeyShape> shape = Optional.empty();
      if (keying.policy() == KeyPolicy.AUTO) {
        KeyShape found = keys.shape(each.type(), keying.paths());
        if (!found.isSome()) {
          return Optional.empty();
        }
        shapes.add(found);
        shape = Optional.of(found);
      }
      arguments.add(
          new KeyPlan.Argument(each.name(), each.type(), each.mayBeNull(), keying.policy(), shape));
    }
    return Optional.of(
        new KeyPlan(
            resource.stateful().type(),
            resource.shadowsJavaLang(),
            List.of(),
            Optional.of(arguments),
            definitions(shapes),
            List.copyOf(keys.deprecations())));
  }

  private List<KeyDefinition> definitions(List<KeyShape> shapes) {
    Map<TypeRef.Declared, KeyDefinition> definitions = new LinkedHashMap<>();
    shapes.forEach(each -> collect(each, definitions));
    return List.copyOf(definitions.values());
  }

  private void add(
      Graph graph, String name, TypeRef type, boolean isInput, List<KeyPlan.Entry> entries) {
    KeyShape shape = names.shape(graph, name, type);
    if (shape.isSome()) {
      entries.add(new KeyPlan.Entry(name, type, isInput, shape));
    }
  }

  private void collect(KeyShape shape, Map<TypeRef.Declared, KeyDefinition> definitions) {
    if (shape instanceof KeyShape.Made made) {
      made.shapes().forEach(each -> collect(each, definitions));
    } else if (shape instanceof KeyShape.Defined defined
        && !definitions.containsKey(defined.type())) {
      KeyDefinition definition = keys.definition(defined.type());
      definitions.put(defined.type(), definition);
      definition.shapes().forEach(each -> collect(each, definitions));
    }
  }
}
