package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods of a mapped use: one that takes a chunk through its columns, and for each node
 * a kernel: a loop over the rows, or one call of the twin.
 */
final class KernelEmitter {
  private final Scope scope;
  private final Region region;
  private final StepEmitter steps;
  private final GuardEmitter guards;
  private final RowInputsEmitter inputs;
  private final Map<String, TypeRef> columns = new LinkedHashMap<>();
  private final Map<String, String> rowsOf = new LinkedHashMap<>();
  private final NameAllocator names = new NameAllocator();
  private final String rows;
  private final String row;
  private final String since;
  private final String batch;
  private final String some;
  private final String failure;
  private final String at;

  KernelEmitter(Scope scope, Region region, StepEmitter steps) {
    this.scope = scope;
    this.region = region;
    this.steps = steps;
    region.values().forEach(value -> names.newName(value.name(), value.name()));
    region.steps().forEach(step -> names.newName(step.name(), step.name()));
    for (Region.Value value : region.values()) {
      if (value.each()) {
        columns.put(value.name(), value.inner());
      }
    }
    region.perItem().forEach(item -> columns.put(item.step().name(), item.step().type()));
    this.rows = names.newName("rows");
    this.row = names.newName("row");
    this.since = names.newName("since");
    this.batch = names.newName("batch");
    this.some = names.newName("some");
    this.failure = names.newName("failure");
    this.at = names.newName("at");
    this.guards = new GuardEmitter(region, at);
    this.inputs = new RowInputsEmitter(steps, columns, names, row);
    for (Region.ItemStep item : region.perItem()) {
      String name = item.step().name();
      rowsOf.put(name, region.guarded().containsKey(name) ? names.newName(name + "Rows") : rows);
    }
  }

