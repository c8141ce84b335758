package dev.millrace.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.plan.ExecutionPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the staged builder: a class for each required input, whose one method leads to the next,
 * and the last to {@code Inputs}. Each wraps the immutable {@code Inputs} so far.
 */
final class StagesEmitter {
  private final Scope scope;
  private final List<ClassName> stages = new ArrayList<>();

  StagesEmitter(Scope scope) {
    this.scope = scope;
    for (ExecutionPlan.Input input : scope.plan.required()) {
      String name = scope.newClass("Needs" + Scope.capital(input.name()));
      stages.add(scope.pipeline.nestedClass(name));
    }
  }

  /** Returns {@code inputs()}, where the stages begin. */
  MethodSpec start() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("inputs")
            .addJavadoc(
                "Begins the inputs: it asks for each in turn, and ends when none is missing.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC);
    return stages.isEmpty()
        ? method.returns(scope.inputs()).addStatement("return given()").build()
        : method
            .returns(stages.get(0))
            .addStatement("return new $T(given())", stages.get(0))
            .build();
  }

  List<TypeSpec> emit() {
    List<TypeSpec> types = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      types.add(stage(i));
    }
    return types;
  }

  private TypeSpec stage(int i) {
    ExecutionPlan.Input input = scope.plan.required().get(i);
    boolean last = i == stages.size() - 1;
    ClassName next = last ? scope.inputs() : stages.get(i + 1);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(stages.get(i))
            .addJavadoc("Inputs that still need {@code $L}.\n", input.name())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addField(scope.inputs(), "inputs", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(scope.inputs(), "inputs")
                    .addStatement("this.inputs = inputs")
                    .build());
    for (TypeName taken : InputsEmitter.taken(input)) {
      type.addMethod(set(input, taken, next, last));
    }
    return type.build();
  }

  private MethodSpec set(ExecutionPlan.Input input, TypeName taken, ClassName next, boolean last) {
    MethodSpec.Builder set =
        MethodSpec.methodBuilder(input.name())
            .addJavadoc("Sets {@code $L}, which is read by $L.\n", input.name(), readers(input))
            .addModifiers(Modifier.PUBLIC)
            .returns(next)
            .addParameter(taken, input.name());
    if (last) {
      set.addStatement("return this.inputs.$N($N)", input.name(), input.name());
    } else {
      set.addStatement("return new $T(this.inputs.$N($N))", next, input.name(), input.name());
    }
    return set.build();
  }

  private static String readers(ExecutionPlan.Input input) {
    List<String> readers = input.readers().stream().map(each -> "{@code " + each + "}").toList();
    int last = readers.size() - 1;
    return last <= 0
        ? String.join("", readers)
        : String.join(", ", readers.subList(0, last)) + " and " + readers.get(last);
  }
}
