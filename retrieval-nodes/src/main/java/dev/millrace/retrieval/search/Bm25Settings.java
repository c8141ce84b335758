package dev.millrace.retrieval.search;

import java.util.Objects;

/**
 * How BM25 scores (Robertson and Zaragoza 2009, as Lucene has it).
 *
 * @param k1 how soon a repeated term saturates, 0 or more
 * @param b how much long passages pay for their length, from 0 to 1
 * @param analysis how texts become terms
 */
public record Bm25Settings(float k1, float b, TextAnalysis analysis) {
  /** k1 = 0.9, b = 0.4 and English: what Anserini publishes its figures with. */
  public static final Bm25Settings DEFAULT = new Bm25Settings(0.9f, 0.4f, TextAnalysis.ENGLISH);

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if k1 or b is out of its range
   */
  public Bm25Settings {
    Objects.requireNonNull(analysis, "analysis");
    if (!(k1 >= 0 && k1 < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("k1 is " + k1 + "; expected 0 or more, 0.9 as a rule");
    }
    if (!(b >= 0 && b <= 1)) {
      throw new IllegalArgumentException("b is " + b + "; expected 0 to 1, 0.4 as a rule");
    }
  }

  /** Returns these settings with another analysis. */
  public Bm25Settings analysis(TextAnalysis other) {
    return new Bm25Settings(k1, b, other);
  }
}
