package dev.millrace.retrieval.encode;

import java.util.Arrays;

/**
 * A stretch of texts, tokenized and cut into batches: by length, longest first, each batch as many
 * texts as keep to the budget of padded tokens. It is a working memory, filled again and again.
 */
final class Window {
  private int[] ids = new int[1024];
  private int[] starts = new int[16];
  private int[] rows = new int[16];
  private int[] places = new int[16];
  private long[] byLength = new long[16];
  private int[] batches = new int[16];
  private int first;
  private int count;
  private int batchCount;
  private int rowCount;

  /**
   * Takes texts from {@code from} on until there are {@code capacity} tokens, and returns the index
   * of the first text not taken.
   */
  int fill(
      String[] texts, int from, String prefix, Tokenizer tokenizer, int maxTokens, int capacity) {
    first = from;
    count = 0;
    starts[0] = 0;
    int next = from;
    while (next < texts.length && starts[count] < capacity) {
      int start = starts[count];
      if (ids.length - start < maxTokens) {
        ids = Arrays.copyOf(ids, Math.max(2 * ids.length, start + maxTokens));
      }
      String text = prefix.isEmpty() ? texts[next] : prefix + texts[next];
      int tokens = tokenizer.encode(text, ids, start, maxTokens);
      count++;
      if (count == starts.length) {
        grow();
      }
      starts[count] = start + tokens;
      next++;
    }
    return next;
  }

  private void grow() {
    int wider = 2 * starts.length;
    starts = Arrays.copyOf(starts, wider);
    rows = new int[wider];
    places = new int[wider];
    byLength = new long[wider];
    batches = new int[wider];
  }

  /** Cuts the texts into batches of at most {@code budget} padded tokens, or of one text. */
  void plan(int budget) {
    for (int text = 0; text < count; text++) {
      byLength[text] = (long) (Integer.MAX_VALUE - length(text)) << 32 | text;
    }
    Arrays.sort(byLength, 0, count);
    batchCount = 0;
    rowCount = 0;
    for (int place = 0; place < count; ) {
      int width = length(text(place));
      int end = Math.min(count, place + Math.max(1, budget / width));
      batches[batchCount++] = place;
      for (; place < end; place++) {
        places[text(place)] = place;
        rows[text(place)] = rowCount;
        rowCount += width;
      }
    }
    batches[batchCount] = count;
  }

  /** Returns the index of the first text among all texts. */
  int first() {
    return first;
  }

  /** Returns the number of texts. */
  int count() {
    return count;
  }

  /** Returns the number of batches. */
  int batches() {
    return batchCount;
  }

  /** Returns the number of rows that all batches need, padding included. */
  int rows() {
    return rowCount;
  }

  /** Returns where in the order by length a batch begins; it ends where the next one begins. */
  int batch(int batch) {
    return batches[batch];
  }

  /** Returns which text comes at this place of the order by length. */
  int text(int place) {
    return (int) byLength[place];
  }

  /** Returns at which place of the order by length a text comes. */
  int place(int text) {
    return places[text];
  }

  /** Returns the number of tokens of a text. */
  int length(int text) {
    return starts[text + 1] - starts[text];
  }

  /** Returns the row of a text's first token. */
  int row(int text) {
    return rows[text];
  }

  /** Returns one of a text's ids. */
  int id(int text, int token) {
    return ids[starts[text] + token];
  }
}
