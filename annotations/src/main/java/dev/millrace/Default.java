package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a node's parameter a value for where the input of its name is left out: the input is then
 * not asked for, and may be set all the same.
 *
 * <p>For numbers, {@code boolean}, {@code char}, {@code String} and enums (the constant's name).
 * All parameters that read the input must agree.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Default {
  /** Returns the value as it is written in source, a text without quotes. */
  String value();
}
