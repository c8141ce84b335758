package dev.millrace.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Step;
import java.time.Duration;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the pipeline's class. */
final class PipelineEmitter {
  private final ExecutionPlan plan;
  private final List<String> text;
  private final Scope scope;
  private final ClassName builder;

  PipelineEmitter(ExecutionPlan plan, List<String> text, boolean isCached) {
    this.plan = plan;
    this.text = text;
    this.scope = new Scope(plan, isCached);
    this.builder = scope.pipeline.nestedClass("Builder");
  }

  TypeSpec emit() {
    String name = plan.pipeline().type().nestedName();
    StagesEmitter stages = new StagesEmitter(scope);
    SweepEmitter sweep = new SweepEmitter(scope);
    RegionEmitter regions = new RegionEmitter(scope);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(scope.pipeline)
            .addJavadoc(
                """
                The pipeline {@link $T}, wired. It may be used from several threads at once; {@link
                #describe} draws it.
                """,
                Types.name(plan.pipeline().type()))
            .addAnnotation(wiredFrom())
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(AutoCloseable.class);
    if (plan.pipeline().isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    List<String> deprecations = plan.pipeline().deprecations();
    if (!deprecations.isEmpty()) {
      AnnotationSpec.Builder suppress = AnnotationSpec.builder(SuppressWarnings.class);
      deprecations.forEach(each -> suppress.addMember("value", "$S", each));
      type.addAnnotation(suppress.build());
    }
    constants(type);
    type.addField(sweep.wiring());
    type.addField(Types.EXECUTION, "execution", Modifier.PRIVATE, Modifier.FINAL);
    if (scope.hasResources()) {
      type.addField(
          FieldSpec.builder(Types.RESOURCES, "resources", Modifier.PRIVATE, Modifier.FINAL)
              .build());
    }
    ServeEmitter serve = new ServeEmitter(scope);
    type.addMethod(constructor())
        .addMethod(serve.constructor())
        .addMethod(builderMethod())
        .addMethod(stages.start())
        .addMethod(given());
    sweep.starts().forEach(type::addMethod);
    type.addMethod(run())
        .addMethod(within("run", scope.outputs(), plan.allThrown()))
        .addMethod(sweep.run());
    for (Step step : plan.outputs()) {
      type.addMethod(output(step))
          .addMethod(
              within(
                  step.name(),
                  Types.name(step.type(), step.isNullable()),
                  plan.thrown().get(step.name())))
          .addMethod(sweep.output(step));
    }
    if (scope.isCached) {
      type.addMethod(explain());
    }
    type.addMethod(serve.serve())
        .addMethod(DescribeEmitter.emit(plan))
        .addMethod(DescribeEmitter.plan(text))
        .addMethod(serve.close());
    type.addMethod(sweep.sweep());
    new BodyEmitter(scope, regions).emit(type);
    regions.classes().forEach(type::addType);
    scope.meetings.classes().forEach(type::addType);
    scope.adapters.classes().forEach(type::addType);
    type.addType(new InputsEmitter(scope).emit())
        .addType(new OverEmitter(scope).emit())
        .addType(OutputsEmitter.emit(scope))
        .addType(
            BuilderEmitter.emit(
                name, scope.pipeline, builder, !scope.resources().isEmpty(), scope.isCached));
    stages.emit().forEach(type::addType);
    return type.build();
  }

  private AnnotationSpec wiredFrom() {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(Types.GENERATED);
    for (ClassRef source : plan.pipeline().sources()) {
      annotation.addMember("value", "$T.class", Types.name(source.companion("_NodeIndex")));
    }
    return annotation.build();
  }

  private void constants(TypeSpec.Builder type) {
    type.addField(constant(scope.all(), -1));
    for (Step step : plan.outputs()) {
      type.addField(constant(scope.want(step.name()), scope.slot(step.name())));
    }
  }

  private static FieldSpec constant(String name, int value) {
    return FieldSpec.builder(TypeName.INT, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$L", value)
        .build();
  }

  private MethodSpec constructor() {
    String name = plan.pipeline().type().nestedName();
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(builder, "builder")
            .addStatement("this.execution = $L", execution(name));
    if (scope.hasResources()) {
      constructor.addStatement("this.resources = new $T($S, builder.setup)", Types.RESOURCES, name);
    }
    return constructor.build();
  }

  private CodeBlock execution(String name) {
    if (!scope.isCached) {
      return CodeBlock.of("new $T($S, builder.setup)", Types.EXECUTION, name);
    }
    ClassRef type = plan.pipeline().type();
    return CodeBlock.of(
        "new $T($S, builder.setup, $T.class, $T::all)",
        Types.EXECUTION,
        name,
        Types.name(type),
        Types.name(type.companion(Generator.WORKS)));
  }

  private MethodSpec builderMethod() {
    return MethodSpec.methodBuilder("builder")
        .addJavadoc("Returns a builder of the pipeline.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(builder)
        .addStatement("return new $T()", builder)
        .build();
  }

  private MethodSpec given() {
    return MethodSpec.methodBuilder("given")
        .addJavadoc(
            "Returns empty inputs: for a call that needs only some, or is given intermediates.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(scope.inputs())
        .addStatement("return new $T($T.empty($L))", scope.inputs(), Types.SLOTS, scope.size())
        .build();
  }

  private MethodSpec run() {
    return method("run", scope.outputs(), plan.allThrown())
        .addJavadoc(
            """
            Computes every output.

            @throws $L if anything is missing that must run, before anything does
            """,
            Types.MISSING_INPUT)
        .addStatement("return $L", scope.answer.all(execute(scope.all())))
        .build();
  }

  private MethodSpec output(Step step) {
    return method(
            step.name(), Types.name(step.type(), step.isNullable()), plan.thrown().get(step.name()))
        .addJavadoc(
            """
            Computes {@code $L}, and only what it needs, by {@code $L}.

            @throws $L if anything is missing that must run, before anything does
            """,
            step.name(),
            step.display(),
            Types.MISSING_INPUT)
        .addStatement("return $L", scope.answer.output(execute(scope.want(step.name())), step))
        .build();
  }

  private MethodSpec within(String name, TypeName result, List<TypeRef> thrown) {
    return method(name, result, thrown)
        .addJavadoc(
            """
            Does as {@link #$L($L)}, within a time: when it is over, this thread is interrupted.

            @throws $L if the time was over
            """,
            name,
            "Inputs",
            Types.RUN_TIMEOUT)
        .addParameter(Duration.class, "within")
        .addStatement("return execution.within(within, () -> this.$N(inputs))", name)
        .build();
  }

  private MethodSpec explain() {
    return MethodSpec.methodBuilder("explain")
        .addJavadoc(
            """
            Says what {@link #run(Inputs)} would compute with these, and why: what the cache has is not
            computed. Nothing runs for it.
            """)
        .addModifiers(Modifier.PUBLIC)
        .returns(Types.EXPLANATION)
        .addParameter(scope.inputs(), "inputs")
        .addStatement("return execution.explain(inputs.slots, $N)", scope.all())
        .build();
  }

  private CodeBlock execute(String want) {
    return CodeBlock.of("execute(inputs, $L$T.NONE)", scope.answer.wanting(want), Types.MEMO);
  }

  private MethodSpec.Builder method(String name, TypeName result, List<TypeRef> thrown) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .returns(result)
            .addParameter(scope.inputs(), "inputs");
    thrown.forEach(type -> method.addException(Types.name(type)));
    return method;
  }
}
