package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an overload of a {@link Node} method its twin over many items: what runs where the node is
 * mapped.
 *
 * <pre>{@code
 * @Node
 * static Vector vector(String text, Encoder encoder) { … }
 *
 * @Batch
 * static List<Vector> vector(List<String> texts, Encoder encoder) { … }
 * }</pre>
 *
 * <p>The twin is paired by position and type: each parameter is either the node's own (the same for
 * all items) or {@code List<T>} of the node's {@code T} (one per item), and the result is {@code
 * List<R>} of the node's {@code R}, exactly as many as came in and in their order. The compiler
 * checks the pair. Whether the twin runs is decided by types at compile time, never by data. Both
 * must give the same results.
 *
 * <p>In place of {@code List<T>} it may take, and return, a {@code Block<T>} or a primitive block,
 * and it may return a {@code CompletionStage} of its list. Without a node to pair with it is a node
 * by itself, named after the method; {@link Each} then marks the lists and names the item. Nothing
 * but {@code @Batch} stands on a twin and its parameters: what its node says holds for both.
 *
 * <p>Where a twin throws, its items are run again one by one by the node, so that only the one at
 * fault fails. Neither form may therefore do what must not be done twice, unless the node says
 * {@link CachePolicy#NEVER}: then the whole batch fails.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Batch {
  /** Returns the node's method; empty, the one of the same name. */
  String of() default "";

  /** Returns how many items one call has at most; 0 for no limit but that of a chunk. */
  int maxItems() default 0;

  /** Returns how heavy the items of one call are together at most; 0 for no limit. */
  long maxWeight() default 0;

  /** Returns the {@code Weigher} of the twin's first list; without one, each item weighs 1. */
  Class<?> weigher() default void.class;

  /**
   * Returns how long a call waits for those of others to join it, as in {@code "2ms"}, unless its
   * batch is full before; empty, not at all. Only the runs of a pipeline that is served meet
   * others: in any other run it has no effect.
   */
  String linger() default "";

  /** Returns whether a result is the same to the bit whatever else is in the batch. */
  boolean invariant() default true;

  /** Returns how far its results may be from the node's. */
  Tolerance tolerance() default @Tolerance;
}
