package dev.millrace.retrieval.maxsim;

import dev.millrace.runtime.Embedding;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Scores documents by MaxSim (Khattab and Zaharia, ColBERT, SIGIR 2020): the sum over the query's
 * tokens of the greatest dot product with any token of the document. Exact, in float32, the sum in
 * double in the order of the query's tokens.
 *
 * <p>A document's score is the same to the bit whatever other documents are scored with it, and on
 * however many threads. The vectors are read from the slabs they lie in and never copied; what is
 * kept is the handles. Safe for use by many threads.
 *
 * <p>ONNX Runtime multiplies, or plain Java where that does not load. The system property {@code
 * millrace.maxsim} insists on one of them: {@code ort} or {@code portable}.
 */
public final class MaxSim {
  /** Fewer rows than this are not worth waking another thread for. */
  private static final int ROWS_PER_THREAD = 1024;

  private final MaxSimKernel kernel;
  private final int size;
  private final int dim;
  private final List<Run> runs;

  MaxSim(List<Embedding> documents, MaxSimKernel kernel) {
    this.kernel = kernel;
    this.size = documents.size();
    this.dim = documents.isEmpty() ? 0 : documents.get(0).dim();
    for (int d = 0; d < size; d++) {
      if (documents.get(d).dim() != dim) {
        throw new IllegalArgumentException(
            "document %d has %d dimensions, document 0 has %d; encode all with one model"
                .formatted(d, documents.get(d).dim(), dim));
      }
    }
    this.runs = RunPlan.of(documents);
  }

  /**
   * Returns a scorer of these documents.
   *
   * @param documents {@code [tokens, dim]} each, possibly without tokens; a single vector is a
   *     document of one token
   * @throws IllegalArgumentException if they differ in width
   */
  public static MaxSim over(List<Embedding> documents) {
    return new MaxSim(documents, Kernels.chosen());
  }

  /**
   * Returns each document's score by its place in the list; negative infinity for a document
   * without tokens, and for all if the query has none.
   *
   * @param query {@code [tokens, dim]}
   * @throws IllegalArgumentException if the query has another width or holds a NaN
   * @throws IllegalStateException if a slab was closed
   */
  public double[] scores(Embedding query) {
    double[] scores = new double[size];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    if (!runs.isEmpty() && query.rows() > 0) {
      check(query);
      AtomicInteger next = new AtomicInteger();
      Crew.work(
          threads(),
          () -> {
            try (MaxSimKernel.Scan scan = kernel.scan(query)) {
              for (int run = next.getAndIncrement();
                  run < runs.size();
                  run = next.getAndIncrement()) {
                scan.score(runs.get(run), scores);
              }
            }
          });
    }
    return scores;
  }

  /**
   * Returns which kernel computes here. Kernels agree to about 1e-5 and not to the bit, so whatever
   * keeps scores should keep this with them.
   */
  public static String kernel() {
    return Kernels.chosen().id();
  }

  private void check(Embedding query) {
    if (query.dim() != dim) {
      throw new IllegalArgumentException(
          "the query has %d dimensions, the documents have %d; encode both with one model"
              .formatted(query.dim(), dim));
    }
    for (int row = 0; row < query.rows(); row++) {
      for (int column = 0; column < dim; column++) {
        if (Float.isNaN(query.get(row, column))) {
          throw new IllegalArgumentException(
              "the query's vector %d is NaN at %d; expected numbers".formatted(row, column));
        }
      }
    }
  }

  private int threads() {
    long rows = 0;
    for (Run run : runs) {
      rows += run.rows();
    }
    return (int) Math.min(runs.size(), 1 + rows / ROWS_PER_THREAD);
  }
}
