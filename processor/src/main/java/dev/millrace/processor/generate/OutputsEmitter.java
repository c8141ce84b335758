package dev.millrace.processor.generate;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.plan.Step;
import javax.lang.model.element.Modifier;

/** Writes {@code Outputs}: what {@code run} returns. */
final class OutputsEmitter {
  private OutputsEmitter() {}

  static TypeSpec emit(Scope scope) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(scope.outputs())
            .addJavadoc("What a run computed: every output.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    for (Step step : scope.plan.outputs()) {
      FieldSpec.Builder field =
          FieldSpec.builder(
              Types.name(step.type(), step.isNullable()), step.name(), Modifier.PRIVATE);
      if (!scope.answer.isOneOfMany()) {
        field.addModifiers(Modifier.FINAL);
      }
      type.addField(field.build());
    }
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
    if (!scope.answer.isOneOfMany()) {
      Step only = scope.plan.outputs().get(0);
      constructor
          .addParameter(Types.name(only.type(), only.isNullable()), only.name())
          .addStatement("this.$N = $N", only.name(), only.name());
    } else if (scope.plan.outputs().stream().anyMatch(step -> step.type().isReference())) {
      constructor.addAnnotation(Types.SETS_LATER).addCode("// the run sets what is wanted of it\n");
    }
    type.addMethod(constructor.build());
    for (Step step : scope.plan.outputs()) {
      TypeName result = Types.name(step.type(), step.isNullable());
      type.addMethod(
          MethodSpec.methodBuilder(step.name())
              .addJavadoc("Returns {@code $L}.\n", step.name())
              .addModifiers(Modifier.PUBLIC)
              .returns(result)
              .addStatement("return $N", step.name())
              .build());
    }
    return type.build();
  }
}
