package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Uses a class of nodes, or another pipeline, inside a pipeline. Stands on a method without a body;
 * the method's name is the output's name outside.
 *
 * <pre>{@code
 * @Nested(EncodingNodes.class)
 * List<EncodedPassage> encodedPassages(@Each("passage") List<Passage> passages);
 * }</pre>
 *
 * <p>A parameter's own name is the name outside; {@link Each} maps over it, {@link As} passes it
 * whole under another name inside, and no annotation passes it whole under the same name. What is
 * not listed is wired by name from the outside. Only what the output needs runs.
 *
 * <p>A mapped method declared {@code List<Outcome<T>>} keeps the failures of single items as
 * values; declared {@code List<T>}, it fails with the failure of the lowest item.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Nested {
  /** Returns the class of nodes, or the pipeline, that is used. */
  Class<?> value();

  /**
   * Returns the inner output that is taken. It may be left out where exactly one output that
   * nothing inside consumes depends on a listed parameter.
   */
  String output() default "";

  /** Returns how several {@link Each} parameters are combined. */
  MapMode mode() default MapMode.ZIP;

  /** Returns whether the lists that the items give are joined to one. */
  boolean flatten() default false;
}
