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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods of a mapped use: one that takes a chunk through its columns, and for each node
 * a kernel: a loop over the rows, or one call of the twin.
 */
final class KernelEmitter {
  private final RegionEmitter regions;
  private final Region region;
  private final String path;
  private final TypeRef element;
  private final Map<String, TypeRef> columns = new LinkedHashMap<>();
  private final NameAllocator names = new NameAllocator();
  private final String from;
  private final String rows;
  private final String results;
  private final String sound;
  private final String row;
  private final String since;
  private final String batch;
  private final String failure;

  /**
   * @param element the type of the elements of the list that comes out
   */
  KernelEmitter(RegionEmitter regions, Region region, String path, TypeRef element) {
    this.regions = regions;
    this.region = region;
    this.path = path;
    this.element = element;
    region.values().forEach(value -> names.newName(value.name(), value.name()));
    region.constant().forEach(step -> names.newName(step.name(), step.name()));
    region.perItem().forEach(item -> names.newName(item.step().name(), item.step().name()));
    for (Region.Value value : region.values()) {
      if (value.each()) {
        columns.put(value.name(), value.inner());
      }
    }
    region.perItem().forEach(item -> columns.put(item.step().name(), item.step().type()));
    this.from = names.newName("from");
    this.rows = names.newName("rows");
    this.results = names.newName("results");
    this.sound = names.newName("sound");
    this.row = names.newName("row");
    this.since = names.newName("since");
    this.batch = names.newName("batch");
    this.failure = names.newName("failure");
  }

  MethodSpec chunk() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("chunk")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .addParameter(TypeName.INT, from)
            .addParameter(TypeName.INT, rows)
            .addParameter(Types.column(element), results)
            .addException(Exception.class)
            .addStatement("int $N = $N", sound, rows);
    for (Region.Value value : region.values()) {
      if (value.each() && region.isRead(value.name())) {
        method.addStatement(
            "$T $N = column($S, this.$N)",
            Types.column(value.inner()),
            value.name(),
            value.name(),
            value.name());
      }
    }
    for (Region.ItemStep item : region.perItem()) {
      Step step = item.step();
      method.addStatement(
          "$T $N = $T.of($S, $N, $N)",
          Types.column(step.type()),
          step.name(),
          Types.COLUMN,
          step.name(),
          from,
          sound);
      method.addStatement("$N = $N($L)", sound, kernelName(step), columnNames(step));
    }
    CodeBlock output =
        region.varying().contains(region.output())
            ? CodeBlock.of("$N.get($N)", region.output(), row)
            : CodeBlock.of("this.$N", region.output());
    return method
        .beginControlFlow("for (int $N = 0; $N < $N; $N++)", row, row, sound, row)
        .addStatement("$N.set($N, $L)", results, row, output)
        .endControlFlow()
        .build();
  }

  /** Returns the kernel of a step; of a batched one, also the loop that stands in when it fails. */
  List<MethodSpec> kernels(Region.ItemStep item) {
    Step step = item.step();
    if (!item.batched()) {
      return List.of(loop(step, kernelName(step), step.display() + ", row by row"));
    }
    String single = names.clone().newName(step.name() + "OneByOne");
    return List.of(
        batch((Step.Call) step, single), loop(step, single, step.display() + ", row by row"));
  }

  /** A nested use tells of itself, once for each row; a node is told of once for all. */
  private MethodSpec loop(Step step, String name, String comment) {
    MethodSpec.Builder method = kernel(name, step).addCode("// $L\n", comment);
    boolean isCall = step instanceof Step.Call;
    CodeBlock value =
        step instanceof Step.Call call
            ? Calls.node(call, this::rowValue)
            : regions.use(
                (Step.Use) step, path + "." + step.name(), CodeBlock.of("probe()"), this::rowValue);
    if (isCall) {
      method.addStatement("long $N = now()", since);
    }
    method
        .addStatement("int $N = 0", row)
        .beginControlFlow("try")
        .beginControlFlow("for (; $N < $N; $N++)", row, rows, row)
        .addStatement("$N.set($N, $L)", step.name(), row, value)
        .endControlFlow()
        .nextControlFlow("catch ($T $N)", Exception.class, failure)
        .addStatement("return fail($S, $N, $N)", step.name(), row, failure)
        .endControlFlow();
    if (isCall) {
      method.addStatement("end($S, $N, $N)", step.name(), rows, since);
    }
    return method.addStatement("return $N", rows).build();
  }

  private MethodSpec batch(Step.Call call, String single) {
    Twin twin = call.node().twin().orElseThrow();
    boolean isStatic = call.node().method().isStatic();
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Argument argument = call.arguments().get(i);
      boolean mapped = isStatic ? twin.mapped().get(i) : i > 0 && twin.mapped().get(i - 1);
      arguments.add(mapped ? listOf(argument) : Calls.cast(rowValue(argument), argument.wanted()));
    }
    return kernel(kernelName(call), call)
        .addException(Exception.class)
        .addCode("// $L, all rows at once\n", twin.method())
        .addStatement("long $N = now()", since)
        .beginControlFlow("try")
        .addStatement(
            "$T $N = $L",
            Types.name(TypeRef.listOf(call.type())),
            batch,
            Calls.method(twin.method(), arguments))
        .addStatement("int $N = take($S, $N, $N, $N)", sound, call.name(), call.name(), batch, rows)
        .addStatement("end($S, $N, $N)", call.name(), rows, since)
        .addStatement("return $N", sound)
        .nextControlFlow("catch ($T $N)", Exception.class, failure)
        .addStatement("isolate($S, $N)", call.name(), failure)
        .addStatement("return $N($L)", single, kernelArguments(call))
        .endControlFlow()
        .build();
  }

  private CodeBlock listOf(Argument argument) {
    TypeName wanted = Types.name(argument.wanted().boxed());
    return columns.containsKey(argument.name())
        ? CodeBlock.of("$T.<$T>list($N, $N)", Types.COLUMN, wanted, argument.name(), rows)
        : CodeBlock.of(
            "$T.<$T>nCopies($N, $L)",
            java.util.Collections.class,
            wanted,
            rows,
            Calls.cast(rowValue(argument), argument.wanted()));
  }

  /** A method called {@code yield} could not be called by its simple name. */
  private String kernelName(Step step) {
    return step.name().equals("yield") ? names.clone().newName("yield_") : step.name();
  }

  private MethodSpec.Builder kernel(String name, Step step) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE)
            .returns(TypeName.INT)
            .addParameter(Types.column(step.type()), step.name());
    for (String read : readColumns(step)) {
      method.addParameter(Types.column(columns.get(read)), read);
    }
    return method.addParameter(TypeName.INT, rows);
  }

  private CodeBlock columnNames(Step step) {
    return names(step, sound);
  }

  private CodeBlock kernelArguments(Step step) {
    return names(step, rows);
  }

  private CodeBlock names(Step step, String count) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$N", step.name()));
    readColumns(step).forEach(read -> arguments.add(CodeBlock.of("$N", read)));
    arguments.add(CodeBlock.of("$N", count));
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
    return columns.containsKey(argument.name())
        ? new Calls.Value(
            CodeBlock.of("$N.get($N)", argument.name(), row), argument.given().boxed())
        : new Calls.Value(CodeBlock.of("this.$N", argument.name()), argument.given());
  }
}
