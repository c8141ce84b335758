package dev.millrace.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Step;
import javax.lang.model.element.Modifier;

/** Writes the frame of a long pipeline: the variables that its segments share, for one run. */
final class FrameEmitter {
  private FrameEmitter() {}

  static TypeSpec emit(Scope scope, BodyStatements body, ClassName name) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addJavadoc("The variables of one run.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addField(scope.inputs(), body.inputs, Modifier.PRIVATE, Modifier.FINAL)
            .addField(TypeName.INT, body.want, Modifier.PRIVATE, Modifier.FINAL)
            .addField(TypeName.BOOLEAN, body.all, Modifier.PRIVATE, Modifier.FINAL)
            .addField(Types.MEMO, body.memo, Modifier.PRIVATE, Modifier.FINAL)
            .addField(
                FieldSpec.builder(
                        scope.answer.type(), body.answer, Modifier.PRIVATE, Modifier.FINAL)
                    .initializer(scope.answer.none())
                    .build())
            .addField(Types.PROBE, body.probe, Modifier.PRIVATE);
    if (scope.hasResources()) {
      type.addField(Types.LEASES, body.leases, Modifier.PRIVATE);
    }
    for (ExecutionPlan.Input resource : scope.resources()) {
      type.addField(
          Types.name(new TypeRef.Held(resource.type(), false)), resource.name(), Modifier.PRIVATE);
    }
    if (scope.isAsync()) {
      type.addField(Types.STARTED, body.started, Modifier.PRIVATE);
    }
    for (Step step : scope.plan.steps()) {
      type.addField(TypeName.BOOLEAN, body.needsOf(step), Modifier.PRIVATE);
      type.addField(Types.name(step.type(), step.isNullable()), step.name(), Modifier.PRIVATE);
      if (step instanceof Step.Call call && call.isAsync()) {
        type.addField(Types.pending(call.node()), body.pendingOf(step), Modifier.PRIVATE);
      }
    }
    return type.addMethod(
            MethodSpec.constructorBuilder()
                .addAnnotation(Types.SETS_LATER)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(scope.inputs(), body.inputs)
                .addParameter(TypeName.INT, body.want)
                .addParameter(Types.MEMO, body.memo)
                .addStatement("this.$N = $N", body.inputs, body.inputs)
                .addStatement("this.$N = $N", body.want, body.want)
                .addStatement("this.$N = $N == $N", body.all, body.want, scope.all())
                .addStatement("this.$N = $N", body.memo, body.memo)
                .build())
        .build();
  }
}
