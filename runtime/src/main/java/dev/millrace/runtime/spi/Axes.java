package dev.millrace.runtime.spi;

import dev.millrace.runtime.TooManyItemsException;
import dev.millrace.runtime.UnequalLengthsException;
import java.util.ArrayList;
import java.util.List;

/** The lists of a map: side by side, or each element with each, the first list slowest. */
final class Axes {
  static final int MAX_ITEMS = Integer.MAX_VALUE - 8; // of an array, on any machine

  private final String path;
  private final boolean product;
  private final List<Items<?>> lists = new ArrayList<>();

  Axes(String path, boolean product) {
    this.path = path;
    this.product = product;
  }

  /**
   * Adds a list and returns it.
   *
   * @throws UnequalLengthsException if it is longer or shorter than one before, side by side
   */
  <T> Items<T> add(Items<T> list) {
    if (!product && !lists.isEmpty() && lists.get(0).size() != list.size()) {
      Items<?> first = lists.get(0);
      throw new UnequalLengthsException(path, first.name(), first.size(), list.name(), list.size());
    }
    lists.add(list);
    return list;
  }

  /** Joins each list with those of others in its place, side by side; these are among them. */
  void join(List<Axes> all) {
    for (int i = 0; i < lists.size(); i++) {
      int place = i;
      lists.get(i).join(all.stream().<Items<?>>map(each -> each.lists.get(place)).toList());
    }
  }

  /**
   * Returns how many items there are, and tells the lists of a product how often each element comes
   * in turn.
   *
   * @throws TooManyItemsException if there are more than a list can hold
   */
  int size() {
    if (!product) {
      return lists.get(0).size();
    }
    if (lists.stream().anyMatch(list -> list.size() == 0)) {
      return 0; // however long the others are
    }
    long items = 1;
    for (int i = lists.size() - 1; i >= 0; i--) {
      lists.get(i).repeat((int) items);
      items *= lists.get(i).size();
      if (items > MAX_ITEMS) {
        throw new TooManyItemsException(path, items);
      }
    }
    return (int) items;
  }
}
