package dev.millrace.processor.generate;

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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Writes a class for each nested use: its values are fields, and so are the values that are the
 * same for all items; those that vary are columns.
 */
final class RegionEmitter {
  /** The field with the run's resources, in a use whose nodes return some; no value has a $. */
  static final String LEASES = "leases$";

  /** The field that says whether what such a use gives outlives the run. */
  static final String KEEP = "keep$";

  private final Scope scope;
  private final List<TypeSpec> classes = new ArrayList<>();
  private final Map<Step.Use, ClassName> types = new IdentityHashMap<>();

  RegionEmitter(Scope scope) {
    this.scope = scope;
  }

  /** Returns the classes of all uses so far. */
  List<TypeSpec> classes() {
    return classes;
  }

  /**
   * Returns the expression that makes a use, and writes its class if that is not there yet.
   *
   * @param path the use's name with those around it, {@code predictions.hits}
   * @param leases what has the run's resources, for a use whose nodes return some
   * @param keep whether what it gives outlives the run
   */
  CodeBlock made(
      Step.Use use,
      String path,
      CodeBlock probe,
      CodeBlock leases,
      CodeBlock keep,
      Function<Argument, Calls.Value> values) {
    boolean mapped = use.region().isMapped();
    ClassName type = types.get(use);
    if (type == null) {
      String name = Scope.capital(use.label()) + (mapped ? "Map" : "Use");
      type = scope.pipeline.nestedClass(scope.newClass(name));
      types.put(use, type);
      int place = classes.size();
      classes.add(place, mapped ? mapClass(use, path, type) : useClass(use, path, type));
    }
    List<CodeBlock> before = new ArrayList<>();
    before.add(probe);
    if (Scope.makesResource(use)) {
      before.add(leases);
    }
    if (Passing.keepsResources(use)) {
      before.add(keep);
    }
    List<CodeBlock> given =
        Calls.arguments(use, values).stream().map(Calls.Value::expression).toList();
    return RegionParts.of(use.region().values()).made(type, before, given);
  }

  /** Returns the call that runs a use once it is made. */
  static CodeBlock run(Step.Use use) {
    return CodeBlock.of(use.region().isMapped() ? ".map()" : ".get()");
  }

  private TypeSpec useClass(Step.Use use, String path, ClassName type) {
    Region region = use.region();
    TypeName result = Types.name(use.type().boxed(), use.isNullable());
    TypeSpec.Builder builder = regionClass(use, type, "once");
    builder.superclass(ParameterizedTypeName.get(Types.USE_REGION, result));
    fields(builder, type, use, CodeBlock.of("$S", path), CodeBlock.of(""));
    MethodSpec.Builder compute =
        MethodSpec.methodBuilder("compute")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(result)
            .addException(Exception.class);
    if (use.isNullable()) {
      compute.addAnnotation(Types.RETURNS_NULL);
    }
    new ConstantEmitter(scope, this, region, path).emit(compute);
    List<CodeBlock> taken = new ArrayList<>();
    for (Region.Output output : region.outputs()) {
      taken.add(
          Calls.cast(
                  new Calls.Value(CodeBlock.of("this.$N", output.name()), output.type()),
                  output.declared())
              .expression());
    }
    return builder.addMethod(compute.addStatement("return $L", whole(use, taken)).build()).build();
  }

  /** One value as it is, several as the record that they are components of. */
  private static CodeBlock whole(Step.Use use, List<CodeBlock> taken) {
    return use.nested().parts().isEmpty()
        ? taken.get(0)
        : CodeBlock.of("new $T($L)", Types.name(use.type()), CodeBlock.join(taken, ",$W"));
  }

  private TypeSpec mapClass(Step.Use use, String path, ClassName type) {
    Region region = use.region();
    Region.Shape shape = region.shape();
    RegionParts parts = RegionParts.of(region.values());
    TypeName result = Types.name(use.type().boxed());
    TypeSpec.Builder builder = regionClass(use, type, "for each item");
    builder.superclass(ParameterizedTypeName.get(Types.MAP_REGION, result));
    String mode = (shape.soft() ? "SOFT_" : "") + (shape.product() ? "PRODUCT" : "ZIP");
    KernelScope names = new KernelScope(region);
    StartKernelEmitter starts = new StartKernelEmitter(scope, names, shape.soft());
    CodeBlock.Builder windows = CodeBlock.builder();
    for (Region.ItemStep item : region.perItem()) {
      if (item.isStarted()) {
        Step.Call call = (Step.Call) item.step();
        FieldSpec window = starts.window(call);
        builder.addField(parts.isOne() ? window : RegionParts.setLater(window));
        windows.addStatement("this.$N = $L", names.windowName(call), starts.windowValue(call));
      }
    }
    fields(
        builder,
        type,
        use,
        CodeBlock.of("$S, Mode.$L, $L", path, mode, region.outputs().size()),
        windows.build());
    if (!region.constant().isEmpty()) {
      MethodSpec.Builder prepare =
          MethodSpec.methodBuilder("prepare")
              .addAnnotation(Override.class)
              .addModifiers(Modifier.PROTECTED)
              .addException(Exception.class);
      new ConstantEmitter(scope, this, region, path).emit(prepare);
      builder.addMethod(prepare.build());
    }
    builder.addMethod(new ChunkEmitter(region, names, starts, scope.isCached).chunk());
    KernelEmitter kernels =
        new KernelEmitter(
            scope, region, names, StepEmitter.byRow(scope, this, region, path, names), starts);
    for (Region.ItemStep item : region.perItem()) {
      kernels.kernels(item).forEach(builder::addMethod);
      kernels.types(item.step()).forEach(builder::addType);
    }
    held(region).ifPresent(builder::addMethod);
    String kept =
        shape.flatten()
            ? shape.soft() ? "flatOutcomes" : "flat"
            : shape.soft() ? "outcomes" : "list";
    List<CodeBlock> taken = new ArrayList<>();
    for (int i = 0; i < region.outputs().size(); i++) {
      taken.add(CodeBlock.of("$L($L)", kept, i));
    }
    return builder
        .addMethod(
            MethodSpec.methodBuilder("result")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(result)
                .addStatement("return $L", whole(use, taken))
                .build())
        .build();
  }

