package dev.millrace.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.model.CachePolicy;
import dev.millrace.processor.model.ChoiceModel;
import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.KeyShape;
import dev.millrace.processor.model.MethodRef;
import dev.millrace.processor.model.Traits;
import dev.millrace.processor.model.Twin;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.ExecutionPlan;
import dev.millrace.processor.plan.Region;
import dev.millrace.processor.plan.Step;
import dev.millrace.processor.plan.WorkPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes the companion that tells a pipeline's cache how its values come about. */
final class WorksEmitter {
  /** A method of more bytecode than 64 kB does not compile. */
  private static final int MOST_IN_A_METHOD = 50;

  private final ExecutionPlan pipeline;
  private final WorkPlan plan;
  private final KeyNames keys;
  private final CodecNames codecs;
  private final ClassName self;
  private final Set<String> names = new HashSet<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  WorksEmitter(
      ExecutionPlan pipeline, WorkPlan plan, KeyNames keys, CodecNames codecs, ClassName self) {
    this.self = self;
    this.pipeline = pipeline;
    this.plan = plan;
    this.keys = keys;
    this.codecs = codecs;
  }

  TypeSpec emit() {
    String all = free("all");
    String text = "Returns how they come about.\n";
    add(all, text, plan);
    return TypeSpec.classBuilder(self)
        .addJavadoc(
            "How the values of {@link $T} come about.\n", Types.name(pipeline.pipeline().type()))
        .addAnnotation(Types.GENERATED)
        .addModifiers(Modifier.FINAL)
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethods(methods)
        .build();
  }

