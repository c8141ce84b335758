package dev.millrace.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** Writes the pipeline's builder. */
final class BuilderEmitter {
  private BuilderEmitter() {}

  static TypeSpec emit(String name, ClassName pipeline, ClassName builder) {
    return TypeSpec.classBuilder(builder)
        .addJavadoc("Builds the pipeline {@code $L}.\n", name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addField(Types.LISTENER, "listener", Modifier.PRIVATE)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addAnnotation(Types.SETS_LATER)
                .addModifiers(Modifier.PRIVATE)
                .addCode("// without a listener until one is set\n")
                .build())
        .addMethod(
            MethodSpec.methodBuilder("listener")
                .addJavadoc("Sets who is told what runs do.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(Types.LISTENER, "listener")
                .addStatement("this.listener = listener")
                .addStatement("return this")
                .build())
        .addMethod(
            MethodSpec.methodBuilder("build")
                .addJavadoc("Returns the pipeline.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(pipeline)
                .addStatement("return new $T(this)", pipeline)
                .build())
        .build();
  }
}
