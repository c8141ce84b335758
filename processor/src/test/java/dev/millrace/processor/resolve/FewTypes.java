package dev.millrace.processor.resolve;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.Stateful;
import dev.millrace.processor.model.Substitution;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A world of few types: {@code Words <: ArrayList<String> <: List<String> <: Collection<String>},
 * {@code Integer <: Number}, and all of it {@code <: Object}.
 */
final class FewTypes implements TypeSystem {
  static final TypeRef STRING = type("String");
  static final TypeRef INTEGER = type("Integer");
  static final TypeRef NUMBER = type("Number");

  private static final Map<String, TypeRef.Declared> PARENTS =
      Map.of(
          "Words", list("ArrayList", STRING),
          "ArrayList", list("List", variable("E")),
          "List", list("Collection", variable("E")),
          "Integer", type("Number"));

  static TypeRef.Declared type(String name, TypeRef... arguments) {
    String inPackage = name.matches(".*(List|Collection|Map|Optional)") ? "java.util" : "java.lang";
    return new TypeRef.Declared(ClassRef.of(inPackage, name), List.of(arguments));
  }

  static TypeRef.Declared list(TypeRef element) {
    return list("List", element);
  }

  private static TypeRef.Declared list(String name, TypeRef element) {
    return type(name, element);
  }

  static TypeRef variable(String name) {
    return new TypeRef.Variable(name);
  }

  static TypeRef upTo(TypeRef upper) {
    return new TypeRef.Wildcard(upper, null);
  }

  static TypeRef downTo(TypeRef lower) {
    return new TypeRef.Wildcard(null, lower);
  }

  static TypeRef array(TypeRef component) {
    return new TypeRef.Array(component);
  }

  @Override
  public boolean isAssignable(TypeRef from, TypeRef to) {
    if (from.isOpen() || to.isOpen() || to.equals(TypeRef.OBJECT)) {
      return true;
    }
    if (from.isNullable() || to.isNullable()) {
      return isAssignable(from.nonNull(), to.nonNull());
    }
    return to.boxed() instanceof TypeRef.Declared wanted
        ? asSuper(from, wanted.type()).filter(wanted::equals).isPresent()
        : from.equals(to);
  }

  @Override
  public Optional<TypeRef.Declared> asSuper(TypeRef type, ClassRef target) {
    if (!(type.boxed() instanceof TypeRef.Declared declared)) {
      return Optional.empty();
    }
    if (declared.type().equals(target)) {
      return Optional.of(declared);
    }
    TypeRef.Declared parent = PARENTS.get(declared.type().simpleName());
    if (parent == null) {
      return Optional.empty();
    }
    Map<String, TypeRef> arguments =
        declared.arguments().isEmpty() ? Map.of() : Map.of("E", declared.arguments().get(0));
    return asSuper(new Substitution(arguments).in(parent), target);
  }

  @Override
  public boolean isEnum(TypeRef type) {
    return false;
  }

  @Override
  public Optional<Stateful> stateful(TypeRef type) {
    return Optional.empty();
  }
}
