package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Member;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.Port;
import dev.millrace.processor.model.Sample;
import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TwinTestModel;
import dev.millrace.processor.model.TypeParameter;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.report.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/** Reads the classes that ask for tests of twins. */
final class TwinTestReader {
  private final SignatureReader signatures;
  private final PipelineReader pipelines;
  private final Problems problems;

  TwinTestReader(SignatureReader signatures, PipelineReader pipelines, Problems problems) {
    this.signatures = signatures;
    this.pipelines = pipelines;
    this.problems = problems;
  }

  /** Says that the tests which a class asks for are not written, because the build wants none. */
  void refuse(TypeElement type) {
    String name = TypeReader.classRef(type).nestedName();
    problems.add(
        Message.TWIN_TESTS_OFF,
        signatures.origin(type, Annotations.find(type, Annotations.TWIN_TEST), null, name),
        name);
  }

  /** Returns the tests, or nothing once it was reported why there can be none. */
  Optional<TwinTestModel> read(TypeElement type) {
    AnnotationMirror annotation = Annotations.find(type, Annotations.TWIN_TEST);
    if (annotation == null) {
      return Optional.empty();
    }
    ClassRef name = TypeReader.classRef(type);
    ElementOrigin origin = signatures.origin(type, annotation, null, name.nestedName());
    int before = problems.size();
    Reading reading = new Reading(type);
    Set<NodeModel> nodes = new LinkedHashSet<>();
    List<AnnotationValue> listed = Annotations.values(annotation, "value");
    if (listed.isEmpty()) {
      problems.add(
          Message.TWIN_TEST_EMPTY, origin, name.nestedName(), "it lists no class; list some");
    }
    for (AnnotationValue value : listed) {
      nodes.addAll(listed(type, annotation, value, reading));
    }
    List<NodeModel> leftOut = nodes.stream().filter(each -> !each.traits().isPure()).toList();
    nodes.removeAll(leftOut);
    List<TwinTestModel.Trial> trials = trials(type, List.copyOf(nodes), origin);
    return problems.size() > before || !reading.isComplete()
        ? Optional.empty()
        : Optional.of(
            new TwinTestModel(
                name,
                trials,
                leftOut,
                List.copyOf(reading.sources),
                List.copyOf(reading.deprecations),
                signatures.shadowsJavaLang(type)));
  }

  private List<NodeModel> listed(
      TypeElement type, AnnotationMirror annotation, AnnotationValue value, Reading reading) {
    Optional<TypeElement> owner = Annotations.type(value);
    String name =
        owner
            .map(each -> TypeReader.classRef(each).nestedName())
            .orElseGet(() -> value.getValue().toString());
    ElementOrigin origin = signatures.origin(type, annotation, value, name);
    if (owner.isEmpty()) {
      problems.add(Message.CLASS_WITHOUT_NODES, origin, name);
      return List.of();
    }
    if (!pipelines.usable(owner.get(), origin, reading)) {
      return List.of();
    }
    List<NodeModel> twins = new ArrayList<>();
    for (Member member : pipelines.nodes(owner.get(), origin, reading)) {
      if (member instanceof NodeModel node && node.twin().isPresent()) {
        twins.add(node);
      }
    }
    if (twins.stream().noneMatch(each -> each.traits().isPure()) && reading.isComplete()) {
      problems.add(
          Message.TWIN_TEST_EMPTY,
          origin,
          TypeReader.classRef(type).nestedName(),
          name
              + (twins.isEmpty()
                  ? " has no node with a twin; take it out of the list"
                  : " has only twins of nodes that say NEVER, of which no two calls need agree;"
                      + " take it out of the list"));
    }
    return twins;
  }

  private List<TwinTestModel.Trial> trials(
      TypeElement type, List<NodeModel> nodes, ElementOrigin origin) {
    SampleReader samples = new SampleReader(type, signatures.types());
    List<NodeModel> concrete = new ArrayList<>();
    for (NodeModel node : nodes) {
      NodeModel each = concrete(node);
      if (each.typeParameters().isEmpty()) {
        concrete.add(each);
      } else {
        problems.add(
            Message.TWIN_TEST_GENERIC,
            origin,
            TypeReader.classRef(type).nestedName(),
            node.method());
      }
    }
    concrete.stream()
        .forEach(
            node ->
                node.ports().forEach(port -> samples.announce(node.testName(port), port.type())));
    List<TwinTestModel.Trial> trials = new ArrayList<>();
    for (NodeModel node : concrete) {
      List<Sample> values = new ArrayList<>();
      for (int i = 0; i < node.ports().size(); i++) {
        value(type, node, i, samples, origin).ifPresent(values::add);
      }
      if (values.size() == node.ports().size()) {
        trials.add(new TwinTestModel.Trial(node, values));
      }
    }
    return trials;
  }

  private Optional<Sample> value(
      TypeElement type, NodeModel node, int port, SampleReader samples, ElementOrigin origin) {
    Port read = node.ports().get(port);
    String value = node.testName(read);
    String name = TypeReader.classRef(type).nestedName();
    boolean isOpen = read.type().isOpen();
    Optional<Sample> found = isOpen ? Optional.empty() : samples.read(value, read.type());
    if (found.isEmpty()) {
      problems.add(
          Message.TWIN_TEST_VALUE,
          origin,
          name,
          value,
          node.method(),
          read.type() + samples.obstacle(),
          read.type().nonNull(),
          value,
          name,
          read.type().nonNull().boxed());
    }
    if (isMapped(node, port)
        && found.orElse(null) instanceof Sample.Given given
        && !given.thrown().isEmpty()) {
      problems.add(
          Message.TWIN_TEST_THROWS,
          origin,
          name,
          given.method(),
          value,
          node.method(),
          given.thrown().get(0));
    }
    return found;
  }

  private static boolean isMapped(NodeModel node, int port) {
    int receiver = node.method().isStatic() ? 0 : 1;
    return port >= receiver && node.twin().orElseThrow().mapped().get(port - receiver);
  }

  /** A generic node is tested with strings for its variables, or with numbers. */
  private NodeModel concrete(NodeModel node) {
    if (node.typeParameters().isEmpty()) {
      return node;
    }
    for (String type : List.of("String", "Integer")) {
      TypeRef value = new TypeRef.Declared(ClassRef.of("java.lang", type), List.of());
      Map<String, TypeRef> variables = new HashMap<>();
      node.typeParameters().forEach(each -> variables.put(each.name(), value));
      Substitution substitution = new Substitution(variables);
      if (node.typeParameters().stream().allMatch(each -> fits(each, value, substitution))) {
        return substitution.in(node);
      }
    }
    return node;
  }

  private boolean fits(TypeParameter parameter, TypeRef value, Substitution substitution) {
    return parameter.bounds().stream()
        .allMatch(bound -> signatures.types().isAssignable(value, substitution.in(bound)));
  }
}