  MethodSpec chunk() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("chunk")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .addParameter(Types.ROWS, rows)
            .addException(Exception.class);
    for (Region.Value value : region.values()) {
      if (value.each() && region.isRead(value.name())) {
        method.addStatement(
            "$T $N = column(this.$N, $N)",
            Types.column(value.inner()),
            value.name(),
            value.name(),
            rows);
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
              step.isNullable() ? "ofNullable" : region.joinsNonNulls(step) ? "ofLists" : "of",
              step.label(),
              rows)
          .addStatement(
              "$N($L)",
              kernelName(step),
              columnsAnd(step, CodeBlock.of("$N", rowsOf.get(step.name()))));
    }
    for (int i = 0; i < region.outputs().size(); i++) {
      String output = region.outputs().get(i).name();
      method.addStatement(
          region.varying().contains(output) ? "keep($L, $N, $N)" : "keep($L, this.$N, $N)",
          i,
          output,
          rows);
    }
    return method.build();
  }

  /** The rows that need a step, where only some variants do; what reads it comes first. */
  private void guardedRows(MethodSpec.Builder method) {
    List<Region.ItemStep> backwards = new ArrayList<>(region.perItem());
    Collections.reverse(backwards);
    for (Region.ItemStep item : backwards) {
      guards
          .rows(item.step(), reader -> CodeBlock.of("$N", rowsOf.get(reader.name())))
          .ifPresent(
              some ->
                  method.addStatement(
                      "$T $N = $L", Types.ROWS, rowsOf.get(item.step().name()), some));
    }
  }

  /** Returns the kernel of a step, with the methods that it calls. */
  List<MethodSpec> kernels(Region.ItemStep item) {
    Step step = item.step();
    List<MethodSpec> methods = new ArrayList<>();
    if (!item.batched()) {
      methods.add(loop(step, kernelName(step)));
    } else {
      Step.Call call = (Step.Call) step;
      Twin twin = call.node().twin().orElseThrow();
      String whole = kernelName(step);
      if (twin.weighing().isPresent()) {
        methods.add(batches(call, twin.weighing().get(), whole, helper(step, "Batch")));
        whole = helper(step, "Batch");
      }
      methods.add(batch(call, whole));
      if (call.node().traits().isPure()) {
        methods.add(loop(step, helper(step, "OneByOne")));
      }
    }
    if (region.shape().soft()) {
      methods.add(inputs.method(step, helper(step, "At"), readColumns(step)));
    }
    return methods;
  }

  private String helper(Step step, String what) {
    return names.clone().newName(step.name() + what);
  }

  /** A nested use tells of itself, once for each row; a node is told of once for all. */
  private MethodSpec loop(Step step, String name) {
    MethodSpec.Builder method = kernel(name, step).addCode("// $L, row by row\n", step.display());
    boolean isCall = step instanceof Step.Call;
    if (!opened(step).isEmpty()) {
      returnIfEmpty(method);
    }
    if (isCall) {
      method.addStatement("long $N = now()", since);
    }
    open(method, step);
    method
        .beginControlFlow(
            "for (int $N = $N.first(); $N >= 0; $N = $N.after($N))", row, rows, row, row, rows, row)
        .beginControlFlow("try")
        .addCode(
            steps.compute(
                step,
                this::rowValue,
                value -> CodeBlock.of("$N.set($N, $L)", step.name(), row, value)))
        .nextControlFlow("catch ($T $N)", Exception.class, failure)
        .addStatement(
            "fail($S, $N, $N, $N$L)",
            step.label(),
            rows,
            row,
            failure,
            region.shape().soft()
                ? CodeBlock.of(
                    ", $N($L)", helper(step, "At"), readAnd(step, CodeBlock.of("$N", row)))
                : "")
        .endControlFlow()
        .endControlFlow();
    if (isCall) {
      method.addStatement("end($S, $N, $N)", step.label(), rows, since);
    }
    return method.build();
  }

  private MethodSpec batches(Step.Call call, Twin.Weighing weighing, String name, String whole) {
    int first = call.node().twin().orElseThrow().mapped().indexOf(true);
    Argument weighed = call.arguments().get(first + (call.node().method().isStatic() ? 0 : 1));
    CodeBlock weigher =
        weighing.weigher().isPresent()
            ? CodeBlock.of("new $T()", Types.name(weighing.weigher().get()))
            : CodeBlock.of("each -> 1");
    return kernel(name, call)
        .addException(Exception.class)
        .addCode("// in batches that weigh at most so much\n")
        .beginControlFlow(
            "for ($T $N : $T.$L($N, $L, $LL, $L,$W($N, $N) -> fail($S, $N, $N, $N$L)))",
            Types.ROWS,
            some,
            Types.BATCHES,
            columns.containsKey(weighed.name()) ? "of" : "ofSame",
            rows,
            columns.containsKey(weighed.name())
                ? CodeBlock.of("$N", weighed.name())
                : CodeBlock.of(
                    "$S, $L",
                    weighed.name(),
                    Calls.argument(weighed, RegionEmitter.constant(weighed))),
            weighing.maxWeight(),
            weigher,
            failure,
            at,
            call.label(),
            rows,
            at,
            failure,
            region.shape().soft()
                ? CodeBlock.of(
                    ", $N($L)", helper(call, "At"), readAnd(call, CodeBlock.of("$N", at)))
                : "")
        .addStatement("$N($L)", whole, columnsAnd(call, CodeBlock.of("$N", some)))
        .endControlFlow()
        .build();
  }

  private MethodSpec batch(Step.Call call, String name) {
    Twin twin = call.node().twin().orElseThrow();
    int receiver = call.node().method().isStatic() ? 0 : 1;
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Argument argument = call.arguments().get(i);
      boolean mapped = i >= receiver && twin.mapped().get(i - receiver);
      arguments.add(
          mapped
              ? Calls.many(twin.method().types().get(i - receiver).plain(), listOf(argument))
              : Calls.argument(argument, rowValue(argument)));
    }
    CodeBlock lost =
        region.shape().soft()
            ? CodeBlock.of(
                ", $N -> $N($L)", at, helper(call, "At"), readAnd(call, CodeBlock.of("$N", at)))
            : CodeBlock.of("");
    MethodSpec.Builder method =
        kernel(name, call)
            .addException(Exception.class)
            .addCode("// $L, all rows at once\n", twin.method());
    returnIfEmpty(method);
    method.addStatement("long $N = now()", since);
    open(method, call);
    method
        .addStatement("$T $N", Types.name(TypeRef.listOf(call.type())), batch)
        .beginControlFlow("try")
        .addStatement("$N = snapshot($L)", batch, scope.adapters.batch(call.node(), arguments))
        .nextControlFlow("catch ($T $N)", Exception.class, failure);
    if (call.node().traits().isPure()) {
      method
          .beginControlFlow("if (isolates($S, $N))", call.label(), failure)
          .addStatement(
              "$N($L)", helper(call, "OneByOne"), columnsAnd(call, CodeBlock.of("$N", rows)))
          .nextControlFlow("else");
    }
    method.addStatement("failAll($S, $N, $N$L)", call.label(), rows, failure, lost);
    if (call.node().traits().isPure()) {
      method.endControlFlow();
    }
    return method
        .addStatement("return")
        .endControlFlow()
        .addStatement("take($S, $N, $N, $N$L)", call.label(), call.name(), rows, batch, lost)
        .addStatement("end($S, $N, $N)", call.label(), rows, since)
        .build();
  }

  private void returnIfEmpty(MethodSpec.Builder method) {
    method.beginControlFlow("if ($N.isEmpty())", rows).addStatement("return").endControlFlow();
  }

  /** Resources are opened before the first row: if one cannot be, no row is at fault. */
  private void open(MethodSpec.Builder method, Step step) {
    for (Argument argument : opened(step)) {
      Calls.Value value = Calls.opened(RegionEmitter.constant(argument));
      method.addStatement(
          "$T $N = $L", Types.name(value.type()), argument.name(), value.expression());
    }
  }

  /** Returns the resources that a step reads, each once; a nested use opens them itself. */
  private static List<Argument> opened(Step step) {
    Map<String, Argument> opened = new LinkedHashMap<>();
    for (Argument argument : step.arguments()) {
      if (argument.given() instanceof TypeRef.Held
          && !(argument.wanted() instanceof TypeRef.Held)) {
        opened.putIfAbsent(argument.name(), argument);
      }
    }
    return List.copyOf(opened.values());
  }

  private CodeBlock listOf(Argument argument) {
    TypeName wanted = Types.name(argument.wanted().boxed());
    return columns.containsKey(argument.name())
        ? CodeBlock.of("$T.<$T>list($N, $N)", Types.COLUMN, wanted, argument.name(), rows)
        : CodeBlock.of(
            "$T.<$T>nCopies($N.count(), $L)",
            Collections.class,
            wanted,
            rows,
            Calls.argument(argument, rowValue(argument)));
  }

  /** A method called {@code yield} could not be called by its simple name. */
  private String kernelName(Step step) {
    return step.name().equals("yield") ? names.clone().newName("yield_") : step.name();
  }

  private MethodSpec.Builder kernel(String name, Step step) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Types.column(step.type()), step.name());
    for (String read : readColumns(step)) {
      method.addParameter(Types.column(columns.get(read)), read);
    }
    return method.addParameter(Types.ROWS, rows);
  }

  private CodeBlock columnsAnd(Step step, CodeBlock last) {
    return CodeBlock.of("$N,$W$L", step.name(), readAnd(step, last));
  }

  private CodeBlock readAnd(Step step, CodeBlock last) {
    List<CodeBlock> arguments = new ArrayList<>();
    readColumns(step).forEach(read -> arguments.add(CodeBlock.of("$N", read)));
    arguments.add(last);
    return CodeBlock.join(arguments, ",$W");
  }

  private List<String> readColumns(Step step) {
    return step.arguments().stream()
        .map(Argument::name)
        .distinct()
        .filter(columns::containsKey)
        .toList();
  }

  private Calls.Value rowValue(Argument argument) {
    if (argument.given() instanceof TypeRef.Held && !(argument.wanted() instanceof TypeRef.Held)) {
      return new Calls.Value(CodeBlock.of("$N", argument.name()), argument.given().opened());
    }
    return columns.containsKey(argument.name())
        ? new Calls.Value(
            CodeBlock.of("$N.get($N)", argument.name(), row), argument.given().boxed())
        : RegionEmitter.constant(argument);
  }
}
