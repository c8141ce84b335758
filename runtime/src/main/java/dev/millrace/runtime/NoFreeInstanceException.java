package dev.millrace.runtime;

/**
 * Says that a run would wait for ever for an instance of a resource that runs do not share: all are
 * taken, by runs that wait for this one, or for one another. So it is where a node of a run that
 * has the last instance calls a pipeline that needs one.
 */
public final class NoFreeInstanceException extends MillraceException {
  private static final long serialVersionUID = 1L;

  private final int maxInstances;

  /** Makes the exception for an input, what was given for it, and how many there are of that. */
  public NoFreeInstanceException(String input, Resource<?> resource, int maxInstances) {
    super(
        "no instance is left for \""
            + input
            + "\", "
            + resource
            + ": "
            + (maxInstances == 1 ? "the only one is" : "all " + maxInstances + " are")
            + " taken by runs that would have to end first, and cannot before this one does; raise"
            + " maxInstances above "
            + maxInstances
            + ", or do not call the pipeline from a node of a run that uses \""
            + input
            + "\"");
    this.maxInstances = maxInstances;
  }

  /** Returns how many instances there are at once. */
  public int maxInstances() {
    return maxInstances;
  }
}
