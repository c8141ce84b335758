package dev.millrace.processor.picture;

import static dev.millrace.processor.testing.Declared.HERE;

import dev.millrace.processor.model.ChoiceModel;
import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.ComponentModel;
import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.Lift;
import dev.millrace.processor.model.MethodRef;
import dev.millrace.processor.model.NestedModel;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.PipelineModel;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.CacheNotes;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import dev.millrace.processor.testing.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes plans: up to ten steps a scope, uses in uses, and names that formats may stumble over. */
final class RandomPlans {
  private static final List<String> STEMS =
      List.of("end", "graph", "node", "größe", "_", "x", "style", "文字", "in_x", "step_x");
  private static final List<TypeRef> TYPES =
      List.of(
          TypeRef.Primitive.INT,
          new TypeRef.Array(TypeRef.Primitive.FLOAT),
          TypeRef.listOf(TypeRef.listOf(TypeRef.OBJECT)),
          new TypeRef.Declared(
              new ClassRef("a", List.of("Map", "Entry")),
              List.of(new TypeRef.Wildcard(null, null), TypeRef.OBJECT)));

  private final Random random;
  private int names;

  RandomPlans(long seed) {
    this.random = new Random(seed);
  }

  ExecutionPlan plan() {
    List<ExecutionPlan.Input> inputs = new ArrayList<>();
    List<String> scope = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      ExecutionPlan.Input input =
          new ExecutionPlan.Input(
              valueName(),
              type(),
              List.of("T#m(int)"),
              Optional.of("\"10\""),
              false,
              false,
              Optional.empty());
      inputs.add(input);
      scope.add(input.name());
    }
    List<Step> steps = steps(scope, 0);
    List<Step> outputs =
        steps.stream().filter(step -> random.nextBoolean() || steps.size() == 1).toList();
    PipelineModel pipeline =
        new PipelineModel(
            new ClassRef("a.b", List.of("Outer", "P$")),
            true,
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            false,
            true,
            HERE);
    return new ExecutionPlan(pipeline, inputs, steps, outputs, Map.of(), CacheNotes.none());
  }

  private List<Step> steps(List<String> scope, int depth) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(10 >> depth); i++) {
      Step step =
          switch (random.nextInt(scope.isEmpty() ? 2 : 4)) {
            case 0 -> depth < 2 ? use(scope, depth) : call(scope);
            case 1 -> call(scope);
            case 2 -> component(scope);
            default -> choice(scope);
          };
      steps.add(step);
      scope.add(step.name());
    }
    return steps;
  }

  private Step call(List<String> scope) {
    String name = name();
    List<Argument> arguments = arguments(scope);
    NodeModel node = Declared.node(name, List.of(), List.of(Declared.port("read", type())), type());
    return new Step.Call(random.nextBoolean() ? node.withTwin(twin(name)) : node, arguments);
  }

  private Twin twin(String name) {
    return new Twin(
        method(name),
        List.of(true),
        List.of(),
        List.of(),
        Delivery.VALUE,
        new Twin.Limits(
            random.nextInt(2) * 8, random.nextInt(2) * 64, Optional.empty(), random.nextInt(2)),
        random.nextBoolean(),
        new Twin.Tolerance(random.nextInt(2), 0),
        HERE);
  }

  private boolean isBatched(Step step) {
    return step instanceof Step.Call call && call.node().twin().isPresent() && random.nextBoolean();
  }

  private Step component(List<String> scope) {
    String record = scope.get(random.nextInt(scope.size()));
    return new Step.Component(
        new ComponentModel(name(), record, type(), "part", type(), "T#m(int)", HERE),
        List.of(new Argument(record, type(), type(), Lift.NONE)));
  }

  private Step choice(List<String> scope) {
    List<Argument> arguments = new ArrayList<>(arguments(scope));
    arguments.add(new Argument(scope.get(0), type(), type(), Lift.NONE));
    List<ChoiceModel.Variant> variants =
        arguments.stream()
            .skip(1)
            .map(each -> new ChoiceModel.Variant(each.name(), type(), Optional.of("RRF")))
            .toList();
    return new Step.Choice(
        new ChoiceModel(
            name(), arguments.get(0).name(), type(), variants, type(), false, "T#m(int)", HERE),
        arguments);
  }

  private Step use(List<String> scope, int depth) {
    List<Argument> arguments = arguments(scope);
    List<Region.Value> values = new ArrayList<>();
    List<String> inner = new ArrayList<>();
    for (Argument argument : arguments) {
      String own =
          random.nextBoolean() || inner.contains(argument.name()) ? valueName() : argument.name();
      values.add(new Region.Value(own, random.nextBoolean(), type(), type(), false));
      inner.add(own);
    }
    List<Step> steps = steps(inner, depth + 1);
    int constant = random.nextInt(steps.size());
    String name = name();
    NestedModel nested =
        new NestedModel(
            name,
            method(name),
            ClassRef.of("a", "Target"),
            List.of(),
            Optional.empty(),
            "",
            List.of(),
            List.of(),
            false,
            false,
            type(),
            HERE);
    Region region =
        new Region(
            values,
            steps.subList(0, constant),
            steps.subList(constant, steps.size()).stream()
                .map(step -> new Region.ItemStep(step, isBatched(step), "", false))
                .toList(),
            List.of(),
            Set.of(),
            Map.of(),
            steps.stream()
                .skip(random.nextInt(steps.size()))
                .map(step -> new Region.Output(step.name(), type(), type(), false))
                .toList(),
            new Region.Shape(random.nextBoolean(), false, false, false),
            List.of());
    return new Step.Use(nested, region, arguments);
  }

  private List<Argument> arguments(List<String> scope) {
    List<Argument> arguments = new ArrayList<>();
    int count = scope.isEmpty() ? 0 : random.nextInt(4);
    for (int i = 0; i < count; i++) {
      arguments.add(
          new Argument(scope.get(random.nextInt(scope.size())), type(), type(), Lift.NONE));
    }
    return arguments;
  }

  /** Only what comes from outside may have a dollar: in a step's name it marks a part. */
  private String valueName() {
    return random.nextInt(3) == 0 ? "$$" + name() + "$$" : name();
  }

  private String name() {
    return STEMS.get(random.nextInt(STEMS.size())) + (names++ == 0 ? "" : names);
  }

  private TypeRef type() {
    return TYPES.get(random.nextInt(TYPES.size()));
  }

  private MethodRef method(String name) {
    return new MethodRef(ClassRef.of("a", "Nodes"), name, "()V", List.of(type()), List.of(), true);
  }
}
