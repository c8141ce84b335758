package dev.millrace.runtime.serve;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What calls have in common that meet: the node, what is the same for all of their items, and the
 * class loader that their threads look into.
 *
 * <p>Two values are the same if they are one object, or equal strings, numbers, booleans,
 * characters or records. No other class is asked what it takes for equal: a list may be long, and
 * it may change.
 */
public final class Key {
  private final Object node;
  private final @Nullable Object[] shared;
  private final @Nullable ClassLoader loader;
  private final int hash;

  /**
   * Makes the key of a call on this thread.
   *
   * @param node stands for the node: one object
   */
  public Key(Object node, @Nullable Object... shared) {
    this.node = node;
    this.shared = shared.clone();
    this.loader = Thread.currentThread().getContextClassLoader();
    int mixed = System.identityHashCode(node);
    for (Object each : shared) {
      mixed = 31 * mixed + hash(each);
    }
    this.hash = 31 * mixed + System.identityHashCode(loader);
  }

  /** A record may have much in it: its class must do. */
  private static int hash(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return hash(optional.orElse(null));
    }
    return value instanceof Record
        ? value.getClass().hashCode()
        : isValue(value) ? value.hashCode() : System.identityHashCode(value);
  }

  private static boolean isValue(@Nullable Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof Record;
  }

  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Optional<?> first && other instanceof Optional<?> second) {
      return isSame(first.orElse(null), second.orElse(null));
    }
    return one == other || isValue(one) && one.equals(other);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    if (this == object) {
      return true;
    }
    if (!(object instanceof Key other)
        || node != other.node
        || loader != other.loader
        || shared.length != other.shared.length) {
      return false;
    }
    for (int i = 0; i < shared.length; i++) {
      if (!isSame(shared[i], other.shared[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
