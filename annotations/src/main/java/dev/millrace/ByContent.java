package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a path is, in the keys of a cache, what is in the file, or in the folder and below it:
 * a file that was moved is the same, one that was changed is another. A file is read once for as
 * long as its size and times stay; where it cannot be read there is no key.
 *
 * <p>It stands where {@link ByName} does.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface ByContent {}
