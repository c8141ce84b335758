package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that instances of a class are resources: opened on first use, at most once for equal
 * arguments, and closed with the pipeline.
 *
 * <p>Beside a class {@code Model} with one visible constructor the compiler generates {@code
 * ModelResource}, whose {@code of} takes the constructor's arguments: a handle that opens nothing
 * by itself. Where a node asks for a {@code Model}, a pipeline takes a {@code Model} or a {@code
 * Resource<? extends Model>}; an instance that is given stays the caller's.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Stateful {
  /** Returns whether threads share an instance. */
  Scope scope() default Scope.SHARED;

  /** Returns how many instances are open at most, for {@link Scope#PER_WORKER}; 0 for no limit. */
  int maxInstances() default 0;

  /** Returns the device that an instance occupies, as it is named where it is limited. */
  String device() default "";
}
