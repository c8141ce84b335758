package dev.millrace.retrieval.evaluate;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Whether one run is better than another by more than chance would make it: Fisher's randomisation
 * test over the queries, on both sides (Smucker, Allan and Carterette, "A Comparison of Statistical
 * Significance Tests for Information Retrieval Evaluation", 2007). If neither run were better, each
 * query's two values could as well be the other way round; {@link Comparison#p} says in how many of
 * these cases the means would differ as much.
 *
 * <p>It assumes nothing of how values are distributed. Up to 16 queries with different values all
 * cases are looked at; else 99,999 that are drawn, the same in each call.
 */
public final class Significance {
  private static final int EXACT = 16;
  private static final int DRAWN = 99_999;
  private static final long SEED = 0x5EEDL;

  /** Sums of the same values in other orders differ by less. */
  private static final double SAME = 1e-9;

  private Significance() {}

  /**
   * Compares two runs that were measured by the same judgments.
   *
   * @throws EvaluationException if the measure was not taken of both, or they are of other queries
   */
  public static Comparison of(Evaluation one, Evaluation other, Measure measure) {
    double difference = one.mean(measure) - other.mean(measure);
    refuseOthers(one.perQuery().keySet(), other.perQuery().keySet());
    refuseOthers(other.perQuery().keySet(), one.perQuery().keySet());
    double[] differences = new double[one.perQuery().size()];
    int count = 0;
    int better = 0;
    for (Map.Entry<String, Map<Measure, Double>> query : one.perQuery().entrySet()) {
      double each =
          query.getValue().get(measure) - other.perQuery().get(query.getKey()).get(measure);
      if (Math.abs(each) > SAME) {
        differences[count++] = each;
        better += each > 0 ? 1 : 0;
      }
    }
    double p = p(Arrays.copyOf(differences, count));
    return new Comparison(measure, one.perQuery().size(), difference, better, count - better, p);
  }

  private static void refuseOthers(Set<String> queries, Set<String> known) {
    for (String query : queries) {
      if (!known.contains(query)) {
        throw new EvaluationException(
            "query \"%s\" is measured in one run and not in the other; measure both by the same judgments"
                .formatted(query));
      }
    }
  }

  private static double p(double[] differences) {
    double seen = Math.abs(Arrays.stream(differences).sum()) - SAME;
    // In an order that neither that of the queries nor that of the runs has a say in.
    double[] sizes = Arrays.stream(differences).map(Math::abs).sorted().toArray();
    return sizes.length <= EXACT ? exact(sizes, seen) : drawn(sizes, seen);
  }

  private static double exact(double[] sizes, double seen) {
    int cases = 1 << sizes.length;
    int asFar = 0;
    for (int signs = 0; signs < cases; signs++) {
      double sum = 0;
      for (int i = 0; i < sizes.length; i++) {
        sum += (signs >> i & 1) == 0 ? sizes[i] : -sizes[i];
      }
      asFar += Math.abs(sum) >= seen ? 1 : 0;
    }
    return (double) asFar / cases;
  }

  /** What was seen is a case, too. */
  private static double drawn(double[] sizes, double seen) {
    SplittableRandom random = new SplittableRandom(SEED);
    int asFar = 1;
    for (int drawn = 0; drawn < DRAWN; drawn++) {
      double sum = 0;
      long signs = 0;
      for (int i = 0; i < sizes.length; i++) {
        signs = i % Long.SIZE == 0 ? random.nextLong() : signs >>> 1;
        sum += (signs & 1) == 0 ? sizes[i] : -sizes[i];
      }
      asFar += Math.abs(sum) >= seen ? 1 : 0;
    }
    return (double) asFar / (DRAWN + 1);
  }
}
