package dev.millrace.runtime;

/** Says that a run was cancelled before an item of it was computed. */
public final class CancelledException extends MillraceException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception for the node or output that was not computed. */
  public CancelledException(String node) {
    super(
        "the run was cancelled before \"" + node + "\" was computed; run it again if it is wanted");
  }
}
