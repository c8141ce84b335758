package dev.millrace.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object that stays the caller's, as a resource. */
final class LiveResource<T> implements Resource<T> {
  private final T object;

  LiveResource(T object) {
    this.object = Objects.requireNonNull(object, "a live resource is an object, but this is null");
  }

  @Override
  public T open() {
    return object;
  }

  @Override
  public boolean isLive() {
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LiveResource<?> that && object == that.object;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(object);
  }

  @Override
  public String toString() {
    return "live " + object;
  }
}
