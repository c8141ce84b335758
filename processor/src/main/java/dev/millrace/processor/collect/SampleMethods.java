package dev.millrace.processor.collect;

import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.Sample;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The methods of a test's class that give values: static ones without parameters. */
final class SampleMethods {
  private final CompilerTypes types;
  private final List<Method> methods = new ArrayList<>();

  /** A method, and what it gives: one value, or samples of such. */
  private record Method(
      String name, TypeRef type, boolean samples, boolean isPrivate, List<TypeRef> checked) {
    Sample.Given given() {
      return new Sample.Given(type, name, samples, checked);
    }
  }

  SampleMethods(TypeElement owner, CompilerTypes types) {
    this.types = types;
    for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
      if (method.getModifiers().contains(Modifier.STATIC)
          && method.getParameters().isEmpty()
          && method.getTypeParameters().isEmpty()
          && method.getReturnType().getKind() != TypeKind.VOID) {
        add(method);
      }
    }
  }

  private void add(ExecutableElement method) {
    try {
      TypeRef returned = TypeReader.read(method.getReturnType());
      TypeRef sampled = returned.argumentOf(KnownTypes.SAMPLES);
      List<TypeRef> checked = new ArrayList<>();
      for (TypeMirror mirror : method.getThrownTypes()) {
        TypeRef thrown = TypeReader.read(mirror);
        if (types.isChecked(thrown)) {
          checked.add(thrown);
        }
      }
      methods.add(
          new Method(
              method.getSimpleName().toString(),
              (sampled == null ? returned : sampled.upperBound()).nonNull().boxed(),
              sampled != null,
              method.getModifiers().contains(Modifier.PRIVATE),
              checked));
    } catch (UnreadableTypeException unreadable) {
      return; // no parameter has such a type
    }
  }

  /**
   * Returns the method that gives values of a type: one of that name; else, among those whose name
   * is nobody's, one of exactly that type, and then one of a narrower type.
   *
   * @param names the names of all that values are looked for
   */
  Optional<Sample.Given> find(String name, TypeRef type, Set<String> names) {
    TypeRef wanted = type.nonNull().boxed();
    List<Method> fitting =
        methods.stream()
            .filter(each -> !each.isPrivate() && types.isAssignable(each.type(), wanted))
            .toList();
    return fitting.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .or(
            () ->
                fitting.stream()
                    .filter(each -> !names.contains(each.name()) && each.type().equals(wanted))
                    .findFirst())
        .or(() -> fitting.stream().filter(each -> !names.contains(each.name())).findFirst())
        .map(Method::given);
  }

  /** Returns whether a method of that name gives values of the type, but cannot be seen. */
  boolean isHidden(String name, TypeRef type) {
    return methods.stream()
        .filter(Method::isPrivate)
        .filter(each -> each.name().equals(name))
        .anyMatch(each -> types.isAssignable(each.type(), type.nonNull().boxed()));
  }
}
