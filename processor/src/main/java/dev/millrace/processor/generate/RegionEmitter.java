package dev.millrace.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.Argument;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes a class for each nested use: its values and constants as fields, its steps as methods. */
final class RegionEmitter {
  private final Scope scope;
  private final List<TypeSpec> classes = new ArrayList<>();

  RegionEmitter(Scope scope) {
    this.scope = scope;
  }

  /** Returns the classes of all uses so far. */
  List<TypeSpec> classes() {
    return classes;
  }

  /**
   * Returns the expression that runs a use, and writes its class.
   *
   * @param path the use's name with those around it, {@code predictions.hits}
   */
  CodeBlock use(
      Step.Use use, String path, CodeBlock probe, Function<Argument, Calls.Value> values) {
    boolean mapped = use.region().isMapped();
    String name = Scope.capital(use.name()) + (mapped ? "Map" : "Use");
    ClassName type = scope.pipeline.nestedClass(scope.newClass(name));
    int place = classes.size();
    TypeSpec written = mapped ? mapClass(use, path, type) : useClass(use, path, type);
    classes.add(place, written);
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(probe);
    for (Argument argument : use.arguments()) {
      arguments.add(Calls.cast(values.apply(argument), argument.wanted()));
    }
    return CodeBlock.of(
        "new $T($L).$L()", type, CodeBlock.join(arguments, ",$W"), mapped ? "map" : "get");
  }

  private TypeSpec useClass(Step.Use use, String path, ClassName type) {
    Region region = use.region();
    TypeName result = Types.name(use.type().boxed());
    TypeSpec.Builder builder = regionClass(use, type, "once");
    builder.superclass(ParameterizedTypeName.get(Types.USE_REGION, result));
    MethodSpec.Builder constructor = constructor(region, path);
    region.values().forEach(value -> field(builder, constructor, region, value));
    constants(builder, region);
    MethodSpec.Builder compute =
        MethodSpec.methodBuilder("compute")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(result)
            .addException(Exception.class);
    constantSteps(compute, region, path);
    compute.addStatement(
        "return $L",
        Calls.cast(
            new Calls.Value(CodeBlock.of("this.$N", region.output()), region.outputType()),
            use.type()));
    return builder.addMethod(constructor.build()).addMethod(compute.build()).build();
  }

  private TypeSpec mapClass(Step.Use use, String path, ClassName type) {
    Region region = use.region();
    TypeRef declared = use.type().listElement();
    TypeRef element = declared == null ? region.outputType() : declared;
    TypeSpec.Builder builder = regionClass(use, type, "each");
    builder.superclass(ParameterizedTypeName.get(Types.MAP_REGION, Types.name(element.boxed())));
    MethodSpec.Builder constructor = constructor(region, path);
    region.values().forEach(value -> field(builder, constructor, region, value));
    constants(builder, region);
    builder.addMethod(constructor.build());
    if (!region.constant().isEmpty()) {
      MethodSpec.Builder prepare =
          MethodSpec.methodBuilder("prepare")
              .addAnnotation(Override.class)
              .addModifiers(Modifier.PROTECTED)
              .addException(Exception.class);
      constantSteps(prepare, region, path);
      builder.addMethod(prepare.build());
    }
    KernelEmitter kernels = new KernelEmitter(this, region, path, element);
    builder.addMethod(kernels.chunk());
    region.perItem().forEach(step -> kernels.kernels(step).forEach(builder::addMethod));
    return builder.build();
  }

  private static TypeSpec.Builder regionClass(Step.Use use, ClassName type, String how) {
    return TypeSpec.classBuilder(type)
        .addJavadoc(
            "{@code $L}: {@code $L}, $L.\n",
            use.name(),
            use.nested().target().nestedName(),
            how.equals("each") ? "for each item" : "once")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }

  private static MethodSpec.Builder constructor(Region region, String path) {
    NameAllocator names = new NameAllocator();
    region.values().forEach(value -> names.newName(value.name(), value.name()));
    String probe = names.newName("probe");
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Types.PROBE, probe)
            .addStatement("super($N, $S)", probe, path);
    if (region.constant().stream().anyMatch(step -> step.type().isReference())) {
      constructor.addAnnotation(Types.SETS_LATER);
    }
    return constructor;
  }

  private static void field(
      TypeSpec.Builder type, MethodSpec.Builder constructor, Region region, Region.Value value) {
    constructor.addParameter(Types.name(value.type()), value.name());
    CodeBlock given =
        value.each()
            ? CodeBlock.of("items($S, $N)", value.name(), value.name())
            : CodeBlock.of("$N", value.name());
    if (region.isRead(value.name())) {
      TypeName field = value.each() ? ArrayTypeName.of(ClassName.OBJECT) : Types.name(value.type());
      type.addField(field, value.name(), Modifier.PRIVATE, Modifier.FINAL);
      constructor.addStatement("this.$N = $L", value.name(), given);
    } else {
      constructor.addStatement("$L", given); // for its length
    }
  }

  private static void constants(TypeSpec.Builder type, Region region) {
    for (Step step : region.constant()) {
      type.addField(
          FieldSpec.builder(Types.name(step.type()), step.name(), Modifier.PRIVATE).build());
    }
  }

  /** Writes the steps that run once; a nested use tells of itself. */
  private void constantSteps(MethodSpec.Builder method, Region region, String path) {
    String declaration = "long ";
    for (Step step : region.constant()) {
      method.addCode("// $L\n", step.display());
      if (step instanceof Step.Call call) {
        CodeBlock value = Calls.node(call, RegionEmitter::constant);
        if (step.type().isReference()) {
          value = CodeBlock.of("$T.notNull($S, $L)", Types.PROBE, path + "." + step.name(), value);
        }
        method
            .addStatement("$Lsince = begin($S)", declaration, step.name())
            .addStatement("this.$N = $L", step.name(), value)
            .addStatement("end($S, 1, since)", step.name());
        declaration = "";
      } else {
        method.addStatement(
            "this.$N = $L",
            step.name(),
            use(
                (Step.Use) step,
                path + "." + step.name(),
                CodeBlock.of("probe()"),
                RegionEmitter::constant));
      }
    }
  }

  private static Calls.Value constant(Argument argument) {
    return new Calls.Value(CodeBlock.of("this.$N", argument.name()), argument.given());
  }
}
