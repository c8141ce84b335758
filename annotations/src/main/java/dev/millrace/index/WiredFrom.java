package dev.millrace.index;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the companions a generated pipeline was wired from. It is a dependency that build tools
 * see: where a companion changes, the pipeline is compiled anew.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface WiredFrom {
  /** Returns the companions. */
  Class<?>[] value();
}
