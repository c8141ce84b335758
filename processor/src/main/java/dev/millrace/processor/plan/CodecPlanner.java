package dev.millrace.processor.plan;

import dev.millrace.processor.model.CodecDefinition;
import dev.millrace.processor.model.CodecShape;
import dev.millrace.processor.model.CodecTypes;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.model.StoredBy;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.resolve.Graph;
import dev.millrace.processor.resolve.Vertex.Call;
import dev.millrace.processor.resolve.Vertex.NestedCall;
import dev.millrace.processor.resolve.Vertex.Producer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans the codecs of a pipeline: of the result of every node, also inside nested uses, of what
 * nested uses and records give, and of the elements of lists.
 */
public final class CodecPlanner {
  private final CodecTypes codecs;

  public CodecPlanner(CodecTypes codecs) {
    this.codecs = codecs;
  }

  /** What is asked for: a type, and what a node says of it. */
  private record Asked(TypeRef type, Optional<StoredBy> by) {}

  /** Returns the plan of a sound pipeline. */
  public CodecPlan plan(PipelineModel pipeline, Graph graph) {
    Map<Asked, CodecShape> shapes = new LinkedHashMap<>();
    collect(graph.shownBy(pipeline), shapes);
    Map<TypeRef.Declared, CodecDefinition> definitions = new LinkedHashMap<>();
    shapes.values().forEach(each -> collect(each, definitions));
    return new CodecPlan(
        pipeline.type(),
        pipeline.shadowsJavaLang(),
        shapes.entrySet().stream()
            .map(
                each ->
                    new CodecPlan.Entry(each.getKey().type(), each.getKey().by(), each.getValue()))
            .toList(),
        List.copyOf(definitions.values()),
        List.copyOf(codecs.deprecations()));
  }

  private void collect(Graph graph, Map<Asked, CodecShape> shapes) {
    for (Producer producer : graph.producers().values()) {
      if (producer instanceof Call call) {
        NodeModel node = call.member();
        shapes.computeIfAbsent(
            new Asked(node.result(), node.traits().storedBy()), asked -> codecs.shape(node));
        addElement(node.result().listElement(), shapes);
      } else if (producer instanceof NestedCall nested) {
        collect(nested.inner(), shapes);
        for (TypeRef declared : nested.declared()) {
          add(declared, shapes);
          addElement(nested.element(declared), shapes);
        }
      } else {
        add(producer.type(), shapes);
        addElement(producer.type().listElement(), shapes);
      }
    }
  }

  private void add(TypeRef type, Map<Asked, CodecShape> shapes) {
    shapes.computeIfAbsent(new Asked(type, Optional.empty()), asked -> codecs.shape(type));
  }

  private void addElement(@Nullable TypeRef element, Map<Asked, CodecShape> shapes) {
    if (element != null) {
      add(element, shapes);
    }
  }

  private void collect(CodecShape shape, Map<TypeRef.Declared, CodecDefinition> definitions) {
    if (shape instanceof CodecShape.Made made) {
      made.shapes().forEach(each -> collect(each, definitions));
    } else if (shape instanceof CodecShape.Defined defined
        && !definitions.containsKey(defined.type())) {
      CodecDefinition definition = codecs.definition(defined.type());
      definitions.put(defined.type(), definition);
      definition.shapes().forEach(each -> collect(each, definitions));
    }
  }
}
