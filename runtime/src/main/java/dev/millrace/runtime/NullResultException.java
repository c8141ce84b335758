package dev.millrace.runtime;

/**
 * Says that a node returned {@code null}, alone or in a list that is joined with others, or that a
 * list to be mapped over holds one; or that a {@link Feed} got one from a run.
 */
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

  /** Returns the exception for a node, or its twin, that gives no stage, whatever it is of. */
  public static NullResultException ofStage(String node) {
    return new NullResultException(
        "\""
            + node
            + "\" returned null, which is no stage; return one, and of null where the result is"
            + " @Nullable");
  }

  /** Returns the exception for a node's {@code @Batch} twin that gives nothing at all. */
  public static NullResultException ofTwin(String node) {
    return new NullResultException(
        "the @Batch twin of \""
            + node
            + "\" returned null; it must return a list, with a result for each item");
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

  /**
   * Returns the exception for an element of a node's list or stream, by its place in it, from 0.
   */
  public static NullResultException ofElement(String node, long position) {
    return ofElement(node, "", position);
  }

  /**
   * Returns the exception for an element of the list that a mapped node gives for one item.
   *
   * @param item counted from 0, over all items
   * @param position the element's place in the item's list, from 0
   */
  public static NullResultException ofElement(String node, long item, long position) {
    return ofElement(node, " for item " + item, position);
  }

  private static NullResultException ofElement(String node, String whose, long position) {
    return new NullResultException(
        "\""
            + node
            + "\" has null at position "
            + position
            + whose
            + "; declare its elements @Nullable, as in List<@Nullable T>, or leave nulls out");
  }

  /** Returns the exception for a feed's run that gives nothing at all for some items, from 0. */
  public static NullResultException ofRun(long first, long last) {
    return new NullResultException(
        "the run of a feed returned null for the items "
            + first
            + " to "
            + last
            + "; it must return their results, in a list");
  }

  /** Returns the exception for one of a feed's results, counted from 0 over all its runs. */
  public static NullResultException ofResult(long position) {
    return new NullResultException(
        "result "
            + position
            + " of a feed is null, those before it have been handed over; leave it out, or give a"
            + " value, such as an Optional");
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
