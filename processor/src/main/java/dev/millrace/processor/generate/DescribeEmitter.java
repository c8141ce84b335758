package dev.millrace.processor.generate;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.Traits;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** Writes {@code describe}: the pipeline as text, one step a line, in the order of execution. */
final class DescribeEmitter {
  private DescribeEmitter() {}

  static MethodSpec emit(ExecutionPlan plan) {
    CodeBlock lines =
        lines(plan).stream()
            .map(line -> CodeBlock.of("$S", line))
            .collect(CodeBlock.joining(",\n"));
    return MethodSpec.methodBuilder("describe")
        .addJavadoc("Returns the pipeline as text: its inputs, then each step as it runs.\n")
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class)
        .addStatement(
            "return $T.join($S, new $T[] {\n$L})", String.class, "\n", String.class, lines)
        .build();
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
    plan.steps().forEach(step -> lines.addAll(step("  ", step, "")));
    return lines;
  }

  private static List<String> step(String indent, Step step, String how) {
    String reads = step.arguments().stream().map(Argument::name).distinct().collect(joining(", "));
    List<String> lines = new ArrayList<>();
    lines.add(indent + step.name() + " = " + callee(step) + "(" + reads + ")" + how + traits(step));
    if (step instanceof Step.Use use) {
      Region region = use.region();
      region.constant().forEach(each -> lines.addAll(step(indent + "  ", each, "")));
      region.perItem().forEach(item -> lines.addAll(step(indent + "  ", item.step(), how(item))));
    }
    return lines;
  }

  private static String how(Region.ItemStep item) {
    if (item.batched()) {
      return "  [in batches]";
    }
    return item.obstacle().isEmpty() ? "" : "  [one by one: " + item.obstacle() + "]";
  }

  /** What a node's annotations say of how it runs. */
  private static String traits(Step step) {
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
    if (!traits.cache().equals("AUTO")) {
      said.append("  [cache: ").append(traits.cache()).append(']');
    }
    if (traits.version() != 0) {
      said.append("  [version ").append(traits.version()).append(']');
    }
    return said.toString();
  }

  private static String callee(Step step) {
    if (step instanceof Step.Call call) {
      return call.node().method().owner().nestedName() + "#" + call.node().method().name();
    }
    if (step instanceof Step.Component component) {
      return "component " + component.member().accessor() + " of ";
    }
    if (step instanceof Step.Choice choice) {
      return "by " + choice.selector().name() + " ";
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
