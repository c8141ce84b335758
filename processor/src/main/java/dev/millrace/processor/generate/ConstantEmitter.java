package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.Overlap;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.List;
import java.util.Optional;

/**
 * Writes the steps of a nested use that run once, on its fields; asynchronous ones overlap. A
 * nested use tells of itself. A choice's value is a variant's, which has been checked.
 */
final class ConstantEmitter {
  private final Scope scope;
  private final Region region;
  private final String path;
  private final StepEmitter steps;
  private final GuardEmitter guards;
  private boolean declared;

  /**
   * @param path the use's name with those around it
   */
  ConstantEmitter(Scope scope, RegionEmitter regions, Region region, String path) {
    this.region = region;
    this.path = path;
    this.scope = scope;
    this.steps = StepEmitter.once(scope, regions, region, path);
    this.guards = new GuardEmitter(region, "at");
  }

  void emit(MethodSpec.Builder method) {
    guards.declareNeeds(method);
    boolean isAsync = region.constant().stream().anyMatch(Step::isAsync);
    if (isAsync) {
      method.beginControlFlow("try ($T started = $L)", Types.STARTED, started());
    }
    for (Overlap.Moment moment : Overlap.moments(region.constant())) {
      method.addCode("// $L$L\n", moment.step().display(), BodyEmitter.what(moment));
      Optional<CodeBlock> condition = condition(moment);
      boolean isLocal = condition.isPresent();
      if (moment instanceof Overlap.Start start && isLocal) {
        method.addStatement("$L = $T.none()", declared(start.step()), Types.SLOTS);
      }
      condition.ifPresent(needed -> method.beginControlFlow("if ($L)", needed));
      if (moment instanceof Overlap.Start start) {
        begin(method, start.step(), isLocal);
        start(method, start.step(), isLocal);
      } else if (moment instanceof Overlap.Join join) {
        join(method, join.step());
      } else {
        whole(method, moment.step(), isLocal);
      }
      if (scope.isCached && !(moment instanceof Overlap.Start)) {
        recalled(method, moment.step());
      }
      condition.ifPresent(needed -> method.endControlFlow());
    }
    if (isAsync) {
      method.endControlFlow();
    }
  }

  /** A step runs if a variant needs it, and the cache has not what it gives. */
  private Optional<CodeBlock> condition(Overlap.Moment moment) {
    Step step = moment.step();
    Optional<CodeBlock> needed = guards.isNeeded(step);
    if (!scope.isCached) {
      return needed;
    }
    CodeBlock computed =
        moment instanceof Overlap.Join join
            ? CodeBlock.of("$N != null", pending(join.step()))
            : CodeBlock.of("computes($L)", region.place(step));
    return Optional.of(
        needed.map(each -> CodeBlock.of("$L && $L", each, computed)).orElse(computed));
  }

  /** Its value is kept; or else it is what the cache had, if anybody needs it. */
  private void recalled(MethodSpec.Builder method, Step step) {
    int place = region.place(step);
    method
        .addStatement("kept($L, this.$N)", place, step.name())
        .nextControlFlow("else")
        .addStatement(
            "this.$N = $L",
            step.name(),
            step.type().isReference()
                ? CodeBlock.of("recalled($L)", place)
                : CodeBlock.of("recalled($L, $L)", place, BodyStatements.zero(step.type())));
  }

  private void start(MethodSpec.Builder method, Step.Call call, boolean isLocal) {
    List<CodeBlock> held = DeviceStatements.held(call, RegionEmitter::constant);
    boolean isDeclared = isLocal || !held.isEmpty();
    if (!isLocal && isDeclared) {
      method.addStatement(declared(call));
    }
    CodeBlock started = steps.start(call, RegionEmitter::constant);
    CodeBlock set =
        CodeBlock.builder()
            .addStatement(
                "$L = $L",
                isDeclared ? CodeBlock.of("$N", pending(call)) : declared(call),
                DeviceStatements.until(device(call), held, started))
            .build();
    method.addCode(DeviceStatements.around(device(call), held, set));
  }

  private static String device(Step step) {
    return step.name() + "Device";
  }

  private static String pending(Step.Call call) {
    return call.name() + "Started";
  }

  private static CodeBlock declared(Step.Call call) {
    return CodeBlock.of("$T $N", Types.pending(call.node()), pending(call));
  }

  /** What the use has started, for as long as which its resources last. */
  private CodeBlock started() {
    if (region.steps().stream().anyMatch(Scope::makesResource)) {
      return CodeBlock.of("$T.with(this.$N)", Types.STARTED, RegionEmitter.LEASES);
    }
    List<CodeBlock> held =
        region.constant().stream()
            .filter(Step::isAsync)
            .flatMap(step -> step.arguments().stream())
            .filter(argument -> argument.given() instanceof TypeRef.Held)
            .map(Argument::name)
            .distinct()
            .map(name -> CodeBlock.of("this.$N", name))
            .toList();
    return held.isEmpty()
        ? CodeBlock.of("$T.none()", Types.STARTED)
        : CodeBlock.of("$T.holding($L)", Types.STARTED, CodeBlock.join(held, ",$W"));
  }

  private void begin(MethodSpec.Builder method, Step.Call call, boolean isLocal) {
    method.addStatement("$Lsince = begin($S)", declared ? "" : "long ", call.label());
    declared |= !isLocal;
  }

  private void join(MethodSpec.Builder method, Step.Call call) {
    String pending = pending(call);
    method
        .addStatement("back($S)", call.label())
        .addStatement(set(call, steps.join(call, CodeBlock.of("$N", pending))))
        .addStatement("end($S, 1, $N.since())", call.label(), pending);
  }

  private void whole(MethodSpec.Builder method, Step step, boolean isLocal) {
    CodeBlock computed = steps.compute(step, RegionEmitter::constant, value -> set(step, value));
    if (step instanceof Step.Call call) {
      begin(method, call, isLocal);
      List<CodeBlock> held =
          call.node().meetsSingly()
              ? List.of()
              : DeviceStatements.held(call, RegionEmitter::constant);
      computed = DeviceStatements.around(device(call), held, computed);
    }
    method.addCode(computed);
    if (step instanceof Step.Call) {
      method.addStatement("end($S, 1, since)", step.label());
    }
  }

  private CodeBlock set(Step step, CodeBlock value) {
    String place = path + "." + step.label();
    return CodeBlock.of(
        "this.$N = $L",
        step.name(),
        region.joinsNonNulls(step)
            ? CodeBlock.of("$T.noneNull($S,$W$L)", Types.PROBE, place, value)
            : step instanceof Step.Choice ? value : Calls.checked(step, place, value));
  }
}
