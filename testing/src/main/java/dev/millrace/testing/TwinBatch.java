package dev.millrace.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which samples stand in a batch.
 *
 * @param picks numbers of samples; one that comes again is a row that is equal to another
 * @param shared whether such a row is the same object too
 */
record TwinBatch(List<Integer> picks, boolean shared) {
  private static final int ONE_AGAIN_IN = 6;

  /** Returns a batch of so many rows, new ones from a number on. */
  static TwinBatch draw(int size, int from, SplittableRandom random) {
    List<Integer> picks = new ArrayList<>();
    int next = from;
    for (int row = 0; row < size; row++) {
      boolean again = row > 0 && random.nextInt(ONE_AGAIN_IN) == 0;
      picks.add(again ? picks.get(random.nextInt(row)) : (Integer) next++);
    }
    return new TwinBatch(List.copyOf(picks), random.nextBoolean());
  }

  /** Returns the rows, made anew. */
  <A extends @Nullable Object> List<A> rows(Samples<A> samples, long seed) {
    List<A> rows = new ArrayList<>();
    Map<Integer, A> made = new HashMap<>();
    for (int pick : picks) {
      if (!shared || !made.containsKey(pick)) {
        made.put(pick, samples.get(seed, pick));
      }
      rows.add(made.get(pick));
    }
    return rows;
  }

  /** Returns the number of rows. */
  int size() {
    return picks.size();
  }

  /** Returns the batch that has only these rows, in this order. */
  TwinBatch only(List<Integer> rows) {
    return new TwinBatch(rows.stream().map(picks::get).toList(), shared);
  }

  /** Returns the batch that lacks some rows, from one on. */
  TwinBatch without(int from, int count) {
    return only(
        IntStream.range(0, size())
            .filter(row -> row < from || row >= from + count)
            .boxed()
            .toList());
  }

  /** Returns the rows from the last to the first. */
  TwinBatch reversed() {
    return only(IntStream.range(0, size()).map(row -> size() - 1 - row).boxed().toList());
  }

  /** Returns some of the rows, at least one, in any order. */
  TwinBatch some(SplittableRandom random) {
    List<Integer> left = new ArrayList<>(IntStream.range(0, size()).boxed().toList());
    List<Integer> taken = new ArrayList<>();
    for (int count = random.nextInt(size()) + 1; count > 0; count--) {
      taken.add(left.remove(random.nextInt(left.size())));
    }
    return only(taken);
  }
}
