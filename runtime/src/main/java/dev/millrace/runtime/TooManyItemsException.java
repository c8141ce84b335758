package dev.millrace.runtime;

/**
 * Lists that are combined, each with each or one after the other, give more than a list can hold.
 */
public final class TooManyItemsException extends MillraceException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param node the nested use, or the pipeline that is to run so often
   * @param items how many items there would be, at least
   */
  public TooManyItemsException(String node, long items) {
    super(
        "\""
            + node
            + "\" combines its lists to at least "
            + items
            + " items, more than a list can hold; map over parts of them");
  }
}
