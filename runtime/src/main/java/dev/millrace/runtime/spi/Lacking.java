package dev.millrace.runtime.spi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The memo of runs that end where they would begin: each says what it lacks, no more. There may be
 * a million of them that lack the same, so that none makes an exception.
 */
final class Lacking extends Memo {
  private final Set<String> names = new HashSet<>();
  private final List<Integer> items = new ArrayList<>();
  private int item = -1;

  /** Notes that an item's run begins. */
  Lacking next() {
    item++;
    return this;
  }

  @Override
  public boolean isCheck() {
    return true;
  }

  @Override
  void lacks(String pipeline, List<String> missing) {
    names.addAll(missing);
    items.add(item);
  }

  /** Returns what any of the runs lacks. */
  Set<String> names() {
    return names;
  }

  /** Returns the runs that lack anything, counted from 0, in order. */
  List<Integer> items() {
    return items;
  }
}
