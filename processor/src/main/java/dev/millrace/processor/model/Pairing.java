package dev.millrace.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two types side by side, to be compared part by part. */
public record Pairing(TypeRef one, TypeRef other) {

  /**
   * Returns the parts that stand in the same places, one level down: of two types of one class,
   * their arguments; of arrays, their components; of wildcards, their bounds. None of two that are
   * the same and have no parts; nothing, if they are built differently, as a type variable and
   * anything else are.
   */
  public Optional<List<Pairing>> parts() {
    if (one instanceof TypeRef.Declared declared && other instanceof TypeRef.Declared to) {
      return declared.type().equals(to.type())
          ? Optional.of(pairs(declared.arguments(), to.arguments()))
          : Optional.empty();
    }
    if (one instanceof TypeRef.Array array && other instanceof TypeRef.Array to) {
      return array.component().isReference() == to.component().isReference()
          ? pair(array.component(), to.component())
          : Optional.empty();
    }
    if (one instanceof TypeRef.OrNull orNull && other instanceof TypeRef.OrNull to) {
      return pair(orNull.type(), to.type());
    }
    if (one instanceof TypeRef.Wildcard wildcard && other instanceof TypeRef.Wildcard to) {
      return bounds(wildcard.lower(), to.lower());
    }
    return one.equals(other) ? Optional.of(List.of()) : Optional.empty();
  }

  private Optional<List<Pairing>> bounds(@Nullable TypeRef lower, @Nullable TypeRef to) {
    if (lower != null && to != null) {
      return pair(lower, to);
    }
    return lower == null && to == null
        ? pair(one.upperBound(), other.upperBound())
        : Optional.empty();
  }

  private static Optional<List<Pairing>> pair(TypeRef one, TypeRef other) {
    return Optional.of(List.of(new Pairing(one, other)));
  }

  private static List<Pairing> pairs(List<TypeRef> ones, List<TypeRef> others) {
    List<Pairing> pairs = new ArrayList<>();
    for (int i = 0; i < ones.size(); i++) {
      pairs.add(new Pairing(ones.get(i), others.get(i)));
    }
    return pairs;
  }
}
