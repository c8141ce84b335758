package dev.millrace.runtime;

/**
 * Says that a resource could not be opened. The cause is what it threw: a run declares what its
 * nodes throw, but not what opening a resource does. The next use tries again.
 */
public final class ResourceOpenException extends MillraceException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception for a name, the resource given for it, and what opening it threw. */
  public ResourceOpenException(String name, Resource<?> resource, Exception cause) {
    super("could not open \"" + name + "\", " + resource + ": " + cause);
    initCause(cause);
  }

  /** Makes the exception for a name and the resource given for it, which opened to null. */
  public ResourceOpenException(String name, Resource<?> resource) {
    super("\"" + name + "\", " + resource + ", opened to null; open() must return an object");
  }
}
