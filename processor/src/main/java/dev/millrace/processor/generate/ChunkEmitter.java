package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Stage;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the method of a mapped use that says what each stage does with a chunk: it makes the
 * columns, and lends them to the stages' lambdas.
 */
final class ChunkEmitter {
  /** A lambda holds at most 254 values of the method around it. */
  private static final int MOST_HELD = 200;

  private final Region region;
  private final KernelScope use;
  private final StartKernelEmitter starts;
  private final GuardEmitter guards;
  private final boolean isCached;

  /**
   * @param isCached whether rows may have values that the cache had
   */
  ChunkEmitter(Region region, KernelScope use, StartKernelEmitter starts, boolean isCached) {
    this.isCached = isCached;
    this.starts = starts;
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
      method.addStatement(
          "$T $N = $T.$L($S, $N)",
          Types.column(step.type()),
          step.name(),
          Types.COLUMN,
          factory(step),
          step.label(),
          use.rows);
      if (item.isStarted()) {
        method.addStatement(
            "$T $N = $T.of($S, $N)",
            StartKernelEmitter.started((Step.Call) step),
            use.startedName(step),
            Types.COLUMN,
            step.label(),
            use.rows);
      }
    }
    region.perItem().forEach(item -> use.makeBundle(method, item.step()));
    for (Stage stage : region.stages()) {
      boolean isLast = stage == region.stages().get(region.stages().size() - 1);
      List<CodeBlock> works = works(stage, isLast);
      if (!works.isEmpty()) {
        method.addStatement(
            "stage($N, $T.$L, $L)",
            use.rows,
            Types.STAGE_KIND,
            stage.kind(),
            CodeBlock.join(works, ", "));
      }
    }
    return method.build();
  }

  /** Returns what a stage does, as one lambda, or as several where one would hold too much. */
  private List<CodeBlock> works(Stage stage, boolean isLast) {
    List<CodeBlock> works = new ArrayList<>();
    List<CodeBlock> statements = new ArrayList<>();
    Set<String> held = new HashSet<>();
    for (Region.ItemStep item : stage.steps()) {
      Set<String> more = held(item.step());
      more.addAll(held);
      if (more.size() > MOST_HELD) {
        works.add(lambda(statements));
        statements = new ArrayList<>();
        more = held(item.step());
      }
      held = more;
      statements.addAll(kernels(item, stage.kind()));
    }
    if (isLast) {
      if (held.size() + region.outputs().size() > MOST_HELD) {
        works.add(lambda(statements));
        statements = new ArrayList<>();
      }
      statements.addAll(keeps());
    }
    if (!statements.isEmpty()) {
      works.add(lambda(statements));
    }
    return works;
  }

  /** Returns the calls of a step's kernels; what is begun in one stage is joined in the next. */
  private List<CodeBlock> kernels(Region.ItemStep item, Stage.Kind kind) {
    Step step = item.step();
    if (!item.isStarted()) {
      CodeBlock rows = CodeBlock.of("$N", isCached ? use.some : use.rowsOf(step));
      CodeBlock call = CodeBlock.of("$N($L)", use.kernelName(step), use.columnsAnd(step, rows));
      return List.of(isCached ? computed(step, call) : call);
    }
    CodeBlock start = starts.startCall((Step.Call) step, rows("starts", step));
    List<CodeBlock> joins = new ArrayList<>();
    joins.add(starts.joinCall((Step.Call) step, rows("joins", step)));
    if (isCached) {
      joins.add(
          CodeBlock.of("joined($L, $N, $N)", region.place(step), step.name(), use.rowsOf(step)));
    }
    if (kind == Stage.Kind.START) {
      return List.of(start);
    }
    if (kind != Stage.Kind.JOIN) {
      joins.add(0, start);
    }
    return joins;
  }

  /** What the cache has need not be computed. */
  private CodeBlock computed(Step step, CodeBlock call) {
    return CodeBlock.of(
        "compute($L, $N, $N,$W$N -> $L)",
        region.place(step),
        step.name(),
        use.rowsOf(step),
        use.some,
        call);
  }

  private CodeBlock rows(String which, Step step) {
    return isCached
        ? CodeBlock.of("$L($L, $N)", which, region.place(step), use.rowsOf(step))
        : CodeBlock.of("$N", use.rowsOf(step));
  }

  private Set<String> held(Step step) {
    Set<String> held =
        new HashSet<>(use.isBundled(step) ? List.of(use.bundleName(step)) : use.readColumns(step));
    held.add(use.startedName(step));
    held.add(step.name());
    held.add(use.rowsOf(step));
    return held;
  }

  private static CodeBlock lambda(List<CodeBlock> statements) {
    if (statements.size() == 1) {
      return CodeBlock.of("() -> $L", statements.get(0));
    }
    CodeBlock.Builder lambda = CodeBlock.builder().add("() -> {\n$>");
    statements.forEach(statement -> lambda.add("$L;\n", statement));
    return lambda.add("$<}").build();
  }

  private List<CodeBlock> keeps() {
    List<CodeBlock> keeps = new ArrayList<>();
    for (int i = 0; i < region.outputs().size(); i++) {
      String output = region.outputs().get(i).name();
      keeps.add(
          CodeBlock.of(
              region.varying().contains(output) ? "keep($L, $N, $N)" : "keep($L, this.$N, $N)",
              i,
              output,
              use.rows));
    }
    return keeps;
  }

  private String factory(Step step) {
    if (!step.type().isReference()) {
      return Types.isUnboxed(step.type())
          ? "of" + Scope.capital(step.type().toString())
          : "ofPrimitives";
    }
    return step.isNullable() ? "ofNullable" : region.joinsNonNulls(step) ? "ofLists" : "of";
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
