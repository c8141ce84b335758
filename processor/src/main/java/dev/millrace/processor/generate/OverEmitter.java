package dev.millrace.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Step;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code Over}: for every value, that it is the same for all items or varies. */
final class OverEmitter {
  private final Scope scope;
  private final NameAllocator names = new NameAllocator();

  OverEmitter(Scope scope) {
    this.scope = scope;
  }

  TypeSpec emit() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(scope.over())
            .addJavadoc(
                """
                What many runs in one call are given: {@code x} is the same for all, {@code eachX}
                varies. Immutable; each method returns a copy. What is set last counts. Values that
                vary are taken side by side, unless {@link #product} says otherwise.
                """)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addField(Types.SETTINGS, "settings", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(Types.SETTINGS, "settings")
                    .addStatement("this.settings = settings")
                    .build());
    for (ExecutionPlan.Input input : scope.plan.inputs()) {
      List<TypeName> taken = InputsEmitter.taken(input);
      taken.forEach(each -> type.addMethod(same(input.name(), each, input.nullable())));
      // A list of resources and one of the objects themselves look alike to the JVM.
      TypeName last = taken.get(taken.size() - 1);
      type.addMethod(each(input.name(), last.box(), input.nullable(), input.isResource()));
    }
    for (Step step : scope.plan.outputs()) {
      TypeName taken = Types.name(step.type());
      type.addMethod(same(step.name(), taken, step.isNullable()));
      type.addMethod(each(step.name(), taken.box(), step.isNullable(), false));
    }
    return type.addMethod(product()).build();
  }

  private MethodSpec same(String name, TypeName type, boolean nullable) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc("Returns this with {@code $L} the same for all items.\n", name)
        .addModifiers(Modifier.PUBLIC)
        .returns(scope.over())
        .addParameter(type, name)
        .addStatement(
            "return new $T(this.settings.$L($L, $S, $N))",
            scope.over(),
            nullable ? "withNullable" : "with",
            scope.slot(name),
            name,
            name)
        .build();
  }

  /** The second of two values that differ in their first capital alone gets another name. */
  private MethodSpec each(String name, TypeName type, boolean nullable, boolean isResource) {
    return MethodSpec.methodBuilder(names.newName("each" + Scope.capital(name)))
        .addJavadoc(
            isResource
                ? """
                Returns this with these as {@code $L}, each in turn; they are taken as they are now. For
                an object that is there already, give {@code Resource.live(object)}.
                """
                : "Returns this with these as {@code $L}, each in turn; they are taken as they are now.\n",
            name)
        .addModifiers(Modifier.PUBLIC)
        .returns(scope.over())
        .addParameter(
            ParameterizedTypeName.get(
                ClassName.get(Iterable.class), WildcardTypeName.subtypeOf(type)),
            name)
        .addStatement(
            "return new $T(this.settings.$L($L, $S, $N))",
            scope.over(),
            nullable ? "eachNullable" : "each",
            scope.slot(name),
            name,
            name)
        .build();
  }

  private MethodSpec product() {
    return MethodSpec.methodBuilder("product")
        .addJavadoc(
            """
            Returns this with each value of one combined with each of the others; what was set first
            varies slowest.
            """)
        .addModifiers(Modifier.PUBLIC)
        .returns(scope.over())
        .addStatement("return new $T(this.settings.product())", scope.over())
        .build();
  }
}