  private String free(String wanted) {
    String name = wanted;
    for (int i = 2; !names.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  /** Adds the method that returns the works of a scope, and those that it calls. */
  private void add(String method, String javadoc, WorkPlan scope) {
    int place = methods.size();
    List<CodeBlock> works = scope.works().stream().map(this::work).toList();
    CodeBlock.Builder all = CodeBlock.builder();
    if (works.size() <= MOST_IN_A_METHOD) {
      all.add("return $T.of(\n$>$>$L$<$<)", Types.WORKS, CodeBlock.join(works, ",\n"));
    } else {
      for (int from = 0; from < works.size(); from += MOST_IN_A_METHOD) {
        String part = free(method + "From" + from);
        all.add(
            from == 0 ? "return $T.of($T.$N())" : "\n    .and($T.$N())",
            from == 0 ? new Object[] {Types.WORKS, self, part} : new Object[] {self, part});
        methods.add(
            MethodSpec.methodBuilder(part)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(ArrayTypeName.of(Types.WORK))
                .addStatement(
                    "return new $T[] {\n$>$>$L$<$<}",
                    Types.WORK,
                    CodeBlock.join(
                        works.subList(from, Math.min(works.size(), from + MOST_IN_A_METHOD)),
                        ",\n"))
                .build());
      }
    }
    if (scope.firstOfItems() < works.size()) {
      all.add("\n    .items($L)", scope.firstOfItems());
    }
    all.add("\n    .outputs($L)", places(scope.outputs()));
    methods.add(
        place,
        MethodSpec.methodBuilder(method)
            .addJavadoc(javadoc)
            .addModifiers(Modifier.STATIC)
            .returns(Types.WORKS)
            .addStatement(all.build())
            .build());
  }

  private static CodeBlock places(List<Integer> places) {
    return places.stream().map(place -> CodeBlock.of("$L", place)).collect(CodeBlock.joining(", "));
  }

  private CodeBlock work(WorkPlan.Work work) {
    if (work instanceof WorkPlan.Value value) {
      return value(value);
    }
    if (work instanceof WorkPlan.Handle handle) {
      return CodeBlock.of("$T.resource($S)", Types.WORK, handle.name());
    }
    if (work instanceof WorkPlan.Outer outer) {
      return CodeBlock.of("$T.outer($S)", Types.WORK, outer.name());
    }
    if (work instanceof WorkPlan.Node node) {
      return node(node);
    }
    return work instanceof WorkPlan.Use use ? use(use) : part((WorkPlan.Part) work);
  }

  private CodeBlock value(WorkPlan.Value value) {
    CodeBlock.Builder code = CodeBlock.builder();
    Optional<KeyShape> shape = value.shape();
    if (shape.isEmpty()) {
      code.add("$T.ignored($S)", Types.WORK, value.name());
    } else if (shape.get() instanceof KeyShape.None none) {
      code.add("$T.keyless($S, $S)", Types.WORK, value.name(), none.toString());
    } else {
      code.add("$T.given($S, $L)", Types.WORK, value.name(), encoder(value.type(), shape.get()));
    }
    if (value.isByIdentity()) {
      code.add(value.isByValue() ? ".alsoByIdentity()" : ".byIdentity()");
    }
    if (value.isMapped() && (!value.isByValue() || value.isByIdentity())) {
      code.add(".byElements()");
    }
    if (value.each()) {
      code.add(".ofEach()");
    }
    value
        .input()
        .filter(input -> input.defaultValue().isPresent())
        .ifPresent(input -> code.add(".orElse($L)", DefaultValue.of(input)));
    return code.build();
  }

  private CodeBlock node(WorkPlan.Node node) {
    Step.Call call = node.call();
    Traits traits = call.node().traits();
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$T.node($S, $L)", Types.WORK, call.label(), method(call.node().method()));
    Optional<Twin> twin = call.node().twin().filter(each -> !call.node().alone());
    code.add("$>$>");
    twin.ifPresent(each -> code.add("\n.twin($L)", method(each.method())));
    if (!node.reads().isEmpty()) {
      code.add("\n.reads($L)", places(node.reads()));
    }
    if (!node.ignored().isEmpty()) {
      code.add("\n.ignoring($S, $L)", String.join(", ", node.ignored()), places(node.unkeyed()));
    }
    if (traits.version() != 0 || !traits.salt().isEmpty()) {
      code.add("\n.version($L, $S)", traits.version(), traits.salt());
    }
    if (traits.cache() != CachePolicy.AUTO) {
      code.add("\n.keeping($T.$L)", Types.KEEPING, traits.cache());
    }
    if (traits.cutOff()) {
      code.add("\n.cutOff()");
    }
    if (node.isCostly()) {
      code.add("\n.costly()");
    }
    if (!node.keyless().isEmpty()) {
      code.add("\n.keyless($S)", node.keyless());
    }
    if (traits.isPure()) {
      stored(codecs.codec(call.node()), code);
    }
    keyed(node, code);
    return code.add("$<$<").build();
  }

  private static void stored(CodecNames.Answer codec, CodeBlock.Builder code) {
    if (codec instanceof CodecNames.Found found) {
      code.add(found.isFolder() ? "\n.storedIn($L)" : "\n.stored($L)", found.code());
    } else if (codec instanceof CodecNames.Lacking lacking) {
      code.add("\n.unstored($S)", lacking.why());
    }
  }

  private void keyed(WorkPlan.Work work, CodeBlock.Builder code) {
    work.shape()
        .filter(KeyShape::isSome)
        .ifPresent(shape -> code.add("\n.keyed($L)", encoder(work.type(), shape)));
  }

  /** Returns the encoder of a type, with the code of the classes that the type names. */
  private CodeBlock encoder(TypeRef type, KeyShape shape) {
    CodeBlock encoder = keys.qualified(type, shape);
    Set<ClassRef> named = new LinkedHashSet<>();
    collect(type, named);
    if (named.isEmpty()) {
      return encoder;
    }
    CodeBlock types =
        named.stream()
            .map(each -> CodeBlock.of("$T.class", Types.name(each)))
            .collect(CodeBlock.joining(", "));
    return shape instanceof KeyShape.Defined
        ? CodeBlock.of(
            "$T.<$T>withCode($L, $L)", Types.WORK, Types.name(type.plain().boxed()), encoder, types)
        : CodeBlock.of("$T.withCode($L, $L)", Types.WORK, encoder, types);
  }

  /** What the JDK and the runtime do is in every key by their releases. */
  private static void collect(@Nullable TypeRef type, Set<ClassRef> named) {
    if (type instanceof TypeRef.Declared declared) {
      String in = declared.type().packageName();
      if (!in.startsWith("java.") && !in.startsWith("dev.millrace.runtime")) {
        named.add(declared.type());
      }
      declared.arguments().forEach(each -> collect(each, named));
    } else if (type instanceof TypeRef.Array array) {
      collect(array.component(), named);
    } else if (type instanceof TypeRef.OrNull orNull) {
      collect(orNull.type(), named);
    } else if (type instanceof TypeRef.Wildcard wildcard) {
      collect(wildcard.upper(), named);
      collect(wildcard.lower(), named);
    }
  }

  private static CodeBlock method(MethodRef method) {
    return CodeBlock.of(
        "$S, $S, $S", method.owner().binaryName(), method.name(), method.descriptor());
  }

  private CodeBlock part(WorkPlan.Part part) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (part.step() instanceof Step.Component component) {
      code.add(
          "$T.component($S, $S, $L)",
          Types.WORK,
          component.label(),
          component.member().accessor(),
          part.reads().get(0));
    } else {
      Step.Choice choice = (Step.Choice) part.step();
      List<String> cases =
          choice.member().variants().stream()
              .map(each -> each.constant().orElseGet(() -> each.type().qualified()))
              .toList();
      code.add(
          "$T.choice($S, $S, $L)",
          Types.WORK,
          choice.label(),
          String.join(", ", cases),
          places(part.reads()));
    }
    code.add("$>$>");
    if (part.step() instanceof Step.Choice choice) {
      code.add(
          "\n.cases(\n$>$>$L$<$<)",
          choice.member().variants().stream()
              .map(WorksEmitter::isChosen)
              .collect(CodeBlock.joining(",\n")));
    }
    keyed(part, code);
    return code.add("$<$<").build();
  }

  private static CodeBlock isChosen(ChoiceModel.Variant variant) {
    ClassName type = Types.name(((TypeRef.Declared) variant.type().plain()).type());
    return variant
        .constant()
        .map(constant -> CodeBlock.of("value -> value == $T.$N", type, constant))
        .orElseGet(() -> CodeBlock.of("value -> value instanceof $T", type));
  }

  private CodeBlock use(WorkPlan.Use use) {
    Region region = use.use().region();
    String inner = free(use.use().label());
    add(
        inner,
        CodeBlock.of("Returns how those of {@code $L} come about.\n", use.use().label()).toString(),
        use.inner());
    CodeBlock.Builder code = CodeBlock.builder();
    if (region.isMapped()) {
      code.add(
          "$T.map($S, $S, $T.$N())", Types.WORK, use.use().label(), shape(use.use()), self, inner);
    } else {
      code.add("$T.use($S, $T.$N())", Types.WORK, use.use().label(), self, inner);
    }
    code.add("$>$>");
    if (!use.reads().isEmpty()) {
      code.add("\n.reads($L)", places(use.reads()));
    }
    if (!region.isMapped()) {
      stored(codecs.codec(use.use().member().result()), code);
    }
    keyed(use, code);
    return code.add("$<$<").build();
  }

  private static String shape(Step.Use use) {
    Region.Shape shape = use.region().shape();
    return (shape.product() ? "product" : "zip")
        + (shape.soft() ? ", failures kept" : "")
        + (shape.flatten() ? ", lists joined" : "")
        + (use.nested().parts().isEmpty() ? "" : ", in parts");
  }
}
