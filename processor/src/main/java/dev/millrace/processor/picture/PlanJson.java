package dev.millrace.processor.picture;

import dev.millrace.processor.model.CachePolicy;
import dev.millrace.processor.model.ChoiceModel;
import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.MethodRef;
import dev.millrace.processor.model.Pace;
import dev.millrace.processor.model.Traits;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.picture.Json.Fields;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.CacheNotes;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A plan as JSON, to the byte the same for the same plan. {@code docs/guide/options.md} documents
 * its schema, which only grows; what would break readers raises {@link #SCHEMA}.
 */
public final class PlanJson {
  private static final long SCHEMA = 1;

  private PlanJson() {}

  /** Returns the text, ending in a new line. */
  public static String of(ExecutionPlan plan) {
    return fields(plan).print();
  }

  /** Returns the same in as few lines as can be read. */
  public static List<String> lines(ExecutionPlan plan) {
    return fields(plan).printWide().lines().toList();
  }

  private static Fields fields(ExecutionPlan plan) {
    return new Fields()
        .with("schema", new Json.Whole(SCHEMA))
        .with("pipeline", plan.pipeline().type().canonicalName())
        .withItems("inputs", plan.inputs().stream().map(PlanJson::input).toList())
        .withItems(
            "steps",
            plan.steps().stream().map(each -> step(each, once(each), plan.notes())).toList())
        .withItems("outputs", plan.outputs().stream().map(output -> output(plan, output)).toList());
  }

  private static Fields input(ExecutionPlan.Input input) {
    Fields fields =
        value(input.name(), input.type())
            .with("required", input.isRequired())
            .with("nullable", input.nullable())
            .with("resource", input.isResource());
    input.defaultValue().ifPresent(text -> fields.with("default", text));
    return fields.withTexts("readers", input.readers());
  }

  private static Fields output(ExecutionPlan plan, Step output) {
    List<TypeRef> thrown = plan.thrown().getOrDefault(output.name(), List.of());
    return value(output.name(), output.type())
        .withTexts("throws", thrown.stream().map(TypeRef::qualified).toList());
  }

  private static Fields value(String name, TypeRef type) {
    return new Fields().with("name", name).with("type", type.qualified());
  }

  /**
   * The one place that tells the kinds of steps apart.
   *
   * @param how how it runs in the region that it is in
   */
  private static Fields step(Step step, Fields how, CacheNotes notes) {
    Fields fields =
        value(step.name(), step.type())
            .with("label", step.label())
            .with("nullable", step.isNullable())
            .withAll(how);
    List<String> inputs = step.arguments().stream().map(Argument::name).toList();
    if (step instanceof Step.Call call) {
      return fields
          .with("kind", "call")
          .with("node", method(call.node().method()))
          .withTexts("inputs", inputs)
          .withAll(traits(call.node().traits()))
          .withAll(note(call, notes));
    }
    if (step instanceof Step.Component component) {
      return fields
          .with("kind", "component")
          .with("accessor", component.member().accessor())
          .withTexts("inputs", inputs);
    }
    if (step instanceof Step.Choice choice) {
      return fields
          .with("kind", "choice")
          .withTexts("inputs", inputs)
          .withItems(
              "variants", choice.member().variants().stream().map(PlanJson::variant).toList());
    }
    Step.Use use = (Step.Use) step;
    Region.Shape shape = use.region().shape();
    return fields
        .with("kind", "nested")
        .with("node", method(use.nested().method()))
        .withTexts("inputs", inputs)
        .with("uses", use.nested().target().canonicalName())
        .with("mapped", shape.mapped())
        .with("product", shape.product())
        .with("soft", shape.soft())
        .with("flatten", shape.flatten())
        .with("region", region(use, notes));
  }

  /** What a node's annotations say of how it runs, where they say something. */
  private static Fields traits(Traits traits) {
    Fields fields = new Fields();
    if (traits.delivery() != Delivery.VALUE) {
      fields.with("delivery", traits.delivery().name());
    }
    if (traits.cache() != CachePolicy.AUTO) {
      fields.with("cache", traits.cache().name());
    }
    if (traits.version() != 0) {
      fields.with("version", new Json.Whole(traits.version()));
    }
    if (!traits.salt().isEmpty()) {
      fields.with("salt", traits.salt());
    }
    if (traits.cutOff()) {
      fields.with("cutOff", true);
    }
    if (traits.blocking()) {
      fields.with("blocking", true);
    }
    traits.retry().ifPresent(retry -> fields.with("attempts", new Json.Whole(retry.attempts())));
    if (traits.timeoutNanos() > 0) {
      fields.with("timeoutNanos", new Json.Whole(traits.timeoutNanos()));
    }
    Pace pace = traits.pace();
    if (pace.maxInFlight() > 0) {
      fields.with("maxInFlight", new Json.Whole(pace.maxInFlight()));
    }
    if (pace.isLimited()) {
      fields
          .with("rateCalls", new Json.Whole(pace.calls()))
          .with("ratePeriodNanos", new Json.Whole(pace.periodNanos()));
    }
    return fields;
  }

  private static Fields variant(ChoiceModel.Variant variant) {
    Fields fields = value(variant.value(), variant.type());
    variant.constant().ifPresent(constant -> fields.with("constant", constant));
    return fields;
  }

  private static Fields note(Step step, CacheNotes notes) {
    Fields fields = new Fields();
    notes.on(step).ifPresent(why -> fields.with("cacheNote", why));
    return fields;
  }

  private static Fields region(Step.Use use, CacheNotes notes) {
    Region region = use.region();
    List<Fields> values = new ArrayList<>();
    for (int i = 0; i < region.values().size(); i++) {
      Region.Value value = region.values().get(i);
      values.add(
          value(value.name(), value.inner())
              .with("from", use.arguments().get(i).name())
              .with("each", value.each()));
    }
    List<Fields> steps = new ArrayList<>();
    region
        .constant()
        .forEach(
            each ->
                steps.add(
                    step(each, new Fields().with("perItem", false).withAll(once(each)), notes)));
    region.perItem().forEach(each -> steps.add(item(region, each, notes)));
    return new Fields()
        .withItems("values", values)
        .withItems("steps", steps)
        .withTexts("outputs", region.outputs().stream().map(Region.Output::name).toList());
  }

  private static Fields item(Region region, Region.ItemStep item, CacheNotes notes) {
    Fields how = new Fields().with("perItem", true).with("batched", item.batched());
    if (!item.obstacle().isEmpty()) {
      how.with("obstacle", item.obstacle());
    }
    if (item.batched() && item.step() instanceof Step.Call call) {
      how.withAll(limits(call, item.meets()));
    }
    if (item.together()) {
      how.with("together", true);
    }
    region.stagesOf(item).stream()
        .findFirst()
        .ifPresent(
            place ->
                how.with("stage", new Json.Whole(place))
                    .with("stageKind", region.stages().get(place - 1).kind().name()));
    return step(item.step(), how, notes);
  }

  /** How a step that runs once meets others. */
  private static Fields once(Step step) {
    return step instanceof Step.Call call && call.node().meetsSingly()
        ? limits(call, true)
        : new Fields();
  }

  private static Fields limits(Step.Call call, boolean meets) {
    Twin.Limits limits = call.node().twin().orElseThrow().limits();
    Fields fields = new Fields();
    if (limits.maxItems() > 0) {
      fields.with("maxItems", new Json.Whole(limits.maxItems()));
    }
    if (limits.maxWeight() > 0) {
      fields.with("maxWeight", new Json.Whole(limits.maxWeight()));
    }
    if (meets) {
      fields.with("meets", true);
    }
    if (limits.lingerNanos() > 0) {
      fields.with("lingerNanos", new Json.Whole(limits.lingerNanos()));
    }
    return fields;
  }

  /** As Javadoc names it: {@code a.b.Nodes#words(java.lang.String)}. */
  private static String method(MethodRef method) {
    return method.owner().canonicalName()
        + "#"
        + method.name()
        + method.types().stream()
            .map(TypeRef::qualified)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
