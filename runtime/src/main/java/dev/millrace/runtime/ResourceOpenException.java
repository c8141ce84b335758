package dev.millrace.runtime;

/**
 * Says that a resource could not be opened. The cause is what it threw: a run declares what its
 * nodes throw, but not what opening a resource does. The next use tries again.
 */
public final class ResourceOpenException extends MillraceException {
  private static final long serialVersionUID = 1L;

  private final boolean isInput;

  /**
   * Makes the exception for a name, the resource given for it, and what opening it threw.
   *
   * @param isInput whether the run was given the resource; else a node of it returned it
   */
  public ResourceOpenException(
      String name, Resource<?> resource, boolean isInput, Exception cause) {
    super("could not open \"" + name + "\", " + resource + ": " + cause);
    initCause(cause);
    this.isInput = isInput;
  }

  /** Makes the exception for a name and the resource given for it, which opened to null. */
  public ResourceOpenException(String name, Resource<?> resource, boolean isInput) {
    super("\"" + name + "\", " + resource + ", opened to null; open() must return an object");
    this.isInput = isInput;
  }

  /**
   * Returns whether the run was given the resource: then no item is at fault, and the run ends,
   * also in a map that keeps failures as values. Else a node returned it, and the item fails. Where
   * a node of another run has made the run, that node has failed, as with any exception.
   */
  public boolean isInput() {
    return isInput;
  }
}
