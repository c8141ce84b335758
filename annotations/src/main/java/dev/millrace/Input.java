package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a parameter of a node, or of a {@link Nested} method, is meant to be an input of the
 * pipeline, although its name is close to that of an output: {@code token} beside {@code tokens} is
 * otherwise taken for a slip, and is an error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Input {}