  /** Returns the method that says which resources the items' steps read, if they read any. */
  private static Optional<MethodSpec> held(Region region) {
    List<CodeBlock> held =
        region.perItem().stream()
            .flatMap(item -> item.step().arguments().stream())
            .filter(argument -> argument.given() instanceof TypeRef.Held)
            .map(Argument::name)
            .distinct()
            .map(name -> CodeBlock.of("this.$N", name))
            .toList();
    return held.isEmpty()
        ? Optional.empty()
        : Optional.of(
            MethodSpec.methodBuilder("held")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(Types.HELD_ARRAY)
                .addStatement("return $L", DeviceStatements.array(held))
                .build());
  }

  private static TypeSpec.Builder regionClass(Step.Use use, ClassName type, String how) {
    return TypeSpec.classBuilder(type)
        .addJavadoc(
            "{@code $L}: {@code $L}, $L.\n", use.label(), use.nested().target().nestedName(), how)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }

  /** Writes the fields and what sets them, the constructor first, except what is computed. */
  private static void fields(
      TypeSpec.Builder type,
      ClassName made,
      Step.Use use,
      CodeBlock superArguments,
      CodeBlock more) {
    Region region = use.region();
    NameAllocator names = new NameAllocator();
    region.values().forEach(value -> names.newName(value.name(), value.name()));
    String probe = names.newName("probe");
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Types.PROBE, probe)
            .addStatement("super($N, $L)", probe, superArguments);
    if (Scope.makesResource(use)) {
      type.addField(Types.LEASES, LEASES, Modifier.PRIVATE, Modifier.FINAL);
      String leases = names.newName("leases");
      constructor.addParameter(Types.LEASES, leases).addStatement("this.$N = $N", LEASES, leases);
    }
    if (Passing.keepsResources(use)) {
      type.addField(TypeName.BOOLEAN, KEEP, Modifier.PRIVATE, Modifier.FINAL);
      String keep = names.newName("keep");
      constructor.addParameter(TypeName.BOOLEAN, keep).addStatement("this.$N = $N", KEEP, keep);
    }
    RegionParts parts = RegionParts.of(region.values());
    if (!parts.isOne() || region.constant().stream().anyMatch(step -> step.type().isReference())) {
      constructor.addAnnotation(Types.SETS_LATER);
    }
    int from = 0;
    for (int end : parts.ends()) {
      MethodSpec.Builder taking = from == 0 ? constructor : RegionParts.after(from, made);
      for (Region.Value value : region.values().subList(from, end)) {
        field(type, taking, from == 0, region, value);
      }
      if (end == region.values().size()) {
        taking.addCode(more);
      }
      if (from > 0) {
        taking.addStatement("return this");
      }
      type.addMethod(taking.build());
      from = end;
    }
    for (Step step : region.constant()) {
      type.addField(
          FieldSpec.builder(
                  Types.name(step.type(), step.isNullable()), step.name(), Modifier.PRIVATE)
              .build());
    }
  }

  private static void field(
      TypeSpec.Builder type,
      MethodSpec.Builder taking,
      boolean isConstructor,
      Region region,
      Region.Value value) {
    boolean nullable = !value.each() && value.nullable();
    taking.addParameter(Types.name(value.type(), nullable), value.name());
    CodeBlock given =
        value.each()
            ? CodeBlock.of(
                "$L($S, $N)",
                value.nullable() ? "itemsOrNull" : "items",
                value.name(),
                value.name())
            : CodeBlock.of("$N", value.name());
    if (region.isRead(value.name())) {
      TypeName field =
          value.each() ? Types.items(value.inner()) : Types.name(value.type(), nullable);
      FieldSpec set =
          FieldSpec.builder(field, value.name(), Modifier.PRIVATE, Modifier.FINAL).build();
      type.addField(isConstructor ? set : RegionParts.setLater(set));
      taking.addStatement("this.$N = $L", value.name(), given);
    } else if (value.each()) {
      taking.addStatement("$L", given); // for its length
    }
  }

  static Calls.Value constant(Argument argument) {
    TypeRef type = argument.given();
    return new Calls.Value(CodeBlock.of("this.$N", argument.name()), type);
  }
}
