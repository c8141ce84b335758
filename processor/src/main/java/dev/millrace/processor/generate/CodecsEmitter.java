package dev.millrace.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.millrace.processor.model.CodecDefinition;
import dev.millrace.processor.model.CodecDefinition.Component;
import dev.millrace.processor.model.CodecShape;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.CodecPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the companion that stores what a pipeline computes: a constant for each type, and a class
 * for each record and sealed type, which has its own constants and names and so room for as many as
 * there are.
 */
final class CodecsEmitter {
  private static final String VALUE = "value";
  private static final String OUT = "out";
  private static final String IN = "in";

  private final CodecPlan plan;
  private final CodecNames names;
  private final Map<TypeRef.Declared, CodecDefinition> definitions = new HashMap<>();

  CodecsEmitter(CodecPlan plan) {
    this.plan = plan;
    this.names = new CodecNames(plan);
    plan.definitions().forEach(each -> definitions.put(each.type(), each));
  }

  TypeSpec emit() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(names.self())
            .addJavadoc("How what {@link $T} computes is stored.\n", Types.name(plan.owner()))
            .addAnnotation(Types.GENERATED)
            .addModifiers(Modifier.FINAL);
    if (!plan.deprecations().isEmpty()) {
      AnnotationSpec.Builder suppress = AnnotationSpec.builder(SuppressWarnings.class);
      plan.deprecations().forEach(each -> suppress.addMember("value", "$S", each));
      type.addAnnotation(suppress.build());
    }
    names.constants().forEach((shape, name) -> type.addField(constant(shape, name)));
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    for (CodecDefinition each : plan.definitions()) {
      if (each instanceof CodecDefinition.Components components) {
        type.addType(codec(components));
      } else if (each instanceof CodecDefinition.OneOf oneOf) {
        type.addType(codec(oneOf));
      }
    }
    return type.build();
  }

  private FieldSpec constant(CodecShape shape, String name) {
    TypeName stored = Types.name(CodecNames.stored(shape).boxed());
    ClassName kind = shape.isFolder() ? Types.FOLDER_CODEC : Types.CODEC;
    return FieldSpec.builder(
            ParameterizedTypeName.get(kind, stored), name, Modifier.STATIC, Modifier.FINAL)
        .initializer(made(shape))
        .build();
  }

  private CodeBlock made(CodecShape shape) {
    if (shape instanceof CodecShape.Custom custom) {
      CodeBlock own = CodeBlock.of("new $T()", Types.name(custom.by()));
      return custom.isFolder() ? own : CodeBlock.of("$T.custom($L)", Types.CODECS, own);
    }
    if (shape instanceof CodecShape.Defined defined) {
      return definitions.get(defined.type()) instanceof CodecDefinition.Constants
          ? CodeBlock.of("$T.enumOf($T.values())", Types.CODECS, Types.name(defined.type()))
          : CodeBlock.of("new $N()", names.classOf(defined.type()));
    }
    CodecShape.Made made = (CodecShape.Made) shape;
    if (made.method().equals("array")) {
      return array(made);
    }
    List<CodeBlock> parts = new ArrayList<>();
    List<CodeBlock> witnesses = new ArrayList<>();
    for (int i = 0; i < made.elements().size(); i++) {
      TypeRef element = made.elements().get(i).boxed();
      witnesses.add(CodeBlock.of("$T", Types.name(element)));
      parts.add(names.expression(element, made.shapes().get(i)));
    }
    return CodeBlock.of(
        "$T.<$L>$L($L)",
        Types.name(made.holder()),
        CodeBlock.join(witnesses, ", "),
        made.method(),
        CodeBlock.join(parts, ", "));
  }

  /** No array of a generic type can be made by that name. */
  private CodeBlock array(CodecShape.Made made) {
    TypeRef element = made.elements().get(0);
    TypeName reified = Types.reified(element);
    CodeBlock codec = names.expression(element, made.shapes().get(0));
    return reified.equals(Types.name(element))
        ? CodeBlock.of("$T.<$T>array($L, $T[]::new)", Types.CODECS, reified, codec, reified)
        : CodeBlock.of(
            "$T.<$T>as($T.<$T>array($T.<$T>as($L), $T[]::new))",
            Types.CODECS,
            Types.name(made.type()),
            Types.CODECS,
            reified,
            Types.CODECS,
            reified,
            codec,
            reified);
  }

  private TypeSpec codec(CodecDefinition.Components definition) {
    TypeName stored = Types.name(definition.type());
    CodeBlock.Builder told = CodeBlock.builder().add("super($S", schemaName(definition.type()));
    List<CodeBlock> parts = new ArrayList<>();
    List<CodeBlock> read = new ArrayList<>();
    MethodSpec.Builder write =
        overriding("writeParts").addParameter(Types.BLOB_OUT, OUT).addParameter(stored, VALUE);
    for (Component each : definition.components()) {
      told.add(", $S", isBox(each) ? each.name() + "?" : each.name());
      CodeBlock codec = names.expression(each.type().boxed(), each.shape());
      parts.add(codec);
      write.addStatement(write(each, codec));
      read.add(read(each, codec));
    }
    return nested(definition.type(), Types.RECORD_CODEC, told.add(")").build())
        .addMethod(
            overriding("parts")
                .returns(listOf(WildcardTypeName.subtypeOf(Object.class)))
                .addStatement("return $T.of($L)", List.class, CodeBlock.join(parts, ", "))
                .build())
        .addMethod(write.build())
        .addMethod(
            overriding("readParts")
                .addParameter(Types.BLOB_IN, IN)
                .returns(stored)
                .addStatement("return new $T($L)", stored, CodeBlock.join(read, ", "))
                .build())
        .build();
  }

  /** A box may be null, and so is stored in another way than what it boxes; the codec is one. */
  private static boolean isBox(Component component) {
    return Stream.of(TypeRef.Primitive.values())
        .anyMatch(each -> each.boxed().equals(component.type().plain()));
  }

  private static CodeBlock write(Component component, CodeBlock codec) {
    CodeBlock part = CodeBlock.of("$N.$N()", VALUE, component.name());
    return component.type() instanceof TypeRef.Primitive primitive
        ? CodeBlock.of(
            primitive == TypeRef.Primitive.BOOLEAN ? "$N.$L($L ? 1 : 0)" : "$N.$L($L)",
            OUT,
            raw(primitive),
            part)
        : CodeBlock.of("write($N, $L, $L)", OUT, codec, part);
  }

  private static CodeBlock read(Component component, CodeBlock codec) {
    if (!(component.type() instanceof TypeRef.Primitive primitive)) {
      return CodeBlock.of("read($N, $L)", IN, codec);
    }
    return switch (primitive) {
      case BOOLEAN -> CodeBlock.of("$L.read($N)", codec, IN);
      case CHAR -> CodeBlock.of("(char) $N.$L()", IN, raw(primitive));
      default -> CodeBlock.of("$N.$L()", IN, raw(primitive));
    };
  }

  /** Returns how a blob's methods call a primitive. */
  private static String raw(TypeRef.Primitive primitive) {
    return switch (primitive) {
      case BOOLEAN, BYTE -> "i8";
      case SHORT, CHAR -> "i16";
      case INT -> "i32";
      case LONG -> "i64";
      case FLOAT -> "f32";
      case DOUBLE -> "f64";
      case VOID -> throw new IllegalArgumentException("no component is void");
    };
  }

  private TypeSpec codec(CodecDefinition.OneOf definition) {
    TypeName stored = Types.name(definition.type());
    List<CodeBlock> parts = new ArrayList<>();
    MethodSpec.Builder choose =
        overriding("partOf").addParameter(stored, VALUE).returns(TypeName.INT);
    for (int i = 0; i < definition.types().size(); i++) {
      TypeRef type = definition.types().get(i);
      parts.add(names.expression(type, definition.shapes().get(i)));
      choose
          .beginControlFlow("if ($N instanceof $T)", VALUE, Types.reified(type))
          .addStatement("return $L", i)
          .endControlFlow();
    }
    return nested(
            definition.type(),
            Types.ONE_OF_CODEC,
            CodeBlock.of("super($S)", schemaName(definition.type())))
        .addMethod(
            overriding("parts")
                .returns(listOf(WildcardTypeName.subtypeOf(stored)))
                .addStatement("return $T.of($L)", List.class, CodeBlock.join(parts, ", "))
                .build())
        .addMethod(choose.addStatement("return -1").build())
        .build();
  }

  private TypeSpec.Builder nested(TypeRef.Declared type, ClassName kind, CodeBlock told) {
    return TypeSpec.classBuilder(names.classOf(type))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .superclass(ParameterizedTypeName.get(kind, Types.name(type)))
        .addMethod(MethodSpec.constructorBuilder().addStatement(told).build());
  }

  private static MethodSpec.Builder overriding(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED);
  }

  private static TypeName listOf(TypeName stored) {
    return ParameterizedTypeName.get(
        ClassName.get(List.class), ParameterizedTypeName.get(Types.CODEC, stored));
  }

  /** Returns what a schema calls a type: different ones of a class by their arguments. */
  private static String schemaName(TypeRef type) {
    if (type instanceof TypeRef.Array array) {
      return schemaName(array.component()) + "[]";
    }
    if (!(type instanceof TypeRef.Declared declared)) {
      return type.toString();
    }
    String arguments =
        String.join(", ", declared.arguments().stream().map(CodecsEmitter::schemaName).toList());
    return declared.type().binaryName() + (arguments.isEmpty() ? "" : "<" + arguments + ">");
  }
}
