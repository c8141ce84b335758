package dev.millrace.processor.generate;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
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
            .addField(Types.SLOTS, "slots", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(Types.SLOTS, "slots")
                    .addStatement("this.slots = slots")
                    .build());
    scope
        .values()
        .forEach(
            (name, ref) -> {
              type.addMethod(accessor(name, Types.name(ref)));
              type.addMethod(wither(name, Types.name(ref)));
            });
    return type.build();
  }

  private MethodSpec accessor(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(
            """
            Returns {@code $L}.

            @throws $L if it was not given
            """,
            name,
            Types.MISSING_INPUT)
        .addModifiers(Modifier.PUBLIC)
        .returns(type)
        .addStatement("return slots.require($L, $S)", scope.slot(name), name)
        .build();
  }

  private MethodSpec wither(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(
            scope.isInput(name)
                ? "Returns these inputs with {@code $L}.\n"
                : "Returns these inputs with {@code $L}, which is then not computed.\n",
            name)
        .addModifiers(Modifier.PUBLIC)
        .returns(scope.inputs())
        .addParameter(type, name)
        .addStatement(
            "return new $T(this.slots.with($L, $S, $N))",
            scope.inputs(),
            scope.slot(name),
            name,
            name)
        .build();
  }
}
