package dev.millrace.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.model.KeyDefinition;
import dev.millrace.processor.model.KeyPolicy;
import dev.millrace.processor.model.KeyShape;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.KeyPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the companion that takes a pipeline's inputs and outputs into keys. */
final class KeysEmitter {
  private static final String VALUE = "value";
  private static final String SINK = "sink";

  private final KeyPlan plan;
  private final KeyNames names;

  KeysEmitter(KeyPlan plan, ClassName self) {
    this.plan = plan;
    this.names = new KeyNames(plan, self);
  }

  /** Returns what its constants and methods are called. */
  KeyNames names() {
    return names;
  }

  TypeSpec emit() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(names.self())
            .addJavadoc(
                "What the $L of {@link $T} are in keys.\n",
                plan.arguments().isPresent() ? "arguments" : "inputs and outputs",
                Types.name(plan.owner()))
            .addAnnotation(Types.GENERATED)
            .addModifiers(Modifier.FINAL);
    if (!plan.deprecations().isEmpty()) {
      AnnotationSpec.Builder suppress = AnnotationSpec.builder(SuppressWarnings.class);
      plan.deprecations().forEach(each -> suppress.addMember("value", "$S", each));
      type.addAnnotation(suppress.build());
    }
    // Methods first: they say which constants there are.
    TypeSpec.Builder methods = TypeSpec.classBuilder("Methods");
    plan.arguments().ifPresent(arguments -> methods.addMethod(handle(arguments)));
    plan.entries().forEach(each -> take(each, methods));
    plan.definitions().forEach(each -> methods.addMethod(encode(each)));
    names.constants().forEach(type::addField);
    return type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethods(methods.build().methodSpecs())
        .build();
  }

  private MethodSpec handle(List<KeyPlan.Argument> arguments) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(ResourceEmitter.ENCODE)
            .addJavadoc("Writes the class and what it is opened with.\n")
            .addModifiers(Modifier.STATIC)
            .addParameter(Types.KEY_SINK, names.sink());
    method.addStatement("$N.begin($N)", names.sink(), names.type(plan.owner(), arguments));
    for (KeyPlan.Argument each : arguments) {
      String name = each.name();
      method.addParameter(Types.name(each.type(), each.mayBeNull()), name);
      if (each.policy() == KeyPolicy.IGNORE) {
        method.addStatement("$N.ignored()", names.sink());
      } else if (each.shape().isEmpty()) {
        method.addStatement("$N.identity($N)", names.sink(), name);
      } else {
        method.addStatement(
            "$N.part($S, $N, $L)",
            names.sink(),
            name,
            name,
            names.encoder(each.type(), each.shape().get()));
      }
    }
    return method.build();
  }

  private void take(KeyPlan.Entry entry, TypeSpec.Builder methods) {
    String kind = entry.isInput() ? "input" : "output";
    methods.addMethod(
        take(
            entry.name(),
            CodeBlock.of("Takes the $L \"$L\".\n", kind, entry.name()),
            entry.name(),
            entry.type(),
            entry.shape()));
    if (entry.isList()) {
      KeyShape.Made list = (KeyShape.Made) entry.shape();
      TypeRef element = entry.type().listElement();
      methods.addMethod(
          take(
              names.elementOf(entry.name()),
              CodeBlock.of("Takes an element of the $L \"$L\".\n", kind, entry.name()),
              entry.name() + "[]",
              element,
              list.shapes().get(0)));
    }
  }

  private MethodSpec take(
      String method, CodeBlock javadoc, String name, TypeRef type, KeyShape shape) {
    return MethodSpec.methodBuilder(method)
        .addJavadoc(javadoc)
        .addModifiers(Modifier.STATIC)
        .addParameter(Types.name(type.nonNull(), type.isNullable()), VALUE)
        .addParameter(Types.KEY_SINK, SINK)
        .addStatement("$N.take($S, $N, $L)", SINK, name, VALUE, names.encoder(type, shape))
        .build();
  }

  private MethodSpec encode(KeyDefinition definition) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.method(definition.type()))
            .addModifiers(Modifier.STATIC)
            .addParameter(Types.orNull(Types.name(definition.type())), VALUE)
            .addParameter(Types.KEY_SINK, SINK)
            .beginControlFlow("if ($N == null)", VALUE)
            .addStatement("$N.writeNull()", SINK)
            .addStatement("return")
            .endControlFlow();
    if (definition instanceof KeyDefinition.OneOf oneOf) {
      choose(oneOf, method);
    } else if (definition instanceof KeyDefinition.Parts parts) {
      if (parts.isExact()) {
        method.addStatement(
            "$N.requireExactly($T.class, $N)", SINK, Types.name(parts.type().type()), VALUE);
      }
      method.addStatement("$N.begin($N)", SINK, names.type(parts));
      parts.parts().forEach(each -> write(each, method));
    } else if (definition instanceof KeyDefinition.Keyed keyed) {
      method.addStatement("$N.keyed($N)", SINK, VALUE);
      write(keyed.key(), method);
    } else {
      method.addStatement("$N.alike($N)", SINK, VALUE);
    }
    return method.build();
  }

  private void write(KeyDefinition.Part part, MethodSpec.Builder method) {
    boolean isPlain = part.type() instanceof TypeRef.Primitive || names.isString(part.shape());
    if (isPlain) {
      method.addStatement("$N.write($N.$L)", SINK, VALUE, part.access());
    } else {
      method.addStatement(
          "$N.part($S, $N.$L, $L)",
          SINK,
          part.name(),
          VALUE,
          part.access(),
          names.encoder(part.type(), part.shape()));
    }
  }

  private void choose(KeyDefinition.OneOf oneOf, MethodSpec.Builder method) {
    for (int i = 0; i < oneOf.types().size(); i++) {
      TypeRef type = oneOf.types().get(i);
      method.beginControlFlow("if ($N instanceof $T one)", VALUE, Types.name(type));
      KeyShape shape = oneOf.shapes().get(i);
      if (shape instanceof KeyShape.Defined defined) {
        method.addStatement("$N(one, $N)", names.method(defined.type()), SINK);
      } else {
        method.addStatement("$L.encode(one, $N)", names.encoder(type, shape), SINK);
      }
      method.addStatement("return").endControlFlow();
    }
    method.addStatement("throw $N.unknown($N)", SINK, VALUE);
  }
}
