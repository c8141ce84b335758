package dev.millrace.retrieval.search;

import dev.millrace.Stored;
import dev.millrace.retrieval.maxsim.MaxSim;
import dev.millrace.runtime.Embedding;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Objects;

/**
 * Exact search over one vector per passage: every one is compared, where it lies. Searches may run
 * from many threads at once. {@link DenseIndexFolder} stores one.
 */
@Stored(by = DenseIndexFolder.class)
public final class DenseIndex {
  private final PassageIds ids;
  private final List<Embedding> vectors;
  private final MaxSim products;
  private final Similarity similarity;
  private final double[] inverseLengths;

  DenseIndex(
      PassageIds ids, List<Embedding> vectors, Similarity similarity, double[] inverseLengths) {
    this.ids = ids;
    this.vectors = List.copyOf(vectors);
    this.similarity = similarity;
    // With one token on either side, the greatest dot product is the dot product.
    this.products = MaxSim.over(this.vectors);
    this.inverseLengths = inverseLengths;
  }

  /**
   * Returns an index by cosine.
   *
   * @throws IllegalArgumentException as {@link #of(List, List, Similarity)} does
   */
  public static DenseIndex of(List<String> ids, List<Embedding> vectors) {
    return of(ids, vectors, Similarity.COSINE);
  }

  /**
   * Returns an index of these vectors. It keeps the handles, not the numbers: what closes their
   * slabs closes the index.
   *
   * @param ids a passage each, no two the same
   * @param vectors as many, {@code [1, dim]} each
   * @throws IllegalArgumentException if ids repeat, or the lists or the shapes do not fit
   */
  public static DenseIndex of(List<String> ids, List<Embedding> vectors, Similarity similarity) {
    Objects.requireNonNull(similarity, "similarity");
    PassageIds known = new PassageIds(ids, vectors.size());
    for (int i = 0; i < vectors.size(); i++) {
      checkOneRow(vectors.get(i), "passage \"" + known.id(i) + "\"");
    }
    double[] inverseLengths =
        similarity == Similarity.DOT
            ? new double[0]
            : vectors.stream().mapToDouble(DenseIndex::inverseLength).toArray();
    return new DenseIndex(known, vectors, similarity, inverseLengths);
  }

  /**
   * Returns the k passages nearest to the query; equal scores in the order of indexing.
   *
   * @param query {@code [1, dim]}
   * @throws IllegalArgumentException if k is less than 1, or the query has another shape or a NaN
   */
  public List<Hit> search(Embedding query, int k) {
    PassageIds.checkCount(k);
    checkOneRow(query, "the query");
    double[] scores = products.scores(query);
    if (similarity == Similarity.COSINE) {
      double inverse = inverseLength(query);
      for (int i = 0; i < scores.length; i++) {
        scores[i] = scores[i] * inverse * inverseLengths[i];
      }
    }
    return ids.best(scores, k);
  }

  /** Returns the number of passages. */
  public int size() {
    return ids.size();
  }

  PassageIds ids() {
    return ids;
  }

  List<Embedding> vectors() {
    return vectors;
  }

  Similarity similarity() {
    return similarity;
  }

  double[] inverseLengths() {
    return inverseLengths;
  }

  private static void checkOneRow(Embedding vector, String whose) {
    if (vector.rows() != 1) {
      throw new IllegalArgumentException(
          "%s has %d vectors; a dense index takes one each: pool them, or use MaxSimIndex"
              .formatted(whose, vector.rows()));
    }
  }

  private static double inverseLength(Embedding vector) {
    FloatBuffer floats = vector.floats();
    double squares = 0;
    while (floats.hasRemaining()) {
      double value = floats.get();
      squares += value * value;
    }
    return squares == 0 ? 0 : 1 / Math.sqrt(squares);
  }
}
