package dev.millrace.retrieval.rerank;

import dev.millrace.retrieval.maxsim.MaxSim;
import dev.millrace.retrieval.search.Hit;
import dev.millrace.runtime.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Scores the best candidates again by MaxSim and puts them in that order; the rest keeps its order
 * below them. BM25 reranked so is the baseline that MacAvaney and Macdonald measured late
 * interaction indexes against (A Reproducibility Study of PLAID, SIGIR 2024).
 *
 * @param depth how many candidates are scored again, from the best
 */
public record MaxSimReranker(int depth) {
  /** As many as are commonly reranked. */
  public static final int DEFAULT_DEPTH = 100;

  /**
   * Checks the component.
   *
   * @throws IllegalArgumentException if the depth is less than 1
   */
  public MaxSimReranker {
    if (depth < 1) {
      throw new IllegalArgumentException(
          "the depth is " + depth + "; expected the number of candidates to score, 1 or more");
    }
  }

  /** Returns a reranker of the first hundred. */
  public MaxSimReranker() {
    this(DEFAULT_DEPTH);
  }

  /**
   * Returns all candidates, from the best down: first those scored again, with their MaxSim, equal
   * scores as they came; then those that were not, or have no tokens to score, as they came. So
   * that the scores of the list fall, those of the rest are shifted to begin just below, keeping
   * their distances.
   *
   * @param query {@code [tokens, dim]}; without tokens the candidates stay as they are
   * @param candidates from the best down
   * @param tokens passage id to {@code [tokens, dim]}, for the first {@link #depth} at least
   * @throws IllegalArgumentException if one of those is missing, widths differ, or a vector holds
   *     NaN
   */
  public List<Hit> rerank(Embedding query, List<Hit> candidates, Map<String, Embedding> tokens) {
    List<Hit> head = candidates.subList(0, Math.min(depth, candidates.size()));
    double[] scores = MaxSim.over(embeddings(head, tokens)).scores(query);
    List<Hit> rescored = new ArrayList<>();
    List<Hit> rest = new ArrayList<>();
    for (int i = 0; i < head.size(); i++) {
      if (scores[i] == Double.NEGATIVE_INFINITY) {
        rest.add(head.get(i));
      } else {
        rescored.add(new Hit(head.get(i).id(), scores[i]));
      }
    }
    rest.addAll(candidates.subList(head.size(), candidates.size()));
    rescored.sort(Comparator.comparingDouble(Hit::score).reversed());
    return below(rescored, rest);
  }

  private static List<Embedding> embeddings(List<Hit> head, Map<String, Embedding> tokens) {
    List<Embedding> embeddings = new ArrayList<>();
    for (Hit hit : head) {
      Embedding embedding = tokens.get(hit.id());
      if (embedding == null) {
        throw new IllegalArgumentException(
            "no token vectors for candidate \"%s\" among %d; encode all that is searched"
                .formatted(hit.id(), tokens.size()));
      }
      embeddings.add(embedding);
    }
    return embeddings;
  }

  private static List<Hit> below(List<Hit> rescored, List<Hit> rest) {
    if (rescored.isEmpty() || rest.isEmpty()) {
      return List.copyOf(rescored.isEmpty() ? rest : rescored);
    }
    double floor = Math.nextDown(rescored.get(rescored.size() - 1).score());
    double first = rest.get(0).score();
    List<Hit> all = new ArrayList<>(rescored);
    for (Hit hit : rest) {
      all.add(new Hit(hit.id(), floor + (hit.score() - first)));
    }
    return List.copyOf(all);
  }
}
