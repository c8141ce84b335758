package dev.millrace.runtime.spi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whose the items of a map are, where it maps the lists of many at once: those of one lie together.
 * An item that fails fails its group, whose lowest failure counts. Stages may fail items at once.
 */
final class Groups {
  private final int[] ends;
  private final int[] lowest;
  private final @Nullable Throwable[] failures;
  private volatile boolean anyFailed;

  /**
   * @param ends for each group, how many items it and those before it have together
   */
  Groups(int[] ends) {
    this.ends = ends.clone();
    this.lowest = new int[ends.length];
    this.failures = new Throwable[ends.length];
    Arrays.fill(lowest, Integer.MAX_VALUE);
  }

  /** Returns how many groups there are. */
  int count() {
    return ends.length;
  }

  /** Returns how many items there are. */
  int size() {
    return ends.length == 0 ? 0 : ends[ends.length - 1];
  }

  /** Returns the group of an item. */
  int of(int item) {
    int found = Arrays.binarySearch(ends, item + 1);
    int group = found < 0 ? -found - 1 : found;
    while (group > 0 && ends[group - 1] == ends[group]) {
      group--; // an empty group ends where the one before it does
    }
    return group;
  }

  /** Returns the first item of a group. */
  int start(int group) {
    return group == 0 ? 0 : ends[group - 1];
  }

  int end(int group) {
    return ends[group];
  }

  /** Returns an item's place in its group. */
  int place(int item) {
    return item - start(of(item));
  }

  /** Notes that an item has failed, and drops it and what is after it in its group. */
  void fail(Rows rows, int row, Throwable thrown) {
    int item = rows.from() + row;
    int group = of(item);
    synchronized (this) {
      if (item < lowest[group]) {
        lowest[group] = item;
        failures[group] = thrown;
      }
      anyFailed = true;
    }
    drop(rows, row, group);
  }

  /** Drops the rows of groups that have failed at an item before them. */
  void dropFailed(Rows rows) {
    if (!anyFailed) {
      return;
    }
    int row = 0;
    while (row < rows.size()) {
      int group = of(rows.from() + row);
      if (lowestOf(group) < rows.from() + row) {
        drop(rows, row, group);
      }
      row = ends[group] - rows.from();
    }
  }

  private void drop(Rows rows, int from, int group) {
    int end = Math.min(rows.size(), ends[group] - rows.from());
    for (int row = from; row < end; row++) {
      rows.drop(row);
    }
  }

  private synchronized int lowestOf(int group) {
    return lowest[group];
  }

  /** Notes that all groups have failed that have items. */
  synchronized void failAll(Throwable thrown) {
    for (int group = 0; group < ends.length; group++) {
      failures[group] = start(group) == ends[group] ? null : thrown;
    }
  }

  /** Returns what a group has failed with; or null. */
  synchronized @Nullable Throwable failure(int group) {
    return failures[group];
  }
}
