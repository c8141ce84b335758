package dev.millrace.retrieval.search;

import java.util.Arrays;

/**
 * The k best of what it is offered, equal scores by the smaller ordinal: a binary heap with the
 * worst on top, which grows with what is offered, not with k.
 */
final class TopK {
  private static final int FIRST_ROOM = 64;

  private final int k;
  private int size;
  private int[] ordinals;
  private double[] scores;

  TopK(int k) {
    this.k = k;
    this.ordinals = new int[Math.min(k, FIRST_ROOM)];
    this.scores = new double[ordinals.length];
  }

  void offer(int ordinal, double score) {
    if (size < k) {
      if (size == ordinals.length) {
        int room = (int) Math.min(k, 2L * size);
        ordinals = Arrays.copyOf(ordinals, room);
        scores = Arrays.copyOf(scores, room);
      }
      rise(size++, ordinal, score);
    } else if (worse(ordinals[0], scores[0], ordinal, score)) {
      sink(ordinal, score);
    }
  }

  /** Returns the ordinals from the best down, and leaves nothing behind. */
  int[] ordinals() {
    int[] sorted = new int[size];
    for (int place = size - 1; place >= 0; place--) {
      sorted[place] = ordinals[0];
      size--;
      sink(ordinals[size], scores[size]);
    }
    return sorted;
  }

  private static boolean worse(int ordinal, double score, int other, double otherScore) {
    return score < otherScore || (score == otherScore && ordinal > other);
  }

  private void rise(int from, int ordinal, double score) {
    int at = from;
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (!worse(ordinal, score, ordinals[parent], scores[parent])) {
        break;
      }
      put(at, ordinals[parent], scores[parent]);
      at = parent;
    }
    put(at, ordinal, score);
  }

  /** Puts an entry in the place of the top, and down to where it belongs. */
  private void sink(int ordinal, double score) {
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      int right = child + 1;
      if (right < size && worse(ordinals[right], scores[right], ordinals[child], scores[child])) {
        child = right;
      }
      if (!worse(ordinals[child], scores[child], ordinal, score)) {
        break;
      }
      put(at, ordinals[child], scores[child]);
      at = child;
    }
    put(at, ordinal, score);
  }

  private void put(int at, int ordinal, double score) {
    ordinals[at] = ordinal;
    scores[at] = score;
  }
}
