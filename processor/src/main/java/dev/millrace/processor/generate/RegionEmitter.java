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
    MethodSpec.Builder constructor = constructor(region, "");
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

  /**
   * @param path what the region is told of itself; empty where it does not ask
   */
  private static MethodSpec.Builder constructor(Region region, String path) {
    NameAllocator names = new NameAllocator();
    region.values().forEach(value -> names.newName(value.name(), value.name()));
    String probe = names.newName("probe");
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(Types.PROBE, probe)
        .addStatement(
            path.isEmpty()
                ? CodeBlock.of("super($N)", probe)
                : CodeBlock.of("super($N, $S)", probe, path));
  }

  private static void field(
      TypeSpec.Builder type, MethodSpec.Builder constructor, Region region, Region.Value value) {
    constructor.addParameter(Types.name(value.type()), value.name());
    if (!value.each() && !region.isRead(value.name())) {
      return; // listed, though what is taken does not need it
    }
    TypeName field = value.each() ? ArrayTypeName.of(ClassName.OBJECT) : Types.name(value.type());
    type.addField(field, value.name(), Modifier.PRIVATE, Modifier.FINAL);
    if (value.each()) {
      constructor.addStatement("this.$N = items($S, $N)", value.name(), value.name(), value.name());
    } else {
      constructor.addStatement("this.$N = $N", value.name(), value.name());
    }
  }

  private static void constants(TypeSpec.Builder type, Region region) {
    for (Step step : region.constant()) {
      type.addField(
          FieldSpec.builder(Types.name(step.type()), step.name(), Modifier.PRIVATE).build());
    }
  }

  private void constantSteps(MethodSpec.Builder method, Region region, String path) {
    for (Step step : region.constant()) {
      String stepPath = path + "." + step.name();
      method.addCode("// $L\n", step.display());
      CodeBlock value;
      if (step instanceof Step.Call call) {
        value = Calls.node(call, RegionEmitter::constant);
        if (step.type().isReference()) {
          value = CodeBlock.of("$T.notNull($S, $L)", Types.PROBE, stepPath, value);
        }
      } else {
        value = use((Step.Use) step, stepPath, CodeBlock.of("probe()"), RegionEmitter::constant);
      }
      method.addStatement("this.$N = $L", step.name(), value);
    }
  }

  private static Calls.Value constant(Argument argument) {
    return new Calls.Value(CodeBlock.of("this.$N", argument.name()), argument.given());
  }
}
