package dev.millrace.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code Inputs}: every input and every intermediate, with an accessor and a wither. */
final class InputsEmitter {
  private final Scope scope;

  InputsEmitter(Scope scope) {
    this.scope = scope;
  }

  TypeSpec emit() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(scope.inputs())
            .addJavadoc(
                """
                What a run is given: inputs, and intermediates that are then not computed. Immutable;
                each method with a value returns a copy that has it.
                """)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addField(Types.SLOTS, "slots", Modifier.PRIVATE, Modifier.FINAL);
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Types.SLOTS, "slots")
            .addStatement("this.slots = slots");
    for (ExecutionPlan.Input input : scope.plan.inputs()) {
      if (scope.hasField(input)) {
        type.addField(Types.name(input.type()), input.name(), Modifier.PRIVATE, Modifier.FINAL);
        constructor.addStatement("this.$N = $L", input.name(), unset(input));
      }
    }
    type.addMethod(constructor.build());
    for (ExecutionPlan.Input input : scope.plan.inputs()) {
      type.addMethod(accessor(input));
      for (TypeName taken : taken(input)) {
        type.addMethod(wither(input, taken));
      }
    }
    for (Step step : scope.plan.outputs()) {
      TypeName value = Types.name(step.type(), step.isNullable());
      type.addMethod(required(step.name(), value, step.isNullable()));
      type.addMethod(
          wither(step.name(), value, step.isNullable())
              .addJavadoc(
                  "Returns these inputs with {@code $L}, which is then not computed.\n",
                  step.name())
              .build());
    }
    return type.build();
  }

  /** Returns an input's value; none, or zero, where it is not given. */
  private CodeBlock unset(ExecutionPlan.Input input) {
    int slot = scope.slot(input.name());
    return input.type().isReference()
        ? CodeBlock.of("slots.get($L)", slot)
        : CodeBlock.of("slots.get($L, $L)", slot, BodyStatements.zero(input.type()));
  }

  /** Returns the types of what may be given for an input. */
  static List<TypeName> taken(ExecutionPlan.Input input) {
    List<TypeName> types = new ArrayList<>();
    types.add(Types.name(input.type(), input.nullable()));
    if (input.isResource()) {
      types.add(resourceOf(input));
    }
    return types;
  }

  private static TypeName resourceOf(ExecutionPlan.Input input) {
    TypeName resource =
        ParameterizedTypeName.get(
            Types.RESOURCE, WildcardTypeName.subtypeOf(Types.name(input.type().boxed())));
    return input.nullable() ? Types.orNull(resource) : resource;
  }

  private MethodSpec accessor(ExecutionPlan.Input input) {
    TypeName type = Types.name(input.type(), input.nullable());
    if (input.isResource()) {
      if (input.nullable()) {
        return MethodSpec.methodBuilder(input.name())
            .addJavadoc(
                "Returns {@code $L}, as it was given or as a resource that is open already; null, if"
                    + " it was not given.\n",
                input.name())
            .addModifiers(Modifier.PUBLIC)
            .returns(resourceOf(input))
            .addStatement(
                "return slots.resourceOrNull($L, $S)", scope.slot(input.name()), input.name())
            .build();
      }
      return MethodSpec.methodBuilder(input.name())
          .addJavadoc(
              """
              Returns {@code $L}, as it was given or as a resource that is open already.

              @throws $L if it was not given
              """,
              input.name(),
              Types.MISSING_INPUT)
          .addModifiers(Modifier.PUBLIC)
          .returns(resourceOf(input))
          .addStatement("return slots.resource($L, $S)", scope.slot(input.name()), input.name())
          .build();
    }
    if (input.defaultValue().isPresent()) {
      CodeBlock value = DefaultValue.of(input);
      return MethodSpec.methodBuilder(input.name())
          .addJavadoc(
              "Returns {@code $L}; $L, if it was not given.\n",
              input.name(),
              DefaultValue.commented(input)
                  .map(shown -> "{@code " + shown + "}")
                  .orElse("its default"))
          .addModifiers(Modifier.PUBLIC)
          .returns(type)
          .addStatement("return slots.get($L, $L)", scope.slot(input.name()), value)
          .build();
    }
    return required(input.name(), type, input.nullable());
  }

  private MethodSpec required(String name, TypeName type, boolean nullable) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(type);
    return nullable
        ? method
            .addJavadoc("Returns {@code $L}; null, if it was not given.\n", name)
            .addStatement("return slots.get($L)", scope.slot(name))
            .build()
        : method
            .addJavadoc(
                """
                Returns {@code $L}.

                @throws $L if it was not given
                """,
                name,
                Types.MISSING_INPUT)
            .addStatement("return slots.require($L, $S)", scope.slot(name), name)
            .build();
  }

  private MethodSpec wither(ExecutionPlan.Input input, TypeName taken) {
    boolean asResource = input.isResource() && !taken.equals(taken(input).get(0));
    return wither(input.name(), taken, input.nullable())
        .addJavadoc(
            asResource
                ? "Returns these inputs with {@code $L}, opened on first use and closed with the pipeline.\n"
                : "Returns these inputs with {@code $L}.\n",
            input.name())
        .build();
  }

  private MethodSpec.Builder wither(String name, TypeName type, boolean nullable) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .returns(scope.inputs())
        .addParameter(type, name)
        .addStatement(
            "return new $T(this.slots.$L($L, $S, $N))",
            scope.inputs(),
            nullable ? "withNullable" : "with",
            scope.slot(name),
            name,
            name);
  }
}
