package dev.millrace.runtime;

/** Says that the twin of a node returned more or fewer results than it was given items. */
public final class BatchSizeException extends MillraceException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception for a node whose twin was given and returned these many. */
  public BatchSizeException(String node, int given, int returned) {
    super(
        "the @Batch twin of \""
            + node
            + "\" was given "
            + given
            + " items and returned "
            + returned
            + " results; it must return one for each, in their order");
  }
}
