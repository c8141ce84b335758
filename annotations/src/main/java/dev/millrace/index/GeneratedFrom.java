package dev.millrace.index;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on what the processor generated, and names the companions that a pipeline was wired from.
 * They are a dependency that build tools see: where a companion changes, the pipeline is compiled
 * anew. Coverage tools leave classes with such an annotation out.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GeneratedFrom {
  /** Returns the companions; none for a companion itself and for a resource's handle. */
  Class<?>[] value() default {};
}
