package dev.millrace.retrieval.evaluate;

import dev.millrace.retrieval.search.Hit;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What decides the ranks of a run. */
public enum TiePolicy {
  /** The order of the list as given; scores are not looked at. */
  RANKED {
    @Override
    List<Hit> ranked(List<Hit> hits) {
      return hits;
    }
  },

  /**
   * The order of trec_eval 10, which holds scores in double precision: by score from the best down,
   * equal scores by id from the greatest down, ids compared byte by byte as UTF-8 (C's {@code
   * strcmp}); the order of the list is not looked at.
   */
  TREC {
    @Override
    List<Hit> ranked(List<Hit> hits) {
      return hits.stream().sorted(BY_SCORE_THEN_ID).toList();
    }
  };

  private static final Comparator<Hit> BY_SCORE_THEN_ID =
      Comparator.comparingDouble(Hit::score)
          .thenComparing(hit -> hit.id().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned)
          .reversed();

  abstract List<Hit> ranked(List<Hit> hits);
}
