package dev.millrace.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.millrace.processor.model.CodecDefinition;
import dev.millrace.processor.model.CodecShape;
import dev.millrace.processor.model.CodecShape.None;
import dev.millrace.processor.model.NodeModel;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.CodecPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The constants of a companion of codecs, and the classes in it, each under a name of its own: the
 * same ones whoever asks.
 */
final class CodecNames {
  /** What is imported, and so is no name of a class in the companion. */
  private static final List<ClassName> IMPORTED =
      List.of(
          Types.CODEC,
          Types.CODECS,
          Types.FOLDER_CODEC,
          Types.RECORD_CODEC,
          Types.ONE_OF_CODEC,
          Types.BLOB_IN,
          Types.BLOB_OUT,
          ClassName.get("dev.millrace.runtime.spi.codec", "Numbers"),
          ClassName.get("dev.millrace.runtime.spi.codec", "Containers"),
          ClassName.get(List.class),
          ClassName.get(Override.class),
          Types.GENERATED);

  private final CodecPlan plan;
  private final ClassName self;
  private final Map<CodecShape, String> constants = new LinkedHashMap<>();
  private final Map<TypeRef.Declared, String> classes = new HashMap<>();

  CodecNames(CodecPlan plan) {
    this.plan = plan;
    this.self = Types.name(plan.owner().companion(Generator.CODECS));
    Set<String> taken = new HashSet<>();
    List<CodecShape> made = new ArrayList<>();
    // What nothing else is needed for comes first, then what is made of what stands before it.
    plan.definitions().forEach(each -> name(new CodecShape.Defined(each.type()), taken));
    Stream.concat(
            plan.entries().stream().map(CodecPlan.Entry::shape),
            plan.definitions().stream().flatMap(each -> each.shapes().stream()))
        .forEach(each -> collect(each, taken, made));
    made.forEach(each -> name(each, taken));
    nameClasses();
  }

  private void collect(CodecShape shape, Set<String> taken, List<CodecShape> made) {
    if (shape instanceof CodecShape.Custom) {
      name(shape, taken);
    } else if (shape instanceof CodecShape.Made one && !made.contains(one)) {
      one.shapes().forEach(each -> collect(each, taken, made));
      made.add(one);
    }
  }

  private void name(CodecShape shape, Set<String> taken) {
    if (!constants.containsKey(shape)) {
      constants.put(shape, Words.free(Words.of(stored(shape)), taken));
    }
  }

  private void nameClasses() {
    Set<String> taken = new HashSet<>();
    IMPORTED.forEach(each -> taken.add(lower(each.simpleName())));
    taken.add(lower(self.simpleName()));
    taken.addAll(Stream.of("RecordCodec", "OneOfCodec").map(CodecNames::lower).toList());
    constants.keySet().forEach(each -> mention(each, taken));
    for (CodecDefinition each : plan.definitions()) {
      String wanted = Words.capital(each.type().type().simpleName()) + "Codec";
      String name = wanted;
      for (int i = 2; !taken.add(lower(name)); i++) {
        name = wanted + i;
      }
      classes.put(each.type(), name);
    }
  }

  private static void mention(CodecShape shape, Set<String> taken) {
    mention(stored(shape), taken);
    if (shape instanceof CodecShape.Custom custom) {
      custom.by().simpleNames().forEach(each -> taken.add(lower(each)));
    }
  }

  private static void mention(TypeRef type, Set<String> taken) {
    if (type instanceof TypeRef.Declared declared) {
      declared.type().simpleNames().forEach(each -> taken.add(lower(each)));
      declared.arguments().forEach(each -> mention(each, taken));
    } else if (type instanceof TypeRef.Array array) {
      mention(array.component(), taken);
    } else if (type instanceof TypeRef.OrNull orNull) {
      mention(orNull.type(), taken);
    }
  }

  /** Class files of names that differ in case alone may be one file. */
  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Returns what a codec stores that is a constant here. */
  static TypeRef stored(CodecShape shape) {
    if (shape instanceof CodecShape.Defined defined) {
      return defined.type();
    }
    return shape instanceof CodecShape.Custom custom
        ? custom.type()
        : ((CodecShape.Made) shape).type();
  }

  /** Returns the companion's name. */
  ClassName self() {
    return self;
  }

  /** Returns the constants, in the order in which they can be made, by what they are. */
  Map<CodecShape, String> constants() {
    return constants;
  }

  /** Returns the class of the codec of a record or sealed type. */
  String classOf(TypeRef.Declared type) {
    return classes.get(type);
  }

  /** A codec, or why there is none. */
  sealed interface Answer {}

  /**
   * There is one.
   *
   * @param code an expression for it, which can stand in any class of the pipeline's package
   * @param isFolder whether it is a {@code FolderCodec}, and no {@code Codec}
   */
  record Found(CodeBlock code, boolean isFolder) implements Answer {}

  /**
   * There is none.
   *
   * @param why a sentence
   */
  record Lacking(String why) implements Answer {}

  /** Returns the codec of a type that the plan has. */
  Answer codec(TypeRef type) {
    return answer(type, plan.shape(type));
  }

  /** Returns the codec of the results of a node. */
  Answer codec(NodeModel node) {
    return answer(node.result(), plan.shape(node));
  }

  private Answer answer(TypeRef type, CodecShape shape) {
    return shape instanceof None none
        ? new Lacking(none.toString())
        : new Found(expression(type, shape, true), shape.isFolder());
  }

  /** Returns a codec as one of that very type, as code in the companion itself names it. */
  CodeBlock expression(TypeRef type, CodecShape shape) {
    return expression(type, shape, false);
  }

  private CodeBlock expression(TypeRef type, CodecShape shape, boolean isOutside) {
    CodeBlock codec =
        shape instanceof CodecShape.Known known
            ? CodeBlock.of("$T.$L", Types.name(known.holder()), known.constant())
            : isOutside
                ? CodeBlock.of("$T.$N", self, constants.get(shape))
                : CodeBlock.of("$N", constants.get(shape));
    TypeRef plain = type.plain();
    return plain.equals(plain.bounded()) || shape.isFolder()
        ? codec
        : CodeBlock.of("$T.<$T>as($L)", Types.CODECS, Types.name(plain), codec);
  }
}
