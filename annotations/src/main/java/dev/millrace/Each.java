package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps a {@link Nested} method over the elements of this parameter, a list: a list in, a list out,
 * in the same order; empty in, empty out. Over several, see {@link MapMode}.
 *
 * <p>On a {@link Batch} method without a node, marks a list of items.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Each {
  /** Returns the name that one element has inside; empty, the parameter's own name. */
  String value() default "";
}
