package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an interface a pipeline: the nodes of the listed classes, wired by name and checked by
 * type. For an interface {@code Search} the compiler generates {@code SearchPipeline}.
 *
 * <p>Besides what it lists, a pipeline has its own static {@link Node} methods (glue) and its own
 * {@link Nested} methods. Another pipeline in the list is included whole.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Pipeline {
  /**
   * Returns the classes with the nodes, and the pipelines to include, in the order of the stages.
   */
  Class<?>[] value() default {};

  /**
   * Returns the inputs in the order in which they are asked for. Where any are given, the pipeline
   * is closed: a parameter that nobody produces and that is not among them is an error.
   */
  String[] inputs() default {};

  /** Returns the outputs that can be asked for; all, where none are given. */
  String[] outputs() default {};
}
