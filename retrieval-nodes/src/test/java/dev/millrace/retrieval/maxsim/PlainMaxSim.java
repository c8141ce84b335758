package dev.millrace.retrieval.maxsim;

import dev.millrace.runtime.Embedding;

/** The oracle: MaxSim from its definition, in double, number by number. */
final class PlainMaxSim {
  private PlainMaxSim() {}

  static double score(Embedding query, Embedding document) {
    double sum = document.rows() == 0 || query.rows() == 0 ? Double.NEGATIVE_INFINITY : 0;
    for (int q = 0; q < query.rows(); q++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int d = 0; d < document.rows(); d++) {
        double dot = 0;
        for (int i = 0; i < query.dim(); i++) {
          dot += (double) query.get(q, i) * document.get(d, i);
        }
        best = Math.max(best, dot);
      }
      sum += best;
    }
    return sum;
  }
}
