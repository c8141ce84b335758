package dev.millrace.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * The form of a node for many items.
 *
 * @param mapped for each of the method's parameters (without receiver), whether it takes one value
 *     per item, as a list or block of its type
 * @param typeParameters its own type variables, by the names that the node has for them
 * @param delivery {@link Delivery#VALUE} or {@link Delivery#STAGE}
 * @param weighing how its calls are limited
 * @param tolerance how far its results may be from the node's
 */
public record Twin(
    MethodRef method,
    List<Boolean> mapped,
    List<TypeParameter> typeParameters,
    List<TypeRef> thrown,
    Delivery delivery,
    Optional<Weighing> weighing,
    boolean invariant,
    Tolerance tolerance,
    Origin origin) {
  public Twin {
    mapped = List.copyOf(mapped);
    typeParameters = List.copyOf(typeParameters);
    thrown = List.copyOf(thrown);
  }

  /**
   * A limit on the items of one call.
   *
   * @param weigher the class that weighs an item of the first list; empty, each weighs 1
   */
  public record Weighing(long maxWeight, Optional<ClassRef> weigher) {}

  /** How far results may differ; zero for not at all. */
  public record Tolerance(int ulps, double cosine) {}
}
