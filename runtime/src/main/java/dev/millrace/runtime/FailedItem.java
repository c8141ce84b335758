package dev.millrace.runtime;

/**
 * Says where in a mapped run an exception came from. It is added to the node's own exception, as a
 * suppressed one: the exception itself is rethrown as it is. Where maps are nested there is a note
 * for each, the innermost first.
 *
 * <p>An exception that keeps no suppressed ones has no note; one that is thrown again and again,
 * being a constant, keeps the note of its first time.
 */
public final class FailedItem extends MillraceException {
  private static final long serialVersionUID = 1L;

  private final String node;
  private final long index;

  /** Makes the note for a node and the item, counted from 0, that it failed on. */
  public FailedItem(String node, long index) {
    super("in the node \"" + node + "\", item " + index);
    this.node = node;
    this.index = index;
  }

  /** Returns the node, with the nested uses around it: {@code predictions.hits}. */
  public String node() {
    return node;
  }

  /** Returns the item, counted from 0. */
  public long index() {
    return index;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
