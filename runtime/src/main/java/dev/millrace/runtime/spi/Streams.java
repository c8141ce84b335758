package dev.millrace.runtime.spi;

import dev.millrace.runtime.NullResultException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what nodes return as streams. */
public final class Streams {
  private Streams() {}

  /**
   * Returns the elements of a node's stream, in order, as a list that cannot be changed. The stream
   * is closed, however it ends.
   *
   * @throws NullResultException if it, or one of its elements, is null
   */
  public static <T> List<T> list(String node, @Nullable Stream<? extends T> stream) {
    List<T> list = new ArrayList<>();
    try (Stream<? extends T> open = Probe.notNull(node, stream)) {
      open.forEachOrdered(
          element -> {
            if (element == null) {
              throw NullResultException.ofElement(node, list.size());
            }
            list.add(element);
          });
    }
    return Collections.unmodifiableList(list);
  }

  /**
   * Returns the elements of a node's stream, in order and nulls among them, as a list that cannot
   * be changed. The stream is closed, however it ends.
   *
   * @throws NullResultException if it is null itself
   */
  public static <T extends @Nullable Object> List<T> listOfNullables(
      String node, @Nullable Stream<? extends T> stream) {
    List<T> list = new ArrayList<>();
    try (Stream<? extends T> open = Probe.notNull(node, stream)) {
      open.forEachOrdered(list::add);
    }
    return Collections.unmodifiableList(list);
  }
}
