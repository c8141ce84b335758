package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls a node again where it fails. Interrupts, cancellation and errors are not retried; what the
 * last attempt threw is thrown.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Retry {
  /** Returns how often it is called at most, the first call included; at least 2. */
  int attempts() default 3;

  /** Returns what is worth another attempt. */
  Class<? extends Exception>[] on() default Exception.class;

  /** Returns what of that is not. */
  Class<? extends Exception>[] notOn() default {};

  /**
   * Returns how long to wait before the second attempt, {@code "200ms"}; each later wait is twice
   * as long. Empty for none.
   */
  String backoff() default "";
}
