package dev.millrace.processor.generate;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.millrace.processor.model.CachePolicy;
import dev.millrace.processor.model.ChoiceModel;
import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.Traits;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.CacheNotes;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Stage;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** Writes {@code describe}: the pipeline as text, one step a line, in the order of execution. */
final class DescribeEmitter {
  private DescribeEmitter() {}

  static MethodSpec emit(ExecutionPlan plan) {
    return text("describe", lines(plan))
        .addJavadoc("Returns the pipeline as text: its inputs, then each step as it runs.\n")
        .build();
  }

  /** Returns {@code plan}, whose lines were written elsewhere. */
  static MethodSpec plan(List<String> lines) {
    return text("plan", lines)
        .addJavadoc("Returns the pipeline's plan as JSON, for tools.\n")
        .build();
  }

  private static MethodSpec.Builder text(String name, List<String> lines) {
    CodeBlock written =
        lines.stream().map(line -> CodeBlock.of("$S", line)).collect(CodeBlock.joining(",\n"));
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class)
        .addStatement(
            "return $T.join($S, new $T[] {\n$L})", String.class, "\n", String.class, written);
  }

  static List<String> lines(ExecutionPlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(plan.pipeline().type().nestedName());
    for (ExecutionPlan.Input input : plan.inputs()) {
      lines.add(
          "  "
              + input.name()
              + ": "
              + input.type()
              + (input.defaultValue().isPresent() ? " = " + DefaultValue.shown(input) : "")
              + (input.nullable() ? ", or none" : ""));
    }
    plan.steps().forEach(step -> lines.addAll(step("  ", step, once(step), plan.notes())));
    return lines;
  }

  private static List<String> step(String indent, Step step, String how, CacheNotes notes) {
    List<String> lines = new ArrayList<>();
    lines.add(
        indent + step.name() + " = " + expression(step) + how + traits(step) + note(step, notes));
    if (step instanceof Step.Use use) {
      Region region = use.region();
      region.constant().forEach(each -> lines.addAll(step(indent + "  ", each, once(each), notes)));
      region
          .perItem()
          .forEach(
              item -> lines.addAll(step(indent + "  ", item.step(), how(region, item), notes)));
    }
    return lines;
  }

  private static String note(Step step, CacheNotes notes) {
    return notes.on(step).map(why -> "  [" + why + "]").orElse("");
  }

  private static String once(Step step) {
    return step instanceof Step.Call call && call.node().meetsSingly() ? served(call) : "";
  }

  private static String how(Region region, Region.ItemStep item) {
    StringBuilder said = new StringBuilder();
    if (item.batched() && item.step() instanceof Step.Call call) {
      said.append(batches(call)).append(item.meets() ? served(call) : "");
    }
    if (item.together()) {
      said.append("  [all together]");
    }
    if (!item.obstacle().isEmpty()) {
      said.append("  [one by one: ").append(item.obstacle()).append(']');
    }
    String stages =
        region.stagesOf(item).stream()
            .map(place -> place + ": " + kind(region.stages().get(place - 1)))
            .collect(joining(", "));
    return stages.isEmpty() ? said.toString() : said + "  [stage " + stages + "]";
  }

  private static String kind(Stage stage) {
    return stage.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String batches(Step.Call call) {
    Twin.Limits limits = call.node().twin().orElseThrow().limits();
    String items = limits.count() > 0 ? " of at most " + limits.count() : "";
    String weight = limits.weigher().isPresent() ? " that weigh at most " + limits.maxWeight() : "";
    return "  [in batches" + items + weight + "]";
  }

  private static String served(Step.Call call) {
    long nanos = call.node().twin().orElseThrow().limits().lingerNanos();
    return nanos == 0
        ? "  [with others, where served]"
        : "  [with others, where served, after at most " + nanos / 1_000_000 + " ms]";
  }

  /** What annotations say of how a node runs, and how the results of a use are put together. */
  private static String traits(Step step) {
    if (step instanceof Step.Use use) {
      return use.region().words().stream().map(each -> "  [" + each + "]").collect(joining());
    }
    if (!(step instanceof Step.Call call)) {
      return "";
    }
    Traits traits = call.node().traits();
    StringBuilder said = new StringBuilder();
    if (traits.delivery() != Delivery.VALUE) {
      said.append("  [from a ")
          .append(traits.delivery().name().toLowerCase(Locale.ROOT))
          .append(']');
    }
    if (traits.blocking()) {
      said.append("  [blocking]");
    }
    traits
        .retry()
        .ifPresent(
            retry -> said.append("  [at most ").append(retry.attempts()).append(" attempts]"));
    if (traits.timeoutNanos() > 0) {
      said.append("  [within ").append(traits.timeoutNanos() / 1_000_000).append(" ms]");
    }
    if (traits.pace().maxInFlight() > 0) {
      said.append("  [at most ").append(traits.pace().maxInFlight()).append(" in flight]");
    }
    if (traits.pace().isLimited()) {
      said.append("  [at most ").append(traits.pace().rate()).append(']');
    }
    if (traits.cache() != CachePolicy.AUTO) {
      said.append("  [cache: ").append(traits.cache()).append(']');
    }
    if (traits.version() != 0) {
      said.append("  [version ").append(traits.version()).append(']');
    }
    if (!traits.salt().isEmpty()) {
      said.append("  [salt \"").append(traits.salt()).append("\"]");
    }
    if (traits.cutOff()) {
      said.append("  [cut off]");
    }
    return said.toString();
  }

  private static String expression(Step step) {
    if (step instanceof Step.Component component) {
      return component.arguments().get(0).name() + "." + component.member().accessor();
    }
    if (step instanceof Step.Choice choice) {
      String variants =
          choice.member().variants().stream()
              .map(ChoiceModel.Variant::value)
              .collect(joining(" or "));
      return variants + ", by " + choice.selector().name();
    }
    String reads = step.arguments().stream().map(Argument::name).distinct().collect(joining(", "));
    return callee(step) + "(" + reads + ")";
  }

  private static String callee(Step step) {
    if (step instanceof Step.Call call) {
      return call.node().method().owner().nestedName() + "#" + call.node().method().name();
    }
    Step.Use use = (Step.Use) step;
    String each =
        use.region().values().stream()
            .filter(Region.Value::each)
            .map(Region.Value::name)
            .collect(joining(", "));
    return (each.isEmpty() ? "" : "for each " + each + ": ") + use.nested().target().nestedName();
  }
}
