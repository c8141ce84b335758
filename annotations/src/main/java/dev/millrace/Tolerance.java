package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how far the results of a {@link Batch} twin may be from its node's. Nothing set, they are
 * equal; one of the two can be set.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Tolerance {
  /** Returns how many units in the last place floating-point numbers may differ by. */
  int ulps() default 0;

  /** Returns the least cosine of two vectors; 0 for no such tolerance. */
  double cosine() default 0;
}
