package dev.millrace.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.ResourceModel;
import dev.millrace.processor.model.Stateful;
import dev.millrace.processor.model.TypeRef;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the handle of a {@code @Stateful} class: its constructor's arguments, to be opened. */
final class ResourceEmitter {
  /** The method of a handle, and of its companion, that writes it into a key. */
  static final String ENCODE = "encode";

  private final ResourceModel resource;
  private final boolean isKeyed;
  private final String simpleName;
  private final ClassName opened;
  private final ClassName handle;

  ResourceEmitter(ResourceModel resource, boolean isKeyed) {
    this.isKeyed = isKeyed;
    ClassRef type = resource.stateful().type();
    this.resource = resource;
    this.simpleName = type.simpleName();
    this.opened = Types.name(type);
    this.handle = Types.name(name(resource));
  }

  static ClassRef name(ResourceModel resource) {
    return resource.stateful().type().companion("Resource");
  }

  TypeSpec emit() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(handle)
            .addJavadoc(javadoc())
            .addAnnotation(Types.GENERATED)
            .addModifiers(Modifier.FINAL)
            .superclass(ParameterizedTypeName.get(Types.CONSTRUCTED_RESOURCE, opened));
    if (resource.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    if (!resource.deprecations().isEmpty()) {
      AnnotationSpec.Builder suppress = AnnotationSpec.builder(SuppressWarnings.class);
      resource.deprecations().forEach(each -> suppress.addMember("value", "$S", each));
      type.addAnnotation(suppress.build());
    }
    for (ResourceModel.Parameter each : resource.parameters()) {
      type.addField(typeOf(each), each.name(), Modifier.PRIVATE, Modifier.FINAL);
    }
    type.addMethod(constructor()).addMethod(of()).addMethod(open());
    if (isKeyed) {
      type.addSuperinterface(Types.KEYED_HANDLE).addMethod(encode());
    }
    return type.build();
  }

  private CodeBlock javadoc() {
    Stateful stateful = resource.stateful();
    CodeBlock.Builder text =
        CodeBlock.builder()
            .add("A handle on {@link $T}.\n\n", opened)
            .add("<p>It opens nothing itself. A pipeline that is given it opens ");
    if (stateful.perWorker()) {
      text.add("instances as they are needed,\n");
      if (stateful.maxInstances() > 0) {
        text.add("at most $L at once, ", stateful.maxInstances());
      }
      text.add("each for one thread at a time, and closes them when it is closed.\n")
          .add("Handles with equal arguments share them");
    } else {
      text.add("one instance on first use, for\n")
          .add("all threads, and closes it when it is closed.\n")
          .add("Handles with equal arguments are one instance");
    }
    return text.add("; arrays are equal by their elements.\n").build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder method = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
    resource.parameters().forEach(each -> method.addParameter(typeOf(each), each.name()));
    Stateful stateful = resource.stateful();
    method.addStatement(
        "super($S, $L, $L, $S, new $T[] {$L})",
        simpleName,
        stateful.perWorker(),
        stateful.maxInstances(),
        stateful.device(),
        ClassName.OBJECT,
        arguments(false));
    resource
        .parameters()
        .forEach(each -> method.addStatement("this.$N = $N", each.name(), each.name()));
    return method.build();
  }

  private MethodSpec of() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("of")
            .addJavadoc("Returns the handle that opens what this constructor call makes.\n")
            .addModifiers(Modifier.STATIC)
            .returns(handle);
    if (resource.isOpenToAll()) {
      method.addModifiers(Modifier.PUBLIC);
    }
    if (resource.parameters().stream().anyMatch(ResourceEmitter::isChecked)) {
      method.addJavadoc(
          "\n@throws $L if null is given where the class takes none\n", Types.NULL_ARGUMENT);
    }
    for (ResourceModel.Parameter each : resource.parameters()) {
      method.addParameter(typeOf(each), each.name());
      if (isChecked(each)) {
        method.addStatement(
            "$T.require($S, $S, $N)", Types.HANDLE_ARGUMENTS, simpleName, each.name(), each.name());
      }
    }
    return method
        .varargs(isVarArgs())
        .addStatement("return new $T($L)", handle, arguments(true))
        .build();
  }

  private MethodSpec open() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("open")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(opened);
    resource.thrown().forEach(type -> method.addException(Types.name(type)));
    return method.addStatement("return new $T($L)", opened, arguments(true)).build();
  }

  private MethodSpec encode() {
    CodeBlock.Builder arguments = CodeBlock.builder();
    resource.parameters().forEach(each -> arguments.add(", this.$N", each.name()));
    String sink = "sink";
    return MethodSpec.methodBuilder(ENCODE)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(Types.KEY_SINK, sink)
        .addStatement(
            "$T.$N($N$L)",
            Types.name(resource.stateful().type().companion(Generator.KEYS)),
            ENCODE,
            sink,
            arguments.build())
        .build();
  }

  /** Returns the arguments, arrays as they are or copied. */
  private CodeBlock arguments(boolean copied) {
    return resource.parameters().stream()
        .map(
            each ->
                copied && each.type() instanceof TypeRef.Array
                    ? CodeBlock.of("$T.copy($N)", Types.HANDLE_ARGUMENTS, each.name())
                    : CodeBlock.of("$N", each.name()))
        .collect(CodeBlock.joining(",$W"));
  }

  private static boolean isChecked(ResourceModel.Parameter parameter) {
    return parameter.type().isReference() && !parameter.mayBeNull();
  }

  private static TypeName typeOf(ResourceModel.Parameter parameter) {
    TypeName type = Types.name(parameter.type());
    return parameter.mayBeNull()
        ? type.annotated(AnnotationSpec.builder(Types.NULLABLE).build())
        : type;
  }

  /** An array of a generic type would be one that no caller can make without a warning. */
  private boolean isVarArgs() {
    List<ResourceModel.Parameter> parameters = resource.parameters();
    return resource.isVarArgs()
        && parameters.get(parameters.size() - 1).type() instanceof TypeRef.Array array
        && !(array.component() instanceof TypeRef.Declared declared
            && !declared.arguments().isEmpty());
  }
}
