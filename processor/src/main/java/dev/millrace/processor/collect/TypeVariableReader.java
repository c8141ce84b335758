package dev.millrace.processor.collect;

import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TypeParameter;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;

/** Reads the type variables of methods and of the classes whose instances they belong to. */
final class TypeVariableReader {
  private TypeVariableReader() {}

  /**
   * Returns a method's variables, or nothing if a bound could not be read.
   *
   * @param read reads a bound, or reports why it cannot
   */
  static Optional<TypeVariables> read(
      TypeElement owner, ExecutableElement method, Function<TypeMirror, Optional<TypeRef>> read) {
    Optional<List<TypeParameter>> own = parameters(method.getTypeParameters(), read);
    Optional<List<TypeParameter>> owners =
        method.getModifiers().contains(Modifier.STATIC)
            ? Optional.of(List.of())
            : parameters(owner.getTypeParameters(), read);
    if (own.isEmpty() || owners.isEmpty()) {
      return Optional.empty();
    }
    Substitution shown = shown(owner, owners.get(), own.get());
    return Optional.of(new TypeVariables(owners.get().stream().map(shown::in).toList(), own.get()));
  }

  /** Gives the class's variables another name where the method hides theirs. */
  private static Substitution shown(
      TypeElement owner, List<TypeParameter> owners, List<TypeParameter> own) {
    Map<String, TypeRef> names = new HashMap<>();
    for (TypeParameter each : owners) {
      if (own.stream().anyMatch(other -> other.name().equals(each.name()))) {
        names.put(each.name(), new TypeRef.Variable(owner.getSimpleName() + "." + each.name()));
      }
    }
    return new Substitution(names);
  }

  private static Optional<List<TypeParameter>> parameters(
      List<? extends TypeParameterElement> elements, Function<TypeMirror, Optional<TypeRef>> read) {
    List<TypeParameter> parameters = new ArrayList<>();
    for (TypeParameterElement element : elements) {
      List<TypeRef> bounds = new ArrayList<>();
      for (TypeMirror bound : element.getBounds()) {
        Optional<TypeRef> type = read.apply(bound);
        if (type.isEmpty()) {
          return Optional.empty();
        }
        if (!type.get().equals(TypeRef.OBJECT)) {
          bounds.add(type.get());
        }
      }
      parameters.add(new TypeParameter(element.getSimpleName().toString(), bounds));
    }
    return Optional.of(parameters);
  }

  /** Returns the generic class around an inner class, whose variables no call could fix. */
  static Optional<TypeElement> genericAround(TypeElement owner) {
    Element each = owner;
    while (!each.getModifiers().contains(Modifier.STATIC)
        && each.getEnclosingElement() instanceof TypeElement around) {
      if (!around.getTypeParameters().isEmpty()) {
        return Optional.of(around);
      }
      each = around;
    }
    return Optional.empty();
  }
}
