package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Wires a node's parameter to the output or input of another name than its own, or says what it is
 * in the keys of a cache.
 *
 * <pre>{@code
 * @Node
 * static Answer answer(@In("query") String text, @In(key = KeyPolicy.IGNORE) Token secret) { … }
 * }</pre>
 *
 * <p>On a parameter of the constructor of a {@link Stateful} class only {@code key} has a meaning.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface In {
  /** Returns the name that the parameter is wired to; empty, its own. */
  String value() default "";

  /**
   * Returns what the argument is in keys. What another node computes has the key of that work, so
   * this is for inputs, and for what a node gives that is {@link CachePolicy#NEVER} kept.
   */
  KeyPolicy key() default KeyPolicy.AUTO;
}
