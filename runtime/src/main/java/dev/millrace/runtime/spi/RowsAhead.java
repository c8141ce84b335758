package dev.millrace.runtime.spi;

import dev.millrace.runtime.Signature;
import dev.millrace.runtime.spi.codec.Codec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a map's rows before it runs: their keys, which of them are needed, and what the
 * cache has of these. The map computes those that are needed and were not found, and gives nothing
 * for those that are not needed.
 */
final class RowsAhead {
  private final Shelf shelf;
  private final Scope scope;
  private final int output;
  private final @Nullable Signature[] keys;
  private final BitSet needed = new BitSet();
  private final BitSet asked = new BitSet();
  private final BitSet found = new BitSet();
  private @Nullable Object[] values;
  private Map<String, Items<?>> lists;

  /**
   * @param scope of the map
   * @param lists that it maps over, as they were when they were looked at
   * @param keys of its rows; null for what has none
   */
  RowsAhead(Shelf shelf, Scope scope, Map<String, Items<?>> lists, @Nullable Signature[] keys) {
    this.shelf = shelf;
    this.scope = scope;
    this.output = scope.outputs().get(0);
    this.lists = lists;
    this.keys = keys;
    this.values = new Object[keys.length];
  }

  /** Returns the keys of the rows, which are not to be changed. */
  @Nullable Signature[] keys() {
    return keys;
  }

  /** Begins anew to say what is needed. */
  void needNothing() {
    needed.clear();
  }

  void needAll() {
    needed.set(0, keys.length);
  }

  void need(BitSet rows) {
    needed.or(rows);
  }

  /** Returns those of some rows that are needed, the first of which has a number. */
  BitSet needed(int from, int size) {
    return needed.get(from, from + size);
  }

  /** Returns which rows have a value once the map has run; null for all. */
  @Nullable BitSet there() {
    return needed.cardinality() == keys.length ? null : (BitSet) needed.clone();
  }

  /** Asks the cache for what is needed, and returns what it has not. */
  BitSet missing() {
    BitSet open = (BitSet) needed.clone();
    open.andNot(asked);
    if (!open.isEmpty()) {
      ask(open);
    }
    BitSet missing = (BitSet) needed.clone();
    missing.andNot(found);
    return missing;
  }

  private void ask(BitSet rows) {
    asked.or(rows);
    List<Signature> wanted = new ArrayList<>();
    int[] places = new int[rows.cardinality()];
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      Signature key = keys[row];
      if (key != null) {
        places[wanted.size()] = row;
        wanted.add(key);
      }
    }
    Codec<@Nullable Object> codec = wanted.isEmpty() ? null : scope.codec(output, shelf.vault());
    if (codec != null) {
      shelf.get(
          scope,
          output,
          wanted,
          codec,
          (index, value) -> {
            found.set(places[index]);
            values[places[index]] = value;
          });
    }
  }

  boolean isFound(int row) {
    return found.get(row);
  }

  /** Returns what was found for a row. */
  @Nullable Object value(int row) {
    return values[row];
  }

  /**
   * Returns a list that the map goes over as it was when its rows were asked for: what was found is
   * of those elements. Null if it was not there by then.
   */
  @Nullable Items<?> asked(String list) {
    return lists.get(list);
  }

  /**
   * Returns what was found as what the map gives; nobody can change it.
   *
   * @param areKeysRead whether anything may read its keys
   */
  List<@Nullable Object> list(boolean areKeysRead) {
    List<@Nullable Object> list = Collections.unmodifiableList(Arrays.asList(values));
    release();
    return areKeysRead ? new KeyedList<>(shelf.run(), list, keys, 0, there()) : list;
  }

  /** Lets go of what only the map itself needs. */
  void release() {
    values = new Object[0];
    lists = Map.of();
  }
}
