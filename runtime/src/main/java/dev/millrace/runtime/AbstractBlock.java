package dev.millrace.runtime;

import java.util.AbstractList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What blocks have in common: they are lists that cannot be changed. */
abstract class AbstractBlock<T extends @Nullable Object> extends AbstractList<T>
    implements Block<T> {

  /** Returns a collection's elements as they are now, none of which is null. */
  static Object[] elements(Collection<?> numbers) {
    Object[] elements = numbers.toArray();
    for (int i = 0; i < elements.length; i++) {
      if (elements[i] == null) {
        throw new NullPointerException(
            "the number at index " + i + " is null; a primitive block has no place for that");
      }
    }
    return elements;
  }
}
