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
 * <p>Where a twin throws, its items are run again one by one by the node, so that only the one at
 * fault fails. Neither form may therefore do what must not be done twice.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Batch {}
