package dev.millrace.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Overlap;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the straight line: every step in order, on the caller's thread. What must run is worked
 * out first, backwards from what is asked for, so that one body serves every output.
 *
 * <p>A pipeline of few steps is one method with local variables. HotSpot compiles no method of more
 * than 8,000 bytes, and the class format holds none of more than 65,535, so that a longer one is
 * cut into segments; their variables are then fields of a frame.
 */
final class BodyEmitter {
  private static final int SEGMENT = 40;

  private final Scope scope;
  private final RegionEmitter regions;

  BodyEmitter(Scope scope, RegionEmitter regions) {
    this.scope = scope;
    this.regions = regions;
  }

  /** Returns whether a plan is too long for one method. */
  static boolean isSegmented(ExecutionPlan plan) {
    return plan.steps().size() > SEGMENT;
  }

  /** Adds {@code execute}, and what it needs, to the pipeline's class. */
  void emit(TypeSpec.Builder type) {
    if (isSegmented(scope.plan)) {
      segments(type);
    } else {
      BodyStatements body = new BodyStatements(scope, regions, "");
      type.addMethod(oneMethod(body));
      if (body.isEasy()) {
        type.addMethod(needs(body));
      }
    }
  }

  private MethodSpec.Builder execute(BodyStatements body) {
    MethodSpec.Builder execute =
        MethodSpec.methodBuilder("execute")
            .addModifiers(Modifier.PRIVATE)
            .returns(scope.answer.type())
            .addParameter(scope.inputs(), body.inputs);
    if (scope.answer.hasWant()) {
      execute.addParameter(TypeName.INT, body.want);
    }
    return execute.addParameter(Types.MEMO, body.memo);
  }

  private MethodSpec oneMethod(BodyStatements body) {
    MethodSpec.Builder method = execute(body);
    if (scope.answer.hasWant()) {
      method.addStatement("boolean $N = $N == $N", body.all, body.want, scope.all());
    }
    List<Step> steps = scope.plan.steps();
    List<Step> backwards = backwards(steps);
    if (body.isEasy()) {
      method.addStatement(
          "long $N = $N.slots.isJust($L) ? -1L : needs($L)",
          body.bits,
          body.inputs,
          scope.plan.required().size(),
          scope.plan.required().isEmpty()
              ? CodeBlock.of("$N", body.inputs)
              : CodeBlock.of("$N, $N", body.inputs, body.memo));
    } else {
      backwards.forEach(step -> method.addStatement("boolean $L", body.needs(step)));
      method.addCode(body.missing());
    }
    method
        .addCode(body.check())
        .addStatement(scope.answer.declare(CodeBlock.of("$N", body.answer)))
        .addStatement("$T $L", Types.PROBE, body.start())
        .beginControlFlow("try");
    ResourceStatements resources = new ResourceStatements(scope, body);
    List<CodeBlock> closed = closed(body, resources);
    if (!closed.isEmpty()) {
      method.beginControlFlow("try ($L)", CodeBlock.join(closed, ";$W"));
    }
    for (ExecutionPlan.Input resource : scope.resources()) {
      method.addStatement(
          "$T $L", Types.name(new TypeRef.Held(resource.type(), false)), resources.hold(resource));
    }
    resources.reserve().ifPresent(method::addStatement);
    for (Overlap.Moment moment : Overlap.moments(steps)) {
      Step step = moment.step();
      method.addCode("\n// $L$L\n", step.display(), what(moment));
      if (moment instanceof Overlap.Start start) {
        method
            .addStatement("$T $L", Types.pending(start.step().node()), body.notStarted(step))
            .addCode(body.start(start.step()));
      } else {
        method
            .addStatement("$T $L", Types.name(step.type()), body.given(step))
            .addCode(value(body, moment));
      }
    }
    if (!closed.isEmpty()) {
      method.endControlFlow();
    }
    return end(method, body);
  }

  /** Returns what a comment says of a moment besides the step. */
  static String what(Overlap.Moment moment) {
    return moment instanceof Overlap.Start
        ? ": started"
        : moment instanceof Overlap.Join ? ": waited for" : "";
  }

  private static CodeBlock value(BodyStatements body, Overlap.Moment moment) {
    return moment instanceof Overlap.Join join ? body.join(join.step()) : body.run(moment.step());
  }

  /** What is closed with the run, the last first. */
  private List<CodeBlock> closed(BodyStatements body, ResourceStatements resources) {
    List<CodeBlock> closed = new ArrayList<>();
    if (scope.hasResources()) {
      closed.add(CodeBlock.of("$T $N = $L", Types.LEASES, body.leases, resources.begin()));
    }
    if (scope.isAsync()) {
      closed.add(
          scope.hasResources()
              ? CodeBlock.of(
                  "$T $N = $T.with($N)", Types.STARTED, body.started, Types.STARTED, body.leases)
              : CodeBlock.of("$T $N = $T.none()", Types.STARTED, body.started, Types.STARTED));
    }
    return closed;
  }

