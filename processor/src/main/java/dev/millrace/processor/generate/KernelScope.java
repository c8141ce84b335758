package dev.millrace.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * What the methods of a mapped use share: the names in them, and which values lie in columns, one
 * for each row.
 */
final class KernelScope {
  final String rows;
  final String row;
  final String since;
  final String call;
  final String batch;
  final String some;
  final String together;
  final String failure;
  final String device;
  final String at;
  private final NameAllocator names = new NameAllocator();
  private final Map<String, TypeRef> columns = new LinkedHashMap<>();
  private final Map<String, String> rowsOf = new LinkedHashMap<>();
  private final boolean soft;

  KernelScope(Region region) {
    this.soft = region.shape().soft();
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
    this.call = names.newName("call");
    this.batch = names.newName("batch");
    this.some = names.newName("some");
    this.together = names.newName("together");
    this.failure = names.newName("failure");
    this.device = names.newName("device");
    this.at = names.newName("at");
    for (Region.ItemStep item : region.perItem()) {
      String name = item.step().name();
      rowsOf.put(name, region.guarded().containsKey(name) ? names.newName(name + "Rows") : rows);
    }
  }

  /** Returns the variable with the rows that need a step. */
  String rowsOf(Step step) {
    return rowsOf.get(step.name());
  }

  /** Returns the names that are taken, to which a method may add its own. */
  NameAllocator names() {
    return names.clone();
  }

  /** Returns the type of the value that a column has for each row; null for what is no column. */
  @Nullable TypeRef column(String name) {
    return columns.get(name);
  }

  /** Returns whether a value differs from row to row. */
  boolean isColumn(Argument argument) {
    return columns.containsKey(argument.name());
  }

  /**
   * Returns the name of the kernel for one batch, of a step whose own cuts the rows into batches.
   */
  String wholeName(Step step) {
    return helper(step, "Batch");
  }

  /** Returns the name of the kernel that does without the twin. */
  String oneByOneName(Step step) {
    return helper(step, "OneByOne");
  }

  /** Returns the name of the column with a step's calls, and of the kernel that starts them. */
  String startedName(Step step) {
    return helper(step, "Started");
  }

  /** Returns the field with a step's calls that are under way. */
  String windowName(Step step) {
    return helper(step, "Window");
  }

  private String helper(Step step, String what) {
    return names().newName(step.name() + what);
  }

  /**
   * Returns the name of a step's kernel; a method called {@code yield} could not be called by its
   * simple name.
   */
  String kernelName(Step step) {
    return step.name().equals("yield") ? names().newName("yield_") : step.name();
  }

