package dev.millrace.runtime;

/**
 * Says where in a mapped run an exception came from. It is added to the node's own exception, as a
 * suppressed one: the exception itself is rethrown as it is. Where maps are nested there is a note
 * for each, the innermost first.
 *
 * <p>An exception that keeps no suppressed ones has no note. One that is thrown again and again,
 * being a constant, has one note for each node; none of them names an item any more once it has
 * been thrown for another, for whoever reads it might have either in mind. What names the item then
 * is the {@link Outcome.Failed} of a map that keeps failures.
 */
public final class FailedItem extends MillraceException {
  private static final long serialVersionUID = 1L;

  private final String node;
  private volatile long index;

  /** Makes the note for a node and the item, counted from 0, that it failed on. */
  public FailedItem(String node, long index) {
    super("in the node \"" + node + "\"");
    this.node = node;
    this.index = index;
  }

  /** Returns the node, with the nested uses around it: {@code predictions.hits}. */
  public String node() {
    return node;
  }

  /** Returns the item, counted from 0; or -1, where the exception was thrown for several. */
  public long index() {
    return index;
  }

  /** Notes another item, or none, by -1. This is the runtime's to do. */
  public void index(long item) {
    index = item;
  }

  @Override
  public String getMessage() {
    long item = index;
    return super.getMessage() + (item < 0 ? "" : ", item " + item);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
