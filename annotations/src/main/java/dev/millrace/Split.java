package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the components of the record that a {@link Node} or {@link Nested} method returns outputs
 * of their own, named as they are; the record itself is none.
 *
 * <pre>{@code
 * record Words(List<String> words, int count) {}
 *
 * @Node @Split
 * static Words counted(String text) { … }   // the outputs "words" and "count"
 * }</pre>
 *
 * <p>On a nested use that maps, each component is the list of the inner output of its name, or of
 * the one that {@link As} names. Where failures are kept, an item that fails is that failure in
 * each of the lists.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Split {}
