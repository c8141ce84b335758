package dev.millrace.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes what a step of a soft map was called with for a row, and the call itself, to be made
 * again. It takes the values and nothing else: one failure does not keep all items.
 */
final class RowInputsEmitter {
  private final StepEmitter steps;
  private final KernelScope use;

  RowInputsEmitter(StepEmitter steps, KernelScope use) {
    this.steps = steps;
    this.use = use;
  }

  /** Returns the method for a step: its parameters are the columns that it reads, and the row. */
  MethodSpec method(Step step) {
    NameAllocator local = use.names();
    String leases = local.newName("leases");
    String run = local.newName("run");
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(use.inputsName(step))
            .addModifiers(Modifier.PRIVATE)
            .returns(Types.CALL_INPUTS);
    use.readParameters(method, step);
    method.addParameter(TypeName.INT, use.row);
    String bundle = local.newName("values");
    boolean isBundled = isBundled(step);
    if (isBundled) {
      ClassName type = Bundle.type(step, "Values");
      method.addStatement("$T $N = new $T()", type, bundle, type);
    }
    Map<String, Calls.Value> values = new LinkedHashMap<>();
    List<CodeBlock> held = new ArrayList<>();
    CodeBlock.Builder pairs = CodeBlock.builder();
    for (Argument argument : step.arguments()) {
      boolean isHeld = argument.given() instanceof TypeRef.Held;
      if (values.containsKey(argument.name()) || isHeld && step instanceof Step.Choice) {
        continue; // made again, a choice only says what it does not know
      }
      CodeBlock value =
          isBundled ? bundled(method, argument, bundle) : local(method, argument, local);
      values.put(
          argument.name(),
          isHeld
              ? new Calls.Value(in(argument, value, run), argument.given())
              : new Calls.Value(value, taken(argument)));
      if (isHeld) {
        held.add(value);
      } else {
        pairs.add(",$W$S,$W$L", argument.name(), value);
      }
    }
    boolean makes = Scope.makesResource(step);
    if (makes) {
      method.addStatement("$T $N = this.$N", Types.LEASES, leases, RegionEmitter.LEASES);
    }
    CodeBlock again =
        step instanceof Step.Choice choice
            ? steps.unknown(choice, each -> values.get(each.name()))
            : steps.again(step, each -> values.get(each.name()), CodeBlock.of("$N", run));
    CodeBlock call = CodeBlock.of("() -> $L", again);
    if (makes || !held.isEmpty()) {
      List<CodeBlock> arguments = new ArrayList<>();
      if (makes) {
        arguments.add(CodeBlock.of("$N", leases));
      }
      arguments.add(CodeBlock.of("$N -> $L", run, again));
      arguments.addAll(held);
      call =
          CodeBlock.of(
              "$T.$L($L)$L",
              Types.AGAIN,
              makes ? "in" : "of",
              CodeBlock.join(arguments, ",$W"),
              KernelScope.opened(step).isEmpty() ? "" : ".onDevices()");
    }
    return method
        .addStatement("return $T.of($L$L)", Types.CALL_INPUTS, call, pairs.build())
        .build();
  }

  /** Returns whether a lambda cannot hold all that a step was called with. */
  private static boolean isBundled(Step step) {
    return Bundle.isNeeded((int) step.arguments().stream().map(Argument::name).distinct().count());
  }

  /** Returns the class of what holds it then. */
  Optional<TypeSpec> bundle(Step step) {
    Map<String, TypeName> fields = new LinkedHashMap<>();
    step.arguments().forEach(each -> fields.put(each.name(), Types.name(taken(each))));
    return isBundled(step)
        ? Optional.of(Bundle.of(Bundle.type(step, "Values"), fields))
        : Optional.empty();
  }

  private CodeBlock bundled(MethodSpec.Builder method, Argument argument, String bundle) {
    String name = argument.name();
    if (use.isColumn(argument)) {
      method.addStatement("$N.$N = $N.get($N)", bundle, name, name, use.row);
    } else {
      method.addStatement("$N.$N = this.$N", bundle, name, name);
    }
    return CodeBlock.of("$N.$N", bundle, name);
  }

  /** Takes a value out of its column, or out of its field. */
  private CodeBlock local(MethodSpec.Builder method, Argument argument, NameAllocator local) {
    boolean isColumn = use.isColumn(argument);
    String name = isColumn ? local.newName(argument.name() + "Value") : argument.name();
    method.addStatement(
        isColumn ? "$T $N = $N.get($N)" : "$T $N = this.$N",
        isColumn
            ? new Object[] {Types.name(taken(argument)), name, argument.name(), use.row}
            : new Object[] {Types.name(taken(argument)), name, argument.name()});
    return CodeBlock.of("$N", name);
  }

  private TypeRef taken(Argument argument) {
    TypeRef column = use.column(argument.name());
    return column == null ? argument.given() : column.boxed();
  }

  private static CodeBlock in(Argument argument, CodeBlock held, String run) {
    return ((TypeRef.Held) argument.given()).type().isNullable()
        ? CodeBlock.of("$T.inOrNull($L, $N)", Types.HELD, held, run)
        : CodeBlock.of("$L.in($N)", held, run);
  }
}
