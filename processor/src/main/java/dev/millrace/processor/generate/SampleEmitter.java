package dev.millrace.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.millrace.processor.model.Sample;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the samples of a test: expressions, and a method for each record that is made up. */
final class SampleEmitter {
  private static final int DIM = 4;

  private final ClassName test;
  private final NameAllocator names;
  private final Map<TypeName, String> made = new LinkedHashMap<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  /**
   * @param test the class whose methods give values
   * @param names of the generated class's methods
   */
  SampleEmitter(ClassName test, NameAllocator names) {
    this.test = test;
    this.names = names;
  }

  /** Returns the methods that the expressions call. */
  List<MethodSpec> methods() {
    return methods;
  }

  /** Returns samples of exactly that type. */
  CodeBlock samples(Sample sample, TypeRef wanted) {
    CodeBlock samples = samples(sample);
    TypeRef exact = wanted.plain().boxed();
    return sample.type().equals(exact)
        ? samples
        : CodeBlock.of("$L.<$T>map(each -> each)", samples, Types.name(exact));
  }

  private CodeBlock samples(Sample sample) {
    if (sample instanceof Sample.Basic basic) {
      return basic(basic.type());
    }
    if (sample instanceof Sample.Constants constants) {
      return CodeBlock.of("$T.enums($T.class)", Types.SAMPLES, Types.name(constants.type()));
    }
    if (sample instanceof Sample.OrNull orNull) {
      return CodeBlock.of("$T.nullable($L)", Types.SAMPLES, samples(orNull.of()));
    }
    if (sample instanceof Sample.Given given) {
      return given.samples()
          ? value(given)
          : CodeBlock.of("$T.of(0).map(each -> $L)", Types.SAMPLES, value(given));
    }
    if (sample instanceof Sample.Holding holding) {
      return switch (holding.holder()) {
        case LIST -> CodeBlock.of("$T.lists($L)", Types.SAMPLES, samples(holding.of()));
        case OPTIONAL -> CodeBlock.of("$T.optionals($L)", Types.SAMPLES, samples(holding.of()));
        case ARRAY -> array(holding);
      };
    }
    Sample.Parts parts = (Sample.Parts) sample;
    return rows(Types.name(parts.type()), simpleName(parts.type()), parts.parts());
  }

  /** Returns a call of the method that gives a value, or samples of it. */
  CodeBlock value(Sample.Given given) {
    return CodeBlock.of("$T.$N()", test, given.method());
  }

  /**
   * Returns samples of a record, by its components.
   *
   * @param simple the name of the record
   */
  CodeBlock rows(TypeName record, String simple, List<Sample.Part> parts) {
    String name = made.get(record);
    if (name == null) {
      name = names.newName("samplesOf" + simple);
      made.put(record, name);
      methods.add(rowsMethod(name, record, parts));
    }
    return CodeBlock.of("$N()", name);
  }

  private MethodSpec rowsMethod(String name, TypeName record, List<Sample.Part> parts) {
    List<CodeBlock> columns = new ArrayList<>();
    List<CodeBlock> arguments = new ArrayList<>();
    boolean unchecked = false;
    for (int i = 0; i < parts.size(); i++) {
      Sample.Part part = parts.get(i);
      TypeRef type = part.type().plain();
      columns.add(samples(part.sample(), type));
      boolean isObject = type.equals(TypeRef.OBJECT);
      arguments.add(
          isObject
              ? CodeBlock.of("parts[$L]", i)
              : CodeBlock.of("($T) parts[$L]", Types.name(type), i));
      unchecked |= isGeneric(type);
    }
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(ParameterizedTypeName.get(Types.SAMPLES, record));
    if (unchecked) {
      method.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "$S", "unchecked")
              .build());
    }
    return method
        .addStatement(
            "return $T.rows($L)\n.map(parts -> new $T($L))",
            Types.SAMPLES,
            CodeBlock.join(columns, ",$W"),
            record,
            CodeBlock.join(arguments, ",$W"))
        .build();
  }

  private static boolean isGeneric(TypeRef type) {
    return type instanceof TypeRef.Declared declared && !declared.arguments().isEmpty();
  }

  private static String simpleName(TypeRef type) {
    return ((TypeRef.Declared) type).type().simpleName();
  }

  private static CodeBlock basic(TypeRef type) {
    String name = ((TypeRef.Declared) type).type().simpleName();
    return switch (name) {
      case "Integer" -> CodeBlock.of("$T.ints()", Types.SAMPLES);
      case "Character" ->
          CodeBlock.of(
              "$T.ints(0, $T.MAX_VALUE).map(each -> (char) (int) each)",
              Types.SAMPLES,
              Character.class);
      case "Byte", "Short" -> {
        TypeName box = Types.name(type);
        yield CodeBlock.of(
            "$T.ints($T.MIN_VALUE, $T.MAX_VALUE).map($T::$LValue)",
            Types.SAMPLES,
            box,
            box,
            Integer.class,
            name.toLowerCase(Locale.ROOT));
      }
      default -> CodeBlock.of("$T.$Ls()", Types.SAMPLES, name.toLowerCase(Locale.ROOT));
    };
  }

  /** Vectors have one width, so that two of them can be compared. */
  private CodeBlock array(Sample.Holding holding) {
    TypeRef component = ((TypeRef.Array) holding.type()).component();
    if (component == TypeRef.Primitive.FLOAT) {
      return CodeBlock.of("$T.floatVectors($L)", Types.SAMPLES, DIM);
    }
    if (component.isReference()) {
      return CodeBlock.of(
          "$T.lists($L).map(list -> list.toArray($T::new))",
          Types.SAMPLES,
          samples(holding.of(), component),
          Types.name(holding.type()));
    }
    TypeName type = Types.name(holding.type());
    String name = made.get(type);
    if (name == null) {
      name = names.newName("samplesOf" + Scope.capital(component.toString()) + "Array");
      made.put(type, name);
      methods.add(
          MethodSpec.methodBuilder(name)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .returns(ParameterizedTypeName.get(Types.SAMPLES, type))
              .addCode(
                  "return $T.lists($L).map(list -> {$>\n",
                  Types.SAMPLES,
                  samples(holding.of(), component))
              .addStatement("$T array = new $T[list.size()]", type, Types.name(component))
              .beginControlFlow("for (int i = 0; i < array.length; i++)")
              .addStatement("array[i] = list.get(i)")
              .endControlFlow()
              .addStatement("return array")
              .addCode("$<});\n")
              .build());
    }
    return CodeBlock.of("$N()", name);
  }
}
