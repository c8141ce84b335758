package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that gives the key of a type's values for a cache: two values of one class are
 * taken for the same where the method returns equal values.
 *
 * <pre>{@code
 * final class Tagger {
 *   @CacheKey
 *   public String key() { return language + "/" + version; }
 *   …
 * }
 * }</pre>
 *
 * <p>The method is visible, takes nothing, declares no checked exception, and returns something
 * that has a key itself. The name of the value's class at run time is part of the key: the method
 * of an interface, or of a class that is extended, speaks for all classes below, and each of them
 * that has more to it overrides the method. A lambda's class has no name of its own, and so a
 * lambda no key.
 *
 * <p>On a final class, instead of a method: all its values are alike, and the name of the class is
 * the key.
 *
 * <p>Without it, records are told by their components, and classes by their public state, if that
 * is all they have.
 *
 * @see CacheKeyed
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface CacheKey {}
