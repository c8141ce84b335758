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
      index.addMember("value", "$L", annotation(entry));
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

  /** An annotation whose lines may be broken between its members. */
  private static CodeBlock annotation(IndexEntry entry) {
    CodeBlock.Builder annotation =
        CodeBlock.builder()
            .add("@$T(method = $S,$W", Types.NODE_INDEX.nestedClass("Entry"), entry.method())
            .add("types = $L,$Wnames = $L", strings(entry.types()), strings(entry.names()));
    if (!entry.nullable().isEmpty()) {
      annotation.add(",$Wnullable = $L", strings(entry.nullable()));
    }
    return annotation.add(")").build();
  }

  private static CodeBlock strings(List<String> values) {
    return values.stream()
        .map(value -> CodeBlock.of("$S", value))
        .collect(CodeBlock.joining(",$W", "{", "}"));
  }
}
