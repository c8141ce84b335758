package dev.millrace.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.millrace.processor.plan.Step;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * A class with a field for each of many values: a method has no more than 255 parameters, nor does
 * a lambda hold more. Only steps that read very many have one; it is nested in the class of their
 * use.
 */
final class Bundle {
  private static final int MOST = 120; // of which each may take two slots

  private Bundle() {}

  /** Returns whether a step's values are too many to be passed one by one. */
  static boolean isNeeded(int values) {
    return values > MOST;
  }

  /** Returns the class of a step's bundle; no value has a $ in its name. */
  static ClassName type(Step step, String what) {
    return ClassName.get("", Scope.capital(step.name()) + what + "$");
  }

  /** Returns the class, whose fields are set by whoever makes it. */
  static TypeSpec of(ClassName type, Map<String, TypeName> fields) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addCode("// who makes it sets the fields\n");
    if (fields.values().stream().anyMatch(field -> !field.isPrimitive())) {
      constructor.addAnnotation(Types.SETS_LATER);
    }
    TypeSpec.Builder bundle =
        TypeSpec.classBuilder(type)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addMethod(constructor.build());
    fields.forEach(
        (name, field) -> bundle.addField(FieldSpec.builder(field, name, Modifier.PRIVATE).build()));
    return bundle.build();
  }
}
