package dev.millrace.runtime;

/**
 * A handle on something costly that runs share, such as a model or an index. Making the handle
 * opens nothing; a pipeline opens it on first use and closes what it opened, where that is {@link
 * AutoCloseable}, when it is closed itself.
 *
 * <p>Equal resources are one instance in a pipeline, so {@code equals} and {@code hashCode} say
 * which resource this is. They must not open it. A resource that leaves them alone, such as a
 * lambda, is equal to itself only.
 */
@FunctionalInterface
public interface Resource<T> {

  /**
   * Opens the resource, and returns what it stands for, never null.
   *
   * @throws Exception if it cannot be opened; the next use tries again
   */
  T open() throws Exception;

  /**
   * Returns whether {@link #open} only hands out an object that is somebody else's, who closes it:
   * a pipeline then never does.
   */
  default boolean isLive() {
    return false;
  }

  /** Returns an object of the caller's as a resource, equal to others of the same instance. */
  static <T> Resource<T> live(T object) {
    return new LiveResource<>(object);
  }
}
