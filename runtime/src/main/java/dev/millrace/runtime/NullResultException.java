package dev.millrace.runtime;

/** Says that a node returned {@code null}, or that a list to be mapped over holds one. */
public final class NullResultException extends MillraceException {
  private static final long serialVersionUID = 1L;

  private NullResultException(String message) {
    super(message);
  }

  /** Returns the exception for a node's result. */
  public static NullResultException of(String node) {
    return new NullResultException(
        "the node \"" + node + "\" returned null; declare the result @Nullable, or return a value");
  }

  /** Returns the exception for one item of a mapped node or list, counted from 0. */
  public static NullResultException of(String name, long index) {
    return new NullResultException(
        "\""
            + name
            + "\" is null for item "
            + index
            + "; declare it @Nullable, or give it a value");
  }

  /** Returns the exception for one item of a mapped node whose results are primitive. */
  public static NullResultException ofPrimitive(String name, long index) {
    return new NullResultException(
        "\""
            + name
            + "\" is null for item "
            + index
            + "; its results are primitive, and need a value each");
  }
}
