package dev.millrace.runtime.spi;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Which maps of a scope go over the results of other maps, row by row. */
final class Chains {
  private final Scope scope;
  private final BitSet chained = new BitSet();
  private final BitSet lists = new BitSet();

  Chains(Scope scope) {
    this.scope = scope;
    for (int place = scope.first(); place < scope.size(); place++) {
      if (isByRow(place)) {
        add(place);
      }
    }
  }

  /** Adds a map, if it is one over the results of another, with that and with what it maps. */
  private void add(int place) {
    List<Integer> each = eachOf(place);
    if (each.stream().anyMatch(this::isByRow)) {
      chained.set(place);
      for (int list : each) {
        if (isByRow(list)) {
          chained.set(list);
          eachOf(list).stream().filter(other -> !isByRow(other)).forEach(lists::set);
        } else {
          lists.set(list);
        }
      }
    }
  }

  /** Returns the places of the lists that a use maps over. */
  private List<Integer> eachOf(int use) {
    Scope within = scope.inner(use);
    List<Integer> reads = scope.work(use).reads();
    return IntStream.range(0, reads.size()).filter(within::isEach).mapToObj(reads::get).toList();
  }

  /** Returns whether a step is a map each of whose results is kept by itself. */
  private boolean isByRow(int place) {
    if (!(scope.work(place) instanceof UseWork use)
        || !use.isByRow()
        || scope.isStored(place)
        || scope.cuts().get(place)) {
      return false;
    }
    Scope within = scope.inner(place);
    int output = within.outputs().get(0);
    return within.outputs().size() == 1
        && output >= within.firstOfItems()
        && within.isStored(output)
        && !within.cuts().get(output);
  }

  boolean isEmpty() {
    return chained.isEmpty();
  }

  /** Returns whether a step is a map over the results of another, or such another. */
  boolean has(int place) {
    return chained.get(place);
  }

  /** Returns the places of the lists that such maps go over and no map gave. */
  BitSet lists() {
    return lists;
  }
}
