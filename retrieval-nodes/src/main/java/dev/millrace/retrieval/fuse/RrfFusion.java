package dev.millrace.retrieval.fuse;

import dev.millrace.retrieval.search.Hit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): a passage scores the sum over
 * the rankings of {@code weight / (k + rank)}, the rank counted from 1; where it is absent it gets
 * nothing.
 *
 * <p>The sum is exact and rounded once, so the order of the rankings never matters. Equal scores
 * are common (two passages with their ranks swapped) and ordered by the best single rank, then by
 * the number of rankings that have the passage, then by id.
 *
 * @param k how much the first ranks are levelled, 0 or more; the paper's 60 suits most
 * @param weights one positive factor per ranking, or none for all equal to 1
 */
public record RrfFusion(int k, List<Double> weights) {
  /** The constant of the paper. */
  public static final int DEFAULT_K = 60;

  private static final Comparator<Fused> ORDER =
      Comparator.comparingDouble((Fused fused) -> fused.score)
          .reversed()
          .thenComparingInt(fused -> fused.bestRank)
          .thenComparing(Comparator.comparingInt((Fused fused) -> fused.rankings).reversed())
          .thenComparing(fused -> fused.id);

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if k is negative or a weight is not a positive finite number
   */
  public RrfFusion {
    if (k < 0) {
      throw new IllegalArgumentException("k is " + k + "; expected 0 or more, 60 as a rule");
    }
    weights = List.copyOf(weights);
    for (double weight : weights) {
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a weight is "
                + weight
                + "; expected a positive number; leave the ranking out instead");
      }
    }
  }

  /**
   * Returns a fusion with equal weights.
   *
   * @throws IllegalArgumentException if k is negative
   */
  public RrfFusion(int k) {
    this(k, List.of());
  }

  /** Returns a fusion with k = 60 and equal weights. */
  public RrfFusion() {
    this(DEFAULT_K);
  }

  /**
   * Returns one ranking of the passages of two.
   *
   * @throws IllegalArgumentException as {@link #fuse(List)} does
   */
  public List<Hit> fuse(List<Hit> one, List<Hit> other) {
    return fuse(List.of(one, other));
  }

  /**
   * Returns one ranking of all passages of all rankings, each once, with its fused score.
   *
   * @param rankings from the best down each; of a passage that one of them repeats, the best place
   *     counts
   * @throws IllegalArgumentException if a ranking's scores rise, or there are weights and not as
   *     many as rankings
   */
  public List<Hit> fuse(List<List<Hit>> rankings) {
    if (!weights.isEmpty() && weights.size() != rankings.size()) {
      throw new IllegalArgumentException(
          weights.size() + " weights for " + rankings.size() + " rankings; give one for each");
    }
    Map<String, Fused> byId = new HashMap<>();
    for (int r = 0; r < rankings.size(); r++) {
      add(rankings.get(r), r, byId);
    }
    return byId.values().stream()
        .peek(Fused::seal)
        .sorted(ORDER)
        .map(fused -> new Hit(fused.id, fused.score))
        .toList();
  }

  private void add(List<Hit> ranking, int number, Map<String, Fused> byId) {
    double weight = weights.isEmpty() ? 1 : weights.get(number);
    Set<String> seen = new HashSet<>();
    double previous = Double.POSITIVE_INFINITY;
    int rank = 0;
    for (Hit hit : ranking) {
      rank++;
      if (hit.score() > previous) {
        throw new IllegalArgumentException(
            "ranking %d is not sorted: %s at rank %d scores more than the %s above it; sort it"
                .formatted(number + 1, hit, rank, previous));
      }
      previous = hit.score();
      if (seen.add(hit.id())) {
        byId.computeIfAbsent(hit.id(), Fused::new).add(weight, rank, k);
      }
    }
  }

  /** What is known of one passage while rankings are read. */
  private static final class Fused {
    private final String id;
    private final ReciprocalSum sum = new ReciprocalSum();
    private int bestRank = Integer.MAX_VALUE;
    private int rankings;
    private double score;

    private Fused(String id) {
      this.id = id;
    }

    private void add(double weight, int rank, int k) {
      sum.add(weight, (long) k + rank);
      bestRank = Math.min(bestRank, rank);
      rankings++;
    }

    private void seal() {
      score = sum.value();
    }
  }
}
