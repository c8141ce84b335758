package dev.millrace.processor.resolve;

import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeRef.Array;
import dev.millrace.processor.model.TypeRef.Declared;
import dev.millrace.processor.model.TypeRef.Primitive;
import dev.millrace.processor.model.TypeRef.Variable;
import dev.millrace.processor.model.TypeRef.Wildcard;
import dev.millrace.processor.model.TypeSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the type of a value says of the type variables in the type that it is read as: the
 * part of Java's inference (JLS 18.2) that needs no guessing. Values have concrete types; types are
 * compared without null.
 */
final class Unifier {
  private final TypeSystem types;
  private final List<Constraint> constraints = new ArrayList<>();
  private @Nullable Misfit misfit;

  private Unifier(TypeSystem types) {
    this.types = types;
  }

  /** How a variable stands to a type. */
  enum Relation {
    EXACT,
    /** The variable takes values of the type. */
    LOWER,
    /** The variable's values are taken as the type. */
    UPPER
  }

  /** What is known of a variable. */
  record Constraint(String variable, Relation relation, TypeRef type) {}

  /**
   * Two parts that have no type in common.
   *
   * @param part what is read as
   * @param given what is there
   * @param advice the part as it would fit, where a wildcard is all that is wrong
   */
  record Misfit(TypeRef part, TypeRef given, Optional<TypeRef> advice) {}

  /** What was found. */
  record Found(List<Constraint> constraints, Optional<Misfit> misfit) {
    Found {
      constraints = List.copyOf(constraints);
    }
  }

  /** Returns what follows from reading a value of a type as another. */
  static Found read(TypeSystem types, TypeRef pattern, TypeRef given) {
    Unifier unifier = new Unifier(types);
    unifier.takes(pattern.plain(), given.plain());
    return unifier.found();
  }

  /** Returns what follows from a value that is read as both types, and may be of the first. */
  static Found readAlso(TypeSystem types, TypeRef pattern, TypeRef other) {
    Unifier unifier = new Unifier(types);
    unifier.isTakenAs(pattern.plain(), other.plain());
    return unifier.found();
  }

  private Found found() {
    return new Found(constraints, Optional.ofNullable(misfit));
  }

  private void misfit(TypeRef part, TypeRef given, @Nullable TypeRef advice) {
    if (misfit == null) {
      misfit = new Misfit(part, given, Optional.ofNullable(advice));
    }
  }

  /** The pattern takes values of the type. */
  private void takes(TypeRef pattern, TypeRef given) {
    if (!pattern.isOpen()) {
      return; // whether it fits is another rule's matter
    }
    if (pattern instanceof Variable variable) {
      constraints.add(new Constraint(variable.name(), Relation.LOWER, given.boxed()));
    } else if (pattern instanceof Array array) {
      components(array, given, true);
    } else {
      Declared declared = (Declared) pattern;
      Optional<Declared> found = types.asSuper(given, declared.type());
      if (found.isPresent()) {
        for (int i = 0; i < declared.arguments().size(); i++) {
          contains(declared, i, found.get().arguments().get(i));
        }
      } else if (declared.argumentOf(KnownTypes.OPTIONAL) != null) {
        takes(declared.arguments().get(0), given); // it is lifted
      } else {
        misfit(pattern, given, null);
      }
    }
  }

  /** The pattern's values are taken as the type. */
  private void isTakenAs(TypeRef pattern, TypeRef wanted) {
    if (!pattern.isOpen()) {
      return;
    }
    if (pattern instanceof Variable variable) {
      constraints.add(new Constraint(variable.name(), Relation.UPPER, wanted.boxed()));
    } else if (pattern instanceof Array array) {
      if (wanted instanceof Array) {
        components(array, wanted, false);
      }
    } else if (wanted instanceof Declared declared) {
      Optional<Declared> found = types.asSuper(pattern, declared.type());
      if (found.isEmpty()) {
        misfit(pattern, wanted, null);
        return;
      }
      for (int i = 0; i < declared.arguments().size(); i++) {
        isContained(found.get(), i, declared.arguments().get(i));
      }
    } else {
      misfit(pattern, wanted, null);
    }
  }

  /** Arrays of references vary as their components do. */
  private void components(Array pattern, TypeRef other, boolean takes) {
    if (!(other instanceof Array array) || array.component() instanceof Primitive) {
      misfit(pattern, other, null);
    } else if (takes) {
      takes(pattern.component(), array.component());
    } else {
      isTakenAs(pattern.component(), array.component());
    }
  }

  /** A place among the pattern's arguments takes an argument. */
  private void contains(Declared pattern, int place, TypeRef given) {
    TypeRef argument = pattern.arguments().get(place);
    if (!argument.isOpen()) {
      return;
    }
    if (!(argument instanceof Wildcard wildcard)) {
      equal(pattern, place, given);
    } else if (wildcard.upper() != null) {
      takes(wildcard.upper(), given.upperBound());
    } else if (wildcard.lower() != null) {
      TypeRef lower = given instanceof Wildcard bounded ? bounded.lower() : given;
      if (lower == null) {
        misfit(argument, given, null);
      } else {
        isTakenAs(wildcard.lower(), lower);
      }
    }
  }

  /** An argument takes what stands in a place among the pattern's arguments. */
  private void isContained(Declared pattern, int place, TypeRef wanted) {
    TypeRef argument = pattern.arguments().get(place);
    if (!argument.isOpen()) {
      return;
    }
    if (!(wanted instanceof Wildcard wildcard)) {
      equal(pattern, place, wanted);
    } else if (wildcard.upper() != null) {
      isTakenAs(argument.upperBound(), wildcard.upper());
    } else if (wildcard.lower() != null) {
      TypeRef lower = argument instanceof Wildcard bounded ? bounded.lower() : argument;
      if (lower == null) {
        misfit(argument, wanted, null);
      } else {
        takes(lower, wildcard.lower());
      }
    }
  }

  /** A place among the pattern's arguments is the type itself. */
  private void equal(Declared pattern, int place, TypeRef given) {
    TypeRef argument = pattern.arguments().get(place);
    if (given instanceof Wildcard && !(argument instanceof Wildcard)) {
      List<TypeRef> advised = new ArrayList<>(pattern.arguments());
      advised.set(place, new Wildcard(argument, null));
      misfit(pattern, given, new Declared(pattern.type(), advised));
      return;
    }
    equal(argument, given);
  }

  private void equal(TypeRef pattern, TypeRef given) {
    if (!pattern.isOpen()) {
      return;
    }
    if (pattern instanceof Variable variable) {
      constraints.add(new Constraint(variable.name(), Relation.EXACT, given));
    } else if (pattern instanceof Array array
        && given instanceof Array other
        && !(other.component() instanceof Primitive)) {
      equal(array.component(), other.component());
    } else if (pattern instanceof Wildcard wildcard && given instanceof Wildcard other) {
      bounds(wildcard, other);
    } else if (pattern instanceof Declared declared
        && given instanceof Declared other
        && declared.type().equals(other.type())) {
      for (int i = 0; i < declared.arguments().size(); i++) {
        if (declared.arguments().get(i).isOpen()) {
          equal(declared, i, other.arguments().get(i));
        }
      }
    } else {
      misfit(pattern, given, null);
    }
  }

  private void bounds(Wildcard pattern, Wildcard given) {
    TypeRef lower = given.lower();
    if (pattern.upper() != null && lower == null) {
      equal(pattern.upper(), given.upperBound());
    } else if (pattern.lower() != null && lower != null) {
      equal(pattern.lower(), lower);
    } else {
      misfit(pattern, given, null);
    }
  }
}
