package dev.millrace.retrieval.evaluate;

import dev.millrace.retrieval.search.Hit;
import java.util.List;
import java.util.Map;

/**
 * One ranking with the grades of its passages, and the measures over it. Definitions are those of
 * trec_eval 10 ({@code m_ndcg_cut.c}, {@code m_recall.c}, {@code m_recip_rank.c}, {@code m_map.c},
 * {@code m_P.c}): a grade of 1 or more is relevant, a negative one counts as none, and a query
 * without relevant passages scores 0.
 */
final class JudgedRanking {
  private static final int UNJUDGED = -1;
  private static final double LN_2 = Math.log(2);

  /** Of more than this, what comes of two to its power is not told apart by a double. */
  private static final int HIGHEST = 50;

  /** The grade at each rank, from the best. */
  private final int[] grades;

  /** The relevant grades of all judged passages, found or not, from the best. */
  private final int[] ideal;

  JudgedRanking(List<Hit> ranking, Map<String, Integer> judged) {
    this.grades =
        ranking.stream()
            .mapToInt(hit -> Math.max(UNJUDGED, judged.getOrDefault(hit.id(), UNJUDGED)))
            .toArray();
    this.ideal =
        judged.values().stream()
            .filter(grade -> grade > 0)
            .sorted((one, other) -> Integer.compare(other, one))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  double value(Measure measure) {
    int depth = measure.cut() == Measure.WHOLE ? grades.length : measure.cut();
    int filled = Math.min(depth, grades.length);
    return switch (measure.kind()) {
      case NDCG -> share(gain(grades, filled, false), gain(ideal, measure.cut(), false));
      case NDCG_EXP -> share(gain(grades, filled, true), gain(ideal, measure.cut(), true));
      case RECALL -> share(relevant(filled), ideal.length);
      case MRR -> reciprocalRank(filled);
      case MAP -> share(summedPrecision(filled), ideal.length);
      case P -> share(relevant(filled), depth);
      case JUDGED -> share(filled - unjudged(filled), filled);
    };
  }

  boolean hasRelevant() {
    return ideal.length > 0;
  }

  int size() {
    return grades.length;
  }

  int unjudged() {
    return unjudged(grades.length);
  }

  private int unjudged(int filled) {
    int count = 0;
    for (int i = 0; i < filled; i++) {
      count += grades[i] == UNJUDGED ? 1 : 0;
    }
    return count;
  }

  private int relevant(int filled) {
    int count = 0;
    for (int i = 0; i < filled; i++) {
      count += grades[i] > 0 ? 1 : 0;
    }
    return count;
  }

  private double reciprocalRank(int filled) {
    for (int i = 0; i < filled; i++) {
      if (grades[i] > 0) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  private double summedPrecision(int filled) {
    double sum = 0;
    int found = 0;
    for (int i = 0; i < filled; i++) {
      if (grades[i] > 0) {
        found++;
        sum += (double) found / (i + 1);
      }
    }
    return sum;
  }

  /** The discounted gain of the first ranks; {@link Measure#WHOLE} takes all. */
  private static double gain(int[] grades, int cut, boolean isExponential) {
    int ranks = cut == Measure.WHOLE ? grades.length : Math.min(cut, grades.length);
    double gain = 0;
    for (int i = 0; i < ranks; i++) {
      if (grades[i] > 0) {
        double each = isExponential ? exponential(grades[i]) : grades[i];
        gain += each * LN_2 / Math.log(i + 2);
      }
    }
    return gain;
  }

  private static double exponential(int grade) {
    if (grade > HIGHEST) {
      throw new EvaluationException(
          "a grade of %d is too high for a gain of 2^grade - 1; expected at most %d: use ndcg, or grade anew"
              .formatted(grade, HIGHEST));
    }
    return Math.scalb(1.0, grade) - 1;
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
