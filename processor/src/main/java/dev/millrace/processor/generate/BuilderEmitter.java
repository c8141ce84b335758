package dev.millrace.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** Writes the pipeline's builder. */
final class BuilderEmitter {
  private final ClassName builder;

  private BuilderEmitter(ClassName builder) {
    this.builder = builder;
  }

  /**
   * @param readsResources whether there is anything that may occupy a device
   * @param isCached whether it may have a cache
   */
  static TypeSpec emit(
      String name,
      ClassName pipeline,
      ClassName builder,
      boolean readsResources,
      boolean isCached) {
    BuilderEmitter emitter = new BuilderEmitter(builder);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(builder)
            .addJavadoc("Builds the pipeline {@code $L}.\n", name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addField(Types.SETUP, "setup", Modifier.PRIVATE)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .addStatement("setup = $T.DEFAULT", Types.SETUP)
                    .build())
            .addMethod(
                emitter.setter(Types.LISTENER, "listener", "Sets who is told what runs do.\n"))
            .addMethod(
                emitter.setter(
                    Types.ENGINE,
                    "engine",
                    "Sets how lists are mapped over. Results are the same.\n"))
            .addMethod(
                emitter.setter(
                    TypeName.INT,
                    "lanes",
                    "Sets how many threads each stage of a map has at most, 1 at least.\n"))
            .addMethod(
                emitter.setter(
                    TypeName.INT,
                    "chunkRows",
                    "Sets how many items a chunk has at most, 1 at least.\n"))
            .addMethod(
                emitter.setter(
                    TypeName.BOOLEAN,
                    "batchTwins",
                    "Sets whether twins run; without them their nodes do, item by item.\n"));
    if (readsResources) {
      type.addMethod(
          emitter.setter(
              Types.DEVICE_PERMITS,
              "device",
              "permits",
              "Limits how many calls a device takes at once, with all who are given the same.\n"));
    }
    if (isCached) {
      type.addMethod(emitter.setter(Types.CACHE, "cache", "Sets where results are kept.\n"));
    }
    return type.addMethod(
            MethodSpec.methodBuilder("build")
                .addJavadoc("Returns the pipeline.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(pipeline)
                .addStatement("return new $T(this)", pipeline)
                .build())
        .build();
  }

  private MethodSpec setter(TypeName type, String name, String says) {
    return setter(type, name, name, says);
  }

  private MethodSpec setter(TypeName type, String name, String value, String says) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(says)
        .addModifiers(Modifier.PUBLIC)
        .returns(builder)
        .addParameter(type, value)
        .addStatement("setup = setup.$N($N)", name, value)
        .addStatement("return this")
        .build();
  }
}
