package dev.millrace.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.IndexEntry;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the companion that keeps the names of parameters. */
final class IndexEmitter {
  private IndexEmitter() {}

  static TypeSpec emit(ClassRef name, boolean isPublic, List<IndexEntry> entries) {
    AnnotationSpec.Builder index = AnnotationSpec.builder(Types.NODE_INDEX);
    if (entries.isEmpty()) {
      index.addMember("value", "{}");
    }
    for (IndexEntry entry : entries) {
      AnnotationSpec.Builder annotation =
          AnnotationSpec.builder(Types.NODE_INDEX.nestedClass("Entry"))
              .addMember("method", "$S", entry.method())
              .addMember("types", strings(entry.types()))
              .addMember("names", strings(entry.names()));
      if (!entry.nullable().isEmpty()) {
        annotation.addMember("nullable", strings(entry.nullable()));
      }
      index.addMember("value", "$L", annotation.build());
    }
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name.simpleName())
            .addJavadoc("Names of parameters, which class files lose.\n")
            .addAnnotation(Types.GENERATED)
            .addAnnotation(index.build())
            .addModifiers(Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (isPublic) {
      type.addModifiers(Modifier.PUBLIC);
    }
    return type.build();
  }

  private static CodeBlock strings(List<String> values) {
    return values.stream()
        .map(value -> CodeBlock.of("$S", value))
        .collect(CodeBlock.joining(", ", "{", "}"));
  }
}
