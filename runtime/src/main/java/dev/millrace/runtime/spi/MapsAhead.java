package dev.millrace.runtime.spi;

import dev.millrace.runtime.Signature;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What maps over the results of maps need not compute, row by row, before any of them runs: a row's
 * key is known by the key of the row that it comes from, whose value nobody looks at.
 *
 * <pre>
 *   texts -> terms -> counts       wanted: counts, of 10,000 texts
 *                     ^----------- 1. its rows are asked for: 9,999 are there
 *            ^-------------------- 2. that one row is asked for, which the missing one comes from
 * </pre>
 */
final class MapsAhead {
  private final Shelf shelf;
  private final Scope scope;
  private final LineRecall line;
  private final Map<Integer, RowsAhead> known = new HashMap<>();
  private final BitSet whole = new BitSet();

  /**
   * @param line which asks for what is no map upon a map
   */
  MapsAhead(Shelf shelf, Scope scope, LineRecall line) {
    this.shelf = shelf;
    this.scope = scope;
    this.line = line;
  }

  /** Begins anew to say what is needed: of these, all rows. */
  void begin(BitSet wanted) {
    known.values().forEach(RowsAhead::needNothing);
    whole.clear();
    whole.or(wanted);
  }

  /** Notes that something reads all of a value. */
  void needAll(int place) {
    whole.set(place);
  }

  /** Returns what is known of a map's rows; null if that is not looked at ahead. */
  @Nullable RowsAhead of(int place) {
    return known.get(place);
  }

  /**
   * Asks for the rows of a map. Returns whether it has, and said what these need: else the map
   * needs all that it reads.
   *
   * @param needed takes the places of what is needed
   */
  boolean ask(int place, BitSet needed) {
    RowsAhead rows = scope.chains().has(place) ? rows(place) : null;
    if (rows == null) {
      return false;
    }
    if (whole.get(place)) {
      rows.needAll();
    }
    BitSet missing = rows.missing();
    if (missing.isEmpty()) {
      line.found(place, rows);
      return true;
    }
    UseWork use = (UseWork) scope.work(place);
    Scope inner = scope.inner(place);
    for (int value = 0; value < use.reads().size(); value++) {
      int outside = use.reads().get(value);
      RowsAhead source = inner.isEach(value) ? known.get(outside) : null;
      needed.set(outside);
      if (source == null) {
        whole.set(outside);
      } else {
        source.need(missing);
      }
    }
    return true;
  }

  /** Returns what is known of a map's rows, null if their keys are not known by now. */
  private @Nullable RowsAhead rows(int place) {
    RowsAhead rows = known.get(place);
    if (rows == null) {
      rows = build(place);
      if (rows != null) {
        known.put(place, rows);
      }
    }
    return rows;
  }

  private @Nullable RowsAhead build(int place) {
    Scope inner = scope.inner(place);
    RegionRecall region = new RegionRecall(line.within(place));
    Map<String, Items<?>> lists = new HashMap<>();
    int size = region.needsConstants() ? -1 : items(place, inner, region, lists);
    if (size <= 0) {
      return null; // over nothing a map still computes what else it reads
    }
    int output = inner.outputs().get(0);
    @Nullable Signature[] keys = new Signature[size];
    boolean hasKey = false;
    for (int row = 0; row < size; row++) {
      int item = row;
      keys[row] = region.key(output, cut -> cut < inner.first() ? region.element(cut, item) : null);
      hasKey |= keys[row] != null;
    }
    return hasKey ? new RowsAhead(shelf, inner, lists, keys) : null;
  }

  /**
   * Tells a map which lists it maps over; returns their length, or -1 if that is not known.
   *
   * @param lists takes those that are there
   */
  private int items(int place, Scope inner, RegionRecall region, Map<String, Items<?>> lists) {
    UseWork use = (UseWork) scope.work(place);
    int size = -1;
    for (int value = 0; value < inner.first(); value++) {
      if (inner.isEach(value)) {
        int list = use.reads().get(value);
        if (scope.chains().has(list) && !line.hasValue(list)) {
          rows(list);
        }
        Items<?> items = line.items(inner.work(value).name(), list);
        if (items == null || size >= 0 && size != items.size()) {
          return -1;
        }
        if (line.hasValue(list)) {
          items.remember();
          lists.put(items.name(), items);
        }
        region.items(items.name(), items);
        size = items.size();
      }
    }
    return size;
  }
}
