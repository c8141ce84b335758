package dev.millrace.runtime.spi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A nested use that maps over lists, of each row of the map around it: the items of many rows run
 * together, so that their batches are as large as they may be. What each row gets is what it would
 * have got by itself.
 *
 * <pre>
 *   row 0: [a b]    \                                         / row 0: [A B]
 *   row 1: []        &gt;  a b | c d e  --chunks, kernels--&gt;      &lt;  row 1: []
 *   row 2: [c d e]  /                                         \ row 2: [C D E]
 * </pre>
 *
 * @param <R> what the use gives for a row
 */
public final class Together<R> {
  /** So many items are enough; a single row may have more. */
  private static final int MOST_ITEMS = 1 << 16;

  private final List<MapRegion<R>> maps = new ArrayList<>();
  private final Map<Integer, Share<R>> shares = new HashMap<>();
  private final List<Integer> rows = new ArrayList<>();
  private long items;

  /** A row's part of a map that has run. */
  private record Share<R>(MapRegion<R> map, int group) {}

  /** Makes it for the rows of a chunk: none yet. */
  public Together() {}

  /** Adds a row, and what maps its items. All have the same values but for their lists. */
  public void add(int row, MapRegion<R> map) {
    int more = map.size();
    if (items + more > MOST_ITEMS && !maps.isEmpty()) {
      flush();
    }
    items += more;
    maps.add(map);
    rows.add(row);
  }

  /** Runs all items of all rows; throws what ends the run, and no row's failure. */
  public void map() {
    if (!maps.isEmpty()) {
      flush();
    }
  }

  private void flush() {
    MapRegion<R> first = maps.get(0);
    int[] ends = new int[maps.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += maps.get(i).size();
      ends[i] = end;
      shares.put(rows.get(i), new Share<>(first, i));
    }
    first.mapAll(new Groups(ends), maps);
    maps.clear();
    rows.clear();
    items = 0;
  }

  /** Returns what the use gives for a row, or throws what its lowest item failed with. */
  public R result(int row) {
    @Nullable Share<R> share = shares.get(row);
    if (share == null) {
      throw new IllegalStateException("row " + row + " was not added");
    }
    return share.map().resultOf(share.group());
  }
}
