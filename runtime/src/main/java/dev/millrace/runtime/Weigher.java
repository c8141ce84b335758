package dev.millrace.runtime;

/**
 * Says how heavy an item is, so that the calls of a twin can be kept under a weight: tokens, bytes,
 * pixels. It must give the same item the same weight each time. An item that it throws for, or
 * gives a negative weight, fails as if the node itself had failed for it.
 */
@FunctionalInterface
public interface Weigher<T> {

  /**
   * Returns the weight of an item, in whatever unit the twin's {@code maxWeight} is; at least 0.
   */
  long weigh(T item);
}
