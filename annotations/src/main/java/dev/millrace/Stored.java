package dev.millrace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how values are stored that a cache could not store by itself: on a type, all of its values;
 * on a {@link Node} method, its results.
 *
 * <pre>{@code
 * @Stored(by = Histogram.Bytes.class)
 * final class Histogram {
 *   static final class Bytes implements Codec<Histogram> { … }
 *   …
 * }
 * }</pre>
 *
 * <p>Without it, what is stored is told by its type alone: records, enums, sealed types, lists,
 * sets, maps, arrays, embeddings and the JDK's own values. Whatever is read back must be equal to
 * what was written.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Stored {
  /**
   * Returns the class that stores: a {@code Codec} or {@code FolderCodec} of that very type, with a
   * visible constructor that takes nothing. A {@code FolderCodec} stores the whole result of a
   * node, and nothing in another value.
   */
  Class<?> by();
}
