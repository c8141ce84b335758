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
 * @param limits how much one call of it has
 * @param tolerance how far its results may be from the node's
 */
public record Twin(
    MethodRef method,
    List<Boolean> mapped,
    List<TypeParameter> typeParameters,
    List<TypeRef> thrown,
    Delivery delivery,
    Limits limits,
    boolean invariant,
    Tolerance tolerance,
    Origin origin) {
  public Twin {
    mapped = List.copyOf(mapped);
    typeParameters = List.copyOf(typeParameters);
    thrown = List.copyOf(thrown);
  }

  /** Returns whether its results are the node's, to the bit. */
  public boolean isExact() {
    return tolerance.ulps() == 0 && tolerance.cosine() == 0;
  }

  /**
   * How much one call has at most, and how long it waits for more.
   *
   * @param maxItems how many items; 0 for no limit
   * @param maxWeight how heavy they are together; 0 for no limit
   * @param weigher the class that weighs an item of the first list; empty, each weighs 1
   * @param lingerNanos how long it waits for the calls of others; 0 for not at all
   */
  public record Limits(int maxItems, long maxWeight, Optional<ClassRef> weigher, long lingerNanos) {

    /** Returns how many items one call has at most, if they are only counted; 0 for no limit. */
    public int count() {
      if (weigher.isPresent() || maxWeight == 0) {
        return maxItems;
      }
      int weighed = (int) Math.min(maxWeight, Integer.MAX_VALUE);
      return maxItems == 0 ? weighed : Math.min(maxItems, weighed);
    }

    /** Returns whether there is any limit. */
    public boolean areSet() {
      return maxItems > 0 || maxWeight > 0;
    }
  }

  /** How far results may differ; zero for not at all. */
  public record Tolerance(int ulps, double cosine) {}
}
