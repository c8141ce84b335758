package dev.millrace.runtime;

import org.jspecify.annotations.Nullable;

/** A block of objects. */
final class ObjectBlock<T extends @Nullable Object> extends AbstractBlock<T> {
  private final @Nullable Object[] elements;

  ObjectBlock(@Nullable Object[] elements) {
    this.elements = elements;
  }

  @Override
  @SuppressWarnings("unchecked") // copied from a collection of Ts
  public T get(int index) {
    return (T) elements[index];
  }

  @Override
  public int size() {
    return elements.length;
  }
}
