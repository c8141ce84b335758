package dev.millrace.runtime.spi;

import dev.millrace.runtime.Signature;
import org.jspecify.annotations.Nullable;

/** The keys of the values of a chunk's rows. */
final class RowKeys {
  /** Stands for no key. It is known by being this object: its bits are a key like others. */
  private static final Signature NONE = new Signature(0, 0);

  private final RegionRecall region;
  private final Scope scope;
  private final ChunkRecall chunk;
  private final Rows rows;
  private final @Nullable Signature[][] keys;
  private final @Nullable Signature[][] digests;

  /**
   * @param chunk which has the values that are in keys
   */
  RowKeys(RegionRecall region, ChunkRecall chunk, Rows rows) {
    this.region = region;
    this.scope = region.scope();
    this.chunk = chunk;
    this.rows = rows;
    this.keys = new Signature[scope.size()][];
    this.digests = new Signature[scope.size()][];
  }

  /** Returns the keys of some rows' values of a step, by row; null for what has none by now. */
  @Nullable Signature[] of(int place, int[] some) {
    RegionRecall.RowKey key = region.rowKey(place);
    for (int cut : key.varying()) {
      if (cut < scope.first()) {
        elements(cut, some);
      }
    }
    @Nullable Signature[] known = column(keys, place);
    Signature fixed = key.fixed();
    if (fixed != null && key.varying().size() == 1) {
      mix(fixed, column(digests, key.varying().get(0)), some, known);
    }
    for (int row : some) {
      if (known[row] == null) {
        of(place, row);
      }
    }
    return known;
  }

  private static void mix(
      Signature fixed, @Nullable Signature[] values, int[] some, @Nullable Signature[] into) {
    for (int row : some) {
      Signature value = values[row];
      if (into[row] == null && value != null && value != NONE) {
        into[row] = Mix.of(fixed, value);
      }
    }
  }

  /** Returns the key of a row's value of a step, if it has one that is known by now. */
  @Nullable Signature of(int place, int row) {
    @Nullable Signature[] known = column(keys, place);
    if (known[row] == null) {
      known[row] = region.key(place, cut -> digest(cut, row));
    }
    return known[row];
  }

  /**
   * Returns what stands for a row's value in the keys of what reads it, if that is known by now.
   */
  @Nullable Signature ofValue(int place, int row) {
    return place < scope.first() || scope.cuts().get(place) ? digest(place, row) : of(place, row);
  }

  /** Returns the key of a row's value at a cut, if it has one that is known by now. */
  private @Nullable Signature digest(int cut, int row) {
    @Nullable Signature[] known = column(digests, cut);
    if (known[row] == null) {
      if (cut < scope.first()) {
        elements(cut, new int[] {row});
      } else if (chunk.isKnown(cut, row)) {
        known[row] = scope.ring().digest(scope.work(cut), chunk.value(cut, row));
      }
    }
    return known[row] == NONE ? null : known[row];
  }

  /** An element that has no key is not asked for it again: that may be a method that throws. */
  private void elements(int cut, int[] some) {
    @Nullable Signature[] known = column(digests, cut);
    region.elements(cut, some, rows.from(), known);
    for (int row : some) {
      if (known[row] == null) {
        known[row] = NONE;
      }
    }
  }

  private @Nullable Signature[] column(@Nullable Signature[][] columns, int place) {
    @Nullable Signature[] column = columns[place];
    if (column == null) {
      column = new Signature[rows.size()];
      columns[place] = column;
    }
    return column;
  }
}
