package dev.millrace.processor.resolve;

import dev.millrace.processor.model.KnownTypes;
import dev.millrace.processor.model.Lift;
import dev.millrace.processor.model.TypeRef;
import dev.millrace.processor.model.TypeSystem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says whether a value can be read as a type, and what that takes. */
public final class Lifts {
  private final TypeSystem types;

  public Lifts(TypeSystem types) {
    this.types = types;
  }

  /** Returns what takes a value of one type to the other, or nothing if it cannot be. */
  public Optional<Lift> find(TypeRef given, TypeRef wanted) {
    if (isExact(given, wanted)) {
      return Optional.of(Lift.NONE);
    }
    TypeRef inside = wanted.argumentOf(KnownTypes.OPTIONAL);
    if (inside != null && isExact(given.nonNull().boxed(), inside.upperBound())) {
      return Optional.of(given.isNullable() ? Lift.OPTIONAL_OF_NULLABLE : Lift.OPTIONAL);
    }
    TypeRef optional = given.argumentOf(KnownTypes.OPTIONAL);
    if (optional != null
        && !given.isNullable()
        && wanted.isNullable()
        && isExact(optional.upperBound(), wanted.nonNull())) {
      return Optional.of(Lift.OR_NULL);
    }
    TypeRef element = given.argumentOf(KnownTypes.LIST);
    if (element != null
        && !given.isNullable()
        && wanted.argumentOf(KnownTypes.STREAM) != null
        && isExact(new TypeRef.Declared(KnownTypes.STREAM, List.of(element)), wanted)) {
      return Optional.of(Lift.STREAM);
    }
    return Optional.empty();
  }

  /** Returns whether assignment takes one type to the other, and no null to where none may be. */
  public boolean isExact(TypeRef given, TypeRef wanted) {
    return !losesNull(given, wanted) && types.isAssignable(given, wanted);
  }

  private boolean losesNull(TypeRef given, TypeRef wanted) {
    if (given.isNullable() && !wanted.isNullable()) {
      return true;
    }
    if (given.nonNull() instanceof TypeRef.Array from
        && wanted.nonNull() instanceof TypeRef.Array to) {
      return losesNull(from.component(), to.component());
    }
    if (given.nonNull() instanceof TypeRef.Declared own
        && wanted.nonNull() instanceof TypeRef.Declared to) {
      TypeRef.Declared from = types.asSuper(own, to.type()).orElse(own);
      if (from.arguments().size() != to.arguments().size()) {
        return false;
      }
      for (int i = 0; i < from.arguments().size(); i++) {
        boolean anything =
            to.arguments().get(i) instanceof TypeRef.Wildcard wildcard && wildcard.upper() == null;
        if (!anything
            && losesNull(
                from.arguments().get(i).upperBound(), to.arguments().get(i).upperBound())) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns the type of an input that is read as these: the one that can be read as all; where
   * there is none, the first. What is read only as optional may be left out, and its type says so.
   */
  TypeRef input(List<Read> reads) {
    List<TypeRef> candidates =
        reads.stream()
            .map(read -> asInput(read.type()))
            .sorted(Comparator.comparing(TypeRef::isOpen))
            .toList();
    return candidates.stream()
        .filter(each -> reads.stream().allMatch(read -> find(each, read.type()).isPresent()))
        .findFirst()
        .orElse(candidates.get(0));
  }

  private static TypeRef asInput(TypeRef read) {
    TypeRef optional = read.argumentOf(KnownTypes.OPTIONAL);
    if (optional != null && !read.isNullable()) {
      return new TypeRef.OrNull(optional.upperBound().nonNull());
    }
    TypeRef streamed = read.argumentOf(KnownTypes.STREAM);
    return streamed == null ? read : TypeRef.listOf(streamed.upperBound());
  }
}
