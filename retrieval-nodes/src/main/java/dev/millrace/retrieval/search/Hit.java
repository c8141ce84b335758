package dev.millrace.retrieval.search;

import java.util.Objects;

/**
 * One passage found, and how well it fits. Lists of hits go from the best down: by score, and where
 * scores are equal by a rule that whoever made the list defines; so the place in the list, not the
 * score, is the rank.
 *
 * @param id the passage's id
 * @param score the higher the better; scores of different searches need not be comparable
 */
public record Hit(String id, double score) {
  /**
   * Checks the components, and makes −0.0 the 0.0 it equals.
   *
   * @throws IllegalArgumentException if the score is not a number, which has no place in any order
   */
  public Hit {
    Objects.requireNonNull(id, "id");
    if (Double.isNaN(score)) {
      throw new IllegalArgumentException(
          "the score of \""
              + id
              + "\" is not a number (NaN), so it has no rank; expected any other");
    }
    score += 0.0;
  }
}
