package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a path is, in the keys of a cache, the name that it is written as: what is in the file
 * may change, and the results are taken to be the same. For where to write to, and for files that
 * never change under one name.
 *
 * <p>It stands on a parameter of a node, of the constructor of a {@link Stateful} class, or on a
 * record's component, and speaks of every {@code Path} in its type: {@code Path}, {@code
 * List<Path>}, {@code Map<String, Path>}. A record among its arguments speaks for itself. Without
 * it or {@link ByContent} a path has no key.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface ByName {}