  /**
   * Works out which steps must run where a run is given something else than what is required. It is
   * a method of its own, so that HotSpot finds the other small enough to be part of its caller.
   */
  private MethodSpec needs(BodyStatements body) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("needs")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(TypeName.LONG)
            .addParameter(scope.inputs(), body.inputs);
    if (!scope.plan.required().isEmpty()) {
      method.addParameter(Types.MEMO, body.memo); // it is told what is missing
    }
    List<Step> steps = scope.plan.steps();
    backwards(steps).forEach(step -> method.addStatement("boolean $L", body.needs(step)));
    method.addCode(body.missing()).addStatement("long $N = 0", body.bits);
    for (int i = 0; i < steps.size(); i++) {
      method.addStatement("$N |= $N ? 1L << $L : 0", body.bits, body.needsOf(steps.get(i)), i);
    }
    return method.addStatement("return $N", body.bits).build();
  }

  private MethodSpec end(MethodSpec.Builder method, BodyStatements body) {
    return method
        .addStatement("$L.finished()", body.at(body.probe))
        .addStatement("return $L", body.at(body.answer))
        .nextControlFlow("catch ($T $N)", Throwable.class, body.failure)
        .addStatement("throw $L.failed($N)", body.at(body.probe), body.failure)
        .endControlFlow()
        .build();
  }

  private void segments(TypeSpec.Builder type) {
    ClassName frame = scope.pipeline.nestedClass(scope.newClass("Frame"));
    BodyStatements body = new BodyStatements(scope, regions, "frame");
    List<List<Step>> segments = segments(scope.plan.steps());
    MethodSpec.Builder execute =
        execute(body)
            .addStatement(
                "$T $N = new $T($N, $N, $N)",
                frame,
                body.frame,
                frame,
                body.inputs,
                body.want,
                body.memo);
    for (int i = segments.size(); i > 0; i--) {
      execute.addStatement("needs$L($N)", i, body.frame);
    }
    execute
        .addStatement("missing($N)", body.frame)
        .addCode(body.check())
        .addStatement("$L", body.start())
        .beginControlFlow("try");
    ResourceStatements resources = new ResourceStatements(scope, body);
    List<CodeBlock> closed = closed(body, resources);
    if (!closed.isEmpty()) {
      execute.beginControlFlow("try ($L)", CodeBlock.join(closed, ";$W"));
    }
    if (scope.hasResources()) {
      execute.addStatement("$L = $N", body.at(body.leases), body.leases);
    }
    if (scope.isAsync()) {
      execute.addStatement("$L = $N", body.at(body.started), body.started);
    }
    scope.resources().forEach(resource -> execute.addStatement("$L", resources.hold(resource)));
    resources.reserve().ifPresent(execute::addStatement);
    List<List<Overlap.Moment>> moments = segments(Overlap.moments(scope.plan.steps()));
    for (int i = 1; i <= moments.size(); i++) {
      execute.addStatement("steps$L($N)", i, body.frame);
    }
    if (!closed.isEmpty()) {
      execute.endControlFlow();
    }
    type.addMethod(end(execute, body));
    for (int i = 1; i <= segments.size(); i++) {
      MethodSpec.Builder needs = segment("needs" + i, frame, body);
      backwards(segments.get(i - 1)).forEach(step -> needs.addStatement("$L", body.needs(step)));
      type.addMethod(needs.build());
    }
    type.addMethod(segment("missing", frame, body).addCode(body.missing()).build());
    for (int i = 1; i <= moments.size(); i++) {
      MethodSpec.Builder method = segment("steps" + i, frame, body).addException(Exception.class);
      for (Overlap.Moment moment : moments.get(i - 1)) {
        Step step = moment.step();
        method.addCode("// $L$L\n", step.display(), what(moment));
        if (moment instanceof Overlap.Start start) {
          method.addCode(body.start(start.step()));
        } else {
          method
              .addStatement("$L", body.given(step))
              .addCode(value(body, moment))
              .addCode(body.drop(step));
        }
      }
      type.addMethod(method.build());
    }
    type.addType(FrameEmitter.emit(scope, body, frame));
  }

  private static MethodSpec.Builder segment(String name, TypeName frame, BodyStatements body) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(frame, body.frame);
  }

  private static <T> List<List<T>> segments(List<T> steps) {
    List<List<T>> segments = new ArrayList<>();
    for (int from = 0; from < steps.size(); from += SEGMENT) {
      segments.add(steps.subList(from, Math.min(from + SEGMENT, steps.size())));
    }
    return segments;
  }

  private static List<Step> backwards(List<Step> steps) {
    List<Step> backwards = new ArrayList<>(steps);
    Collections.reverse(backwards);
    return backwards;
  }
}
