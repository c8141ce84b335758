package dev.millrace.runtime;

import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list of one column: the values of one name for many items. It cannot be changed, and any place
 * of it is reached at once. {@link IntBlock}, {@link LongBlock}, {@link FloatBlock} and {@link
 * DoubleBlock} hold their numbers unboxed.
 */
public interface Block<T extends @Nullable Object> extends List<T>, RandomAccess {

  /**
   * Returns a block with these elements, in the collection's order; nulls among them are kept. A
   * block is returned as it is.
   */
  @SuppressWarnings("unchecked") // nobody can write to a block
  static <T extends @Nullable Object> Block<T> copyOf(Collection<? extends T> elements) {
    return elements instanceof Block<?>
        ? (Block<T>) elements
        : new ObjectBlock<>(elements.toArray());
  }
}
