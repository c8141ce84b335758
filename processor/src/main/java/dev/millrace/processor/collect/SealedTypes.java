package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Which types a sealed one permits, and which sealed ones permit a type; generic ones, too. */
final class SealedTypes {
  private static final TypeRef ANYTHING = new TypeRef.Wildcard(null, null);

  private final CompilerTypes types;

  SealedTypes(CompilerTypes types) {
    this.types = types;
  }

  /**
   * Returns the sealed types that permit a type, the nearest first; it may be permitted through
   * others. Their arguments are those that the type gives them.
   */
  List<TypeRef.Declared> above(TypeRef type) {
    List<TypeRef.Declared> found = new ArrayList<>();
    if (type instanceof TypeRef.Declared declared) {
      collect(declared, found);
    }
    return found;
  }

  private void collect(TypeRef.Declared type, List<TypeRef.Declared> found) {
    for (TypeRef.Declared parent : types.parents(type)) {
      TypeElement element = types.element(parent);
      if (element != null && element.getModifiers().contains(Modifier.SEALED)) {
        found.add(parent);
        collect(parent, found);
      }
    }
  }

  /** Returns the sealed type of a class that permits a type, as the type's arguments make it. */
  Optional<TypeRef.Declared> above(TypeRef type, ClassRef sealed) {
    return above(type).stream().filter(each -> each.type().equals(sealed)).findFirst();
  }

  /**
   * Returns the types that make up a sealed type: what it permits, and of what is permitted and
   * abstract and sealed itself, what that permits, unless that is among those handled. What the
   * sealed type's arguments rule out is none of them.
   */
  List<TypeRef> permitted(TypeRef.Declared sealed, Collection<ClassRef> handled) {
    List<TypeRef> leaves = new ArrayList<>();
    TypeElement element = types.element(sealed);
    if (element == null) {
      return leaves;
    }
    for (TypeMirror each : element.getPermittedSubclasses()) {
      TypeElement permitted = (TypeElement) ((DeclaredType) each).asElement();
      below(permitted, sealed)
          .ifPresent(
              type -> {
                boolean open =
                    permitted.getModifiers().contains(Modifier.SEALED)
                        && permitted.getModifiers().contains(Modifier.ABSTRACT);
                if (open && !handled.contains(type.type())) {
                  leaves.addAll(permitted(type, handled));
                } else {
                  leaves.add(type);
                }
              });
    }
    return leaves;
  }

  /** A class as the subtype of that very type; nothing, if it can be none. */
  private Optional<TypeRef.Declared> below(TypeElement permitted, TypeRef.Declared sealed) {
    List<TypeRef> variables = new ArrayList<>();
    for (TypeParameterElement each : permitted.getTypeParameters()) {
      variables.add(new TypeRef.Variable(each.getSimpleName().toString()));
    }
    TypeRef.Declared own = new TypeRef.Declared(TypeReader.classRef(permitted), variables);
    Map<TypeRef, TypeRef> found = new HashMap<>();
    boolean fits =
        types.parents(own).stream()
            .filter(parent -> parent.type().equals(sealed.type()))
            .allMatch(parent -> fits(parent, sealed, found));
    return fits
        ? Optional.of(
            new TypeRef.Declared(
                own.type(),
                variables.stream().map(each -> found.getOrDefault(each, ANYTHING)).toList()))
        : Optional.empty();
  }

  /** Whether a type can be the other, and as what its variables. */
  private static boolean fits(TypeRef type, TypeRef other, Map<TypeRef, TypeRef> variables) {
    if (type instanceof TypeRef.Variable) {
      TypeRef before = variables.putIfAbsent(type, other);
      return before == null || before.equals(other);
    }
    if (type instanceof TypeRef.Declared declared && other instanceof TypeRef.Declared to) {
      boolean fits = declared.type().equals(to.type());
      for (int i = 0; fits && i < declared.arguments().size(); i++) {
        fits = fits(declared.arguments().get(i), to.arguments().get(i), variables);
      }
      return fits;
    }
    return other instanceof TypeRef.Variable
        || other instanceof TypeRef.Wildcard
        || type.equals(other);
  }

  /** Returns whether whatever is of a permitted type is of the other, however generic both are. */
  boolean isCovered(TypeRef permitted, TypeRef by) {
    if (!permitted.isOpen() && !by.isOpen()) {
      return types.isAssignable(permitted, by);
    }
    TypeRef.Declared given = (TypeRef.Declared) permitted;
    TypeRef.Declared wanted = (TypeRef.Declared) by;
    if (!given.type().equals(wanted.type())) {
      return types.isAssignable(given, wanted);
    }
    for (int i = 0; i < given.arguments().size(); i++) {
      TypeRef argument = wanted.arguments().get(i);
      boolean isSome = given.arguments().get(i).equals(ANYTHING);
      if (isSome && !argument.equals(ANYTHING)) {
        return false;
      }
    }
    return true;
  }
}