  /** Returns a method that computes rows of a step's column, out of those that it reads. */
  MethodSpec.Builder kernel(String name, Step step) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Types.column(step.type()), step.name());
    readParameters(method, step);
    return method.addParameter(Types.ROWS, rows);
  }

  /** Returns the arguments of such a method. */
  CodeBlock columnsAnd(Step step, CodeBlock last) {
    return CodeBlock.of("$N,$W$L", step.name(), readAnd(step, last));
  }

  /** Returns the columns that a step reads, and what follows them, as arguments. */
  CodeBlock readAnd(Step step, CodeBlock last) {
    List<CodeBlock> arguments = new ArrayList<>();
    if (isBundled(step)) {
      arguments.add(CodeBlock.of("$N", bundleName(step)));
    } else {
      readColumns(step).forEach(read -> arguments.add(CodeBlock.of("$N", read)));
    }
    arguments.add(last);
    return CodeBlock.join(arguments, ",$W");
  }

  /** Returns the columns that a step reads, each once. */
  List<String> readColumns(Step step) {
    return step.arguments().stream()
        .map(Argument::name)
        .distinct()
        .filter(columns::containsKey)
        .toList();
  }

  /** Returns whether a step reads too many columns for a parameter each. */
  boolean isBundled(Step step) {
    return Bundle.isNeeded(readColumns(step).size());
  }

  /** Returns the variable with the columns that such a step reads. */
  String bundleName(Step step) {
    return helper(step, "Columns");
  }

  /** Returns the class of what has the columns that a step reads, if it is bundled. */
  Optional<TypeSpec> bundle(Step step) {
    Map<String, TypeName> fields = new LinkedHashMap<>();
    readColumns(step).forEach(read -> fields.put(read, Types.column(columns.get(read))));
    return isBundled(step)
        ? Optional.of(Bundle.of(Bundle.type(step, "Columns"), fields))
        : Optional.empty();
  }

  /** Writes that the columns that a step reads are put together, if it is bundled. */
  void makeBundle(MethodSpec.Builder method, Step step) {
    if (isBundled(step)) {
      ClassName type = Bundle.type(step, "Columns");
      method.addStatement("$T $N = new $T()", type, bundleName(step), type);
      for (String read : readColumns(step)) {
        method.addStatement("$N.$N = $N", bundleName(step), read, read);
      }
    }
  }

  /** Returns the name of the method that gives what a step was called with, in a soft map. */
  String inputsName(Step step) {
    return helper(step, "At");
  }

  /** Returns one more argument: what a step was called with for a row; none in a strict map. */
  CodeBlock inputs(Step step, String ofRow) {
    return soft ? CodeBlock.of(", $L", inputsOf(step, ofRow)) : CodeBlock.of("");
  }

  /** Returns one more argument: what gives for a row what a step was called with. */
  CodeBlock inputsOfEach(Step step) {
    return soft ? CodeBlock.of(", $N -> $L", at, inputsOf(step, at)) : CodeBlock.of("");
  }

  private CodeBlock inputsOf(Step step, String ofRow) {
    return CodeBlock.of("$N($L)", inputsName(step), readAnd(step, CodeBlock.of("$N", ofRow)));
  }

  /** Returns what a row has for an argument. */
  Calls.Value rowValue(Argument argument) {
    return rowValue(argument, row);
  }

  /** Returns what a row of a name has for an argument. */
  Calls.Value rowValue(Argument argument, String row) {
    if (argument.given() instanceof TypeRef.Held && !(argument.wanted() instanceof TypeRef.Held)) {
      return new Calls.Value(CodeBlock.of("$N", argument.name()), argument.given().opened());
    }
    TypeRef column = columns.get(argument.name());
    if (column == null) {
      return RegionEmitter.constant(argument);
    }
    return Types.isUnboxed(column)
        ? new Calls.Value(CodeBlock.of("$N.at($N)", argument.name(), row), column)
        : new Calls.Value(
            CodeBlock.of("$N.get($N)", argument.name(), row), argument.given().boxed());
  }

  /** Returns the expression that sets a row's value of a step. */
  CodeBlock set(Step step, CodeBlock value) {
    return CodeBlock.of(
        Types.isUnboxed(step.type()) ? "$N.put($N,$W$L)" : "$N.set($N,$W$L)",
        step.name(),
        row,
        value);
  }

  /** Writes what is done with each row, which fails alone. */
  void rowByRow(MethodSpec.Builder method, Step step, CodeBlock statements) {
    method
        .beginControlFlow(
            "for (int $N = $N.first(); $N >= 0; $N = $N.after($N))", row, rows, row, row, rows, row)
        .beginControlFlow("try")
        .addCode(statements)
        .nextControlFlow("catch ($T $N)", Exception.class, failure)
        .addStatement("fail($S, $N, $N, $N$L)", step.label(), rows, row, failure, inputs(step, row))
        .endControlFlow()
        .endControlFlow();
  }

  /** Writes the columns that a step reads as parameters. */
  void readParameters(MethodSpec.Builder method, Step step) {
    if (isBundled(step)) {
      method.addParameter(Bundle.type(step, "Columns"), bundleName(step));
      for (String read : readColumns(step)) {
        method.addStatement(
            "$T $N = $N.$N", Types.column(columns.get(read)), read, bundleName(step), read);
      }
      return;
    }
    for (String read : readColumns(step)) {
      method.addParameter(Types.column(columns.get(read)), read);
    }
  }

  /** Writes that nothing is called where there is no row. */
  void returnIfEmpty(MethodSpec.Builder method) {
    method.beginControlFlow("if ($N.isEmpty())", rows).addStatement("return").endControlFlow();
  }

  /** Writes that resources are opened before the first row: if one cannot be, none is at fault. */
  void open(MethodSpec.Builder method, Step step) {
    for (Argument argument : opened(step)) {
      Calls.Value value = Calls.opened(RegionEmitter.constant(argument));
      method.addStatement(
          "$T $N = $L", Types.name(value.type()), argument.name(), value.expression());
    }
  }

  /** Returns the resources that a step reads, each once; a nested use opens them itself. */
  static List<Argument> opened(Step step) {
    Map<String, Argument> opened = new LinkedHashMap<>();
    for (Argument argument : step.arguments()) {
      if (argument.given() instanceof TypeRef.Held
          && !(argument.wanted() instanceof TypeRef.Held)) {
        opened.putIfAbsent(argument.name(), argument);
      }
    }
    return List.copyOf(opened.values());
  }
}
