package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a node of every pipeline that lists its class: what it returns is an output, and
 * each parameter is wired, by its name, to the output or input of that name.
 *
 * <pre>{@code
 * @Node
 * static List<String> tokens(String text) { … }   // the output "tokens", from the input "text"
 *
 * @Node
 * static int count(List<String> tokens) { … }     // reads "tokens"
 * }</pre>
 *
 * <p>A node speaks of one item and never knows that it is mapped; {@link Batch} adds the form for
 * many. A node on an instance method reads its receiver as a first parameter, named after the class
 * ({@code Embedder} is read from {@code embedder}). A node must return something, and not {@code
 * null} unless its result is {@code @Nullable}.
 *
 * <p>A method that returns {@code CompletionStage<T>} produces {@code T}, {@code Stream<T>} a
 * {@code List<T>}, {@code Resource<T>} a {@code T} that is closed with the run.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Node {
  /** Returns the output's name; empty, the method's own name. */
  String value() default "";

  /** Returns what a cache does with the results. */
  CachePolicy cache() default CachePolicy.AUTO;

  /** Returns a number to change where the results change although the code does not. */
  int version() default 0;

  /**
   * Returns a text that is part of the key of the results: what else they depend on and no argument
   * says, such as the name of a remote model.
   */
  String salt() default "";

  /**
   * Returns whether what reads the result is keyed by its value, and not by the work that gave it:
   * where the work changes and the result does not, what lies below need not run again. The result
   * must have a key of its own, which is computed each time.
   */
  boolean cutOff() default false;

  /**
   * Returns whether the method waits for something: it then runs where waiting holds up nobody
   * else. Not for a method that returns a {@code CompletionStage}, which does not wait.
   */
  boolean blocking() default false;

  /**
   * Returns how many calls there are at most at once in a map, for a method that waits: that
   * returns a {@code CompletionStage}, or is {@code blocking}. 0 for 256 of the one, 64 of the
   * other.
   */
  int maxInFlight() default 0;
}
