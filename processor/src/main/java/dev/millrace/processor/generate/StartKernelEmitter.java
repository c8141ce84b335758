package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.model.Delivery;
import dev.millrace.processor.model.Traits;
import dev.millrace.processor.plan.Step;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the two kernels of a node that is asynchronous, or waits: one begins a call for each row,
 * as many at once as may be under way, the other waits for their ends, in order.
 */
final class StartKernelEmitter {
  private final Scope scope;
  private final KernelScope use;
  private final boolean soft;

  StartKernelEmitter(Scope scope, KernelScope use, boolean soft) {
    this.scope = scope;
    this.use = use;
    this.soft = soft;
  }

  /** Returns the field with what is under way. */
  FieldSpec window(Step.Call call) {
    return FieldSpec.builder(Types.WINDOW, use.windowName(call), Modifier.PRIVATE, Modifier.FINAL)
        .build();
  }

  /** Returns what the field is set to. */
  CodeBlock windowValue(Step.Call call) {
    Traits traits = call.node().traits();
    List<CodeBlock> held =
        KernelScope.opened(call).stream()
            .map(argument -> CodeBlock.of(",$W$N", argument.name()))
            .toList();
    return CodeBlock.of(
        "$L($L,$W$L$L)",
        isStage(call) ? "stages" : "threads",
        scope.adapters.terms(call.node()),
        traits.pace().maxInFlight(),
        CodeBlock.join(held, ""));
  }

  private static boolean isStage(Step.Call call) {
    return call.node().traits().delivery() == Delivery.STAGE;
  }

  /** Returns the type of the column that has the calls. */
  static TypeName started(Step.Call call) {
    return ParameterizedTypeName.get(Types.COLUMN, pending(call));
  }

  private static TypeName pending(Step.Call call) {
    return isStage(call)
        ? Types.pending(call.node())
        : ParameterizedTypeName.get(Types.PENDING, value(call));
  }

  private static TypeName value(Step.Call call) {
    return isStage(call)
        ? Types.landing(call.node())
        : Types.name(call.type().boxed(), call.isNullable());
  }

  /** Returns the kernel that begins the calls. */
  MethodSpec start(Step.Call call) {
    String name = use.startedName(call);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE)
            .addParameter(started(call), name);
    use.readParameters(method, call);
    method.addParameter(Types.ROWS, use.rows).addCode("// $L, begun row by row\n", call.display());
    if (!KernelScope.opened(call).isEmpty()) {
      use.returnIfEmpty(method);
      use.open(method, call);
    }
    CodeBlock called = StepEmitter.called(call, argument -> use.rowValue(argument, use.at));
    use.rowByRow(
        method,
        call,
        CodeBlock.builder()
            .addStatement("int $N = $N", use.at, use.row)
            .addStatement(
                "$N.set($N, this.$N.<$T>$L(() -> $L))",
                name,
                use.row,
                use.windowName(call),
                value(call),
                isStage(call) ? "start" : "startBlocking",
                called)
            .build());
    return method.build();
  }

  /** Returns the kernel that waits for the calls. */
  MethodSpec join(Step.Call call) {
    String started = use.startedName(call);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(use.kernelName(call))
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Types.column(call.type()), call.name())
            .addParameter(started(call), started);
    if (soft) {
      use.readParameters(method, call);
    }
    method
        .addParameter(Types.ROWS, use.rows)
        .addCode("// $L, joined row by row\n", call.display())
        .addStatement("long $N = now()", use.since);
    CodeBlock joined = CodeBlock.of("$N.get($N).join()", started, use.row);
    CodeBlock value = isStage(call) ? Calls.landed(call.node(), joined) : joined;
    use.rowByRow(method, call, CodeBlock.builder().addStatement(use.set(call, value)).build());
    return method.addStatement("end($S, $N, $N)", call.label(), use.rows, use.since).build();
  }

  /** Returns the call of the first kernel. */
  CodeBlock startCall(Step.Call call, CodeBlock rows) {
    return CodeBlock.of(
        "$N($N,$W$L)", use.startedName(call), use.startedName(call), use.readAnd(call, rows));
  }

  /** Returns the call of the second kernel. */
  CodeBlock joinCall(Step.Call call, CodeBlock rows) {
    return CodeBlock.of(
        "$N($N,$W$N,$W$L)",
        use.kernelName(call),
        call.name(),
        use.startedName(call),
        soft ? use.readAnd(call, rows) : rows);
  }
}
