package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ends a call of a node that takes too long: the thread is interrupted, or the stage cancelled, and
 * the call fails. With {@link Retry}, each attempt has the time for itself.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Timeout {
  /** Returns the time: a whole number and {@code ms}, {@code s}, {@code m} or {@code h}. */
  String value();
}
