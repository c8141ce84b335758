package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes the kernel of a node that runs in batches: one call of its twin for all rows. */
final class TwinKernelEmitter {
  private final Scope scope;
  private final KernelScope use;

  TwinKernelEmitter(Scope scope, KernelScope use) {
    this.scope = scope;
    this.use = use;
  }

  /** Returns the kernel that hands rows on in batches, to the one for a whole batch. */
  MethodSpec batches(Step.Call call, Twin.Limits limits, String name, String whole) {
    return use.kernel(name, call)
        .addException(Exception.class)
        .addCode(
            limits.weigher().isPresent()
                ? "// in batches that weigh at most so much\n"
                : "// in batches of at most so many\n")
        .beginControlFlow(
            "for ($T $N : $L)",
            Types.ROWS,
            use.some,
            limits
                .weigher()
                .map(weigher -> weighed(call, limits, Types.name(weigher)))
                .orElseGet(
                    () -> CodeBlock.of("$T.of($N, $L)", Types.BATCHES, use.rows, limits.count())))
        .addStatement("$N($L)", whole, use.columnsAnd(call, CodeBlock.of("$N", use.some)))
        .endControlFlow()
        .build();
  }

  private CodeBlock weighed(Step.Call call, Twin.Limits limits, TypeName weigher) {
    int first = call.node().twin().orElseThrow().mapped().indexOf(true);
    Argument weighed = call.arguments().get(first + (call.node().method().isStatic() ? 0 : 1));
    return CodeBlock.of(
        "$T.$L($N, $L, $L, $LL, new $T(),$W($N, $N) -> fail($S, $N, $N, $N$L))",
        Types.BATCHES,
        use.isColumn(weighed) ? "of" : "ofSame",
        use.rows,
        use.isColumn(weighed)
            ? CodeBlock.of("$N", weighed.name())
            : CodeBlock.of(
                "$S, $L",
                weighed.name(),
                Calls.argument(weighed, RegionEmitter.constant(weighed)).expression()),
        limits.maxItems(),
        limits.maxWeight(),
        weigher,
        use.failure,
        use.at,
        call.label(),
        use.rows,
        use.at,
        use.failure,
        use.inputs(call, use.at));
  }

  /** Returns the kernel that calls the twin with all rows. */
  MethodSpec batch(Step.Call call, String name) {
    Twin twin = call.node().twin().orElseThrow();
    int receiver = call.node().method().isStatic() ? 0 : 1;
    boolean meets = call.node().meets();
    List<Calls.Value> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Argument argument = call.arguments().get(i);
      boolean mapped = i >= receiver && twin.mapped().get(i - receiver);
      arguments.add(
          !mapped
              ? Calls.argument(argument, use.rowValue(argument))
              : meets
                  ? new Calls.Value(listOf(argument), TypeRef.listOf(argument.wanted()))
                  : Calls.many(twin.method().types().get(i - receiver).plain(), listOf(argument)));
    }
    CodeBlock lost = use.inputsOfEach(call);
    MethodSpec.Builder method =
        use.kernel(name, call)
            .addException(Exception.class)
            .addCode("// $L, all rows at once\n", twin.method());
    use.returnIfEmpty(method);
    method
        .beginControlFlow(
            scope.isCached && !twin.invariant()
                ? "if (!batchTwins() || isCached())"
                : "if (!batchTwins())")
        .addStatement(
            "$N($L)", use.oneByOneName(call), use.columnsAnd(call, CodeBlock.of("$N", use.rows)))
        .addStatement("return")
        .endControlFlow()
        .addStatement("$T $N = call($S, $N)", Types.BATCH_CALL, use.call, call.label(), use.rows);
    use.open(method, call);
    List<CodeBlock> held = DeviceStatements.held(call, RegionEmitter::constant);
    boolean isOurs = !meets && !held.isEmpty();
    method.addStatement("$T $N", Types.name(TypeRef.listOf(call.type())), use.batch);
    if (isOurs) {
      method.addStatement(DeviceStatements.begin(use.device, held));
    }
    method
        .beginControlFlow("try")
        .addStatement(
            "$N = snapshot($L)",
            use.batch,
            meets
                ? scope.meetings.all(call.node(), CodeBlock.of("probe()"), held, arguments)
                : scope.adapters.batch(call.node(), arguments))
        .nextControlFlow("catch ($T $N)", Exception.class, use.failure)
        .addStatement("failed($N, $N)", use.call, use.failure);
    if (call.node().traits().isPure()) {
      method
          .beginControlFlow("if (isolates($S, $N))", call.label(), use.failure)
          .addStatement(
              "$N($L)", use.oneByOneName(call), use.columnsAnd(call, CodeBlock.of("$N", use.rows)))
          .nextControlFlow("else");
    }
    method.addStatement("failAll($S, $N, $N$L)", call.label(), use.rows, use.failure, lost);
    if (call.node().traits().isPure()) {
      method.endControlFlow();
    }
    method.addStatement("return");
    if (isOurs) {
      method.nextControlFlow("finally").addStatement("$N.end()", use.device);
    }
    return method
        .endControlFlow()
        .addStatement(
            "take($S, $N, $N, $N$L)", call.label(), call.name(), use.rows, use.batch, lost)
        .addStatement("end($S, $N, $N)", call.label(), use.rows, use.call)
        .build();
  }

  private CodeBlock listOf(Argument argument) {
    TypeName wanted = Types.name(argument.wanted().boxed());
    return use.isColumn(argument)
        ? CodeBlock.of("$T.<$T>list($N,$W$N)", Types.COLUMN, wanted, argument.name(), use.rows)
        : CodeBlock.of(
            "$T.<$T>nCopies($N.count(),$W$L)",
            Collections.class,
            wanted,
            use.rows,
            Calls.argument(argument, use.rowValue(argument)).expression());
  }
}
