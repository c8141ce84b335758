package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the method of a mapped use that takes a chunk through its columns. */
final class ChunkEmitter {
  private final Region region;
  private final KernelScope use;
  private final GuardEmitter guards;

  ChunkEmitter(Region region, KernelScope use) {
    this.region = region;
    this.use = use;
    this.guards = new GuardEmitter(region, use.at);
  }

  /** Returns the method. */
  MethodSpec chunk() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("chunk")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .addParameter(Types.ROWS, use.rows)
            .addException(Exception.class);
    for (Region.Value value : region.values()) {
      if (value.each() && region.isRead(value.name())) {
        method.addStatement(
            "$T $N = column(this.$N, $N)",
            Types.column(value.inner()),
            value.name(),
            value.name(),
            use.rows);
      }
    }
    guardedRows(method);
    for (Region.ItemStep item : region.perItem()) {
      Step step = item.step();
      method
          .addStatement(
              "$T $N = $T.$L($S, $N)",
              Types.column(step.type()),
              step.name(),
              Types.COLUMN,
              factory(step),
              step.label(),
              use.rows)
          .addStatement(
              "$N($L)",
              use.kernelName(step),
              use.columnsAnd(step, CodeBlock.of("$N", use.rowsOf(step))));
    }
    for (int i = 0; i < region.outputs().size(); i++) {
      String output = region.outputs().get(i).name();
      method.addStatement(
          region.varying().contains(output) ? "keep($L, $N, $N)" : "keep($L, this.$N, $N)",
          i,
          output,
          use.rows);
    }
    return method.build();
  }

  private String factory(Step step) {
    return Types.isUnboxed(step.type())
        ? "of" + Scope.capital(step.type().toString())
        : step.isNullable() ? "ofNullable" : region.joinsNonNulls(step) ? "ofLists" : "of";
  }

  /** The rows that need a step, where only some variants do; what reads it comes first. */
  private void guardedRows(MethodSpec.Builder method) {
    List<Region.ItemStep> backwards = new ArrayList<>(region.perItem());
    Collections.reverse(backwards);
    for (Region.ItemStep item : backwards) {
      guards
          .rows(item.step(), reader -> CodeBlock.of("$N", use.rowsOf(reader)))
          .ifPresent(
              some -> method.addStatement("$T $N = $L", Types.ROWS, use.rowsOf(item.step()), some));
    }
  }
}
