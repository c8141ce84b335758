package dev.millrace.index;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the parameters of the node, batch and nested methods of one class; stands on the generated
 * companion {@code X_NodeIndex}. A class file keeps them only with {@code -g} or {@code
 * -parameters}, and an interface's never; with this, nodes from jars and from incremental builds
 * are wired as if from source.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface NodeIndex {
  /** Returns an entry per method, in the order of their declaration. */
  Entry[] value();

  /** One method and the names of its parameters. */
  @Retention(RetentionPolicy.CLASS)
  @Target({})
  @interface Entry {
    /** Returns the method's name. */
    String method();

    /** Returns the parameters' types after erasure, as binary names without generics. */
    String[] types();

    /** Returns the parameters' names, as many as {@link #types}. */
    String[] names();

    /**
     * Returns where null is a value: {@code r} is the result, {@code 0} the first parameter, {@code
     * 0.1} its second type argument, {@code c0} the first component of a record that is split. Some
     * compilers do not read that back from class files.
     */
    String[] nullable() default {};
  }
}
