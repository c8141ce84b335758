package dev.millrace.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.KeyDefinition;
import dev.millrace.processor.model.KeyShape;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.plan.KeyPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The methods and constants of a companion of keys, each under a name of its own. */
final class KeyNames {
  private final ClassName self;
  private final Set<String> methodNames = new HashSet<>();
  private final Set<String> constantNames = new HashSet<>();
  private final Map<TypeRef, String> methods = new HashMap<>();
  private final Map<String, String> elements = new HashMap<>();
  private final Map<KeyShape, String> encoders = new HashMap<>();
  private final Map<ClassRef, String> types = new HashMap<>();
  private final List<FieldSpec> constants = new ArrayList<>();
  private final String sink;

  KeyNames(KeyPlan plan, ClassName self) {
    this.self = self;
    Set<String> arguments = new HashSet<>();
    plan.arguments().ifPresent(all -> all.forEach(each -> arguments.add(each.name())));
    this.sink = Words.free("sink", arguments);
    methodNames.add(ResourceEmitter.ENCODE);
    plan.entries().forEach(each -> methodNames.add(each.name()));
    for (KeyPlan.Entry each : plan.entries()) {
      elements.put(each.name(), Words.free("elementOf" + Words.capital(each.name()), methodNames));
    }
    for (KeyDefinition each : plan.definitions()) {
      String simple = each.type().type().simpleName();
      methods.put(each.type(), Words.free("encode" + Words.capital(simple), methodNames));
    }
  }

  ClassName self() {
    return self;
  }

  /** Returns the constants that were asked for, in that order. */
  List<FieldSpec> constants() {
    return constants;
  }

  /** Returns the method that encodes a class. */
  String method(TypeRef.Declared type) {
    return methods.get(type);
  }

  /** Returns the method that takes an element of a list. */
  String elementOf(String list) {
    return elements.get(list);
  }

  /** Returns what the sink is called where a resource's arguments have their own names. */
  String sink() {
    return sink;
  }

  boolean isString(KeyShape shape) {
    return shape instanceof KeyShape.Known known && known.constant().equals("STRING");
  }

  /** Returns the constant that says what a class is. */
  String type(KeyDefinition.Parts parts) {
    String known = types.get(parts.type().type());
    if (known != null) {
      return known;
    }
    List<String> names = parts.parts().stream().map(KeyDefinition.Part::name).toList();
    String name = constantOf(parts.type().type(), names);
    types.put(parts.type().type(), name);
    return name;
  }

  /** Returns the constant that says which class a resource opens. */
  String type(ClassRef resource, List<KeyPlan.Argument> arguments) {
    return constantOf(resource, arguments.stream().map(KeyPlan.Argument::name).toList());
  }

  private String constantOf(ClassRef type, List<String> parts) {
    String name = Words.free(Words.upper(type.simpleName()), constantNames);
    CodeBlock.Builder value =
        CodeBlock.builder().add("$T.of($S", Types.KEY_TYPE, type.binaryName());
    parts.forEach(each -> value.add(", $S", each));
    constants.add(constant(Types.KEY_TYPE, name, value.add(")").build()));
    return name;
  }

  /** Returns the encoder of a type; one that is made of others is made once. */
  CodeBlock encoder(TypeRef type, KeyShape shape) {
    if (!(shape instanceof KeyShape.Made made)) {
      return expression(shape);
    }
    String known = encoders.get(shape);
    if (known == null) {
      known = Words.free(Words.of(type.plain().upperBound()), constantNames);
      encoders.put(shape, known);
      TypeName encoder = ParameterizedTypeName.get(Types.KEY_ENCODER, encoded(made));
      constants.add(constant(encoder, known, expression(made)));
    }
    return CodeBlock.of("$N", known);
  }

  /** Returns the encoder of a type, for another class of the package. */
  CodeBlock qualified(TypeRef type, KeyShape shape) {
    CodeBlock encoder = encoder(type, shape);
    return shape instanceof KeyShape.Made ? CodeBlock.of("$T.$L", self, encoder) : encoder;
  }

  private CodeBlock expression(KeyShape shape) {
    if (shape instanceof KeyShape.Known known) {
      return CodeBlock.of("$T.$L", Types.name(known.holder()), known.constant());
    }
    if (shape instanceof KeyShape.Defined defined) {
      return CodeBlock.of("$T::$N", self, method(defined.type()));
    }
    KeyShape.Made made = (KeyShape.Made) shape;
    CodeBlock witnesses =
        made.elements().stream()
            .map(each -> CodeBlock.of("$T", Types.name(each.boxed())))
            .collect(CodeBlock.joining(", "));
    CodeBlock parts = made.shapes().stream().map(this::expression).collect(CodeBlock.joining(", "));
    return CodeBlock.of(
        "$T.<$L>$L($L)", Types.name(made.holder()), witnesses, made.method(), parts);
  }

  /** Returns what the runtime's method makes an encoder of. */
  private static TypeName encoded(KeyShape.Made made) {
    TypeName[] bounds =
        made.elements().stream()
            .map(each -> WildcardTypeName.subtypeOf(Types.name(each.boxed())))
            .toArray(TypeName[]::new);
    return switch (made.method()) {
      case "array" -> ArrayTypeName.of(Types.name(made.elements().get(0)));
      case "optional" -> ParameterizedTypeName.get(ClassName.get(Optional.class), bounds);
      case "map", "orderedMap" -> ParameterizedTypeName.get(ClassName.get(Map.class), bounds);
      default -> ParameterizedTypeName.get(ClassName.get(Collection.class), bounds);
    };
  }

  private static FieldSpec constant(TypeName type, String name, CodeBlock value) {
    return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }
}
