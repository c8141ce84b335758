package dev.millrace.runtime;

/** Says that lists which are mapped together differ in length. */
public final class UnequalLengthsException extends MillraceException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception for two lists of a nested use, or of many runs of a pipeline. */
  public UnequalLengthsException(
      String node, String first, int firstSize, String other, int otherSize) {
    super(
        "\""
            + node
            + "\" maps over \""
            + first
            + "\" ("
            + firstSize
            + " items) and \""
            + other
            + "\" ("
            + otherSize
            + " items) together; they must be equally long");
  }
}
