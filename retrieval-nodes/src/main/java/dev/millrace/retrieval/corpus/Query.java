package dev.millrace.retrieval.corpus;

import java.util.Objects;

/**
 * One question to a collection.
 *
 * @param id its name, which judgments refer to, never empty
 * @param text what is asked, possibly empty: nothing is found then
 */
public record Query(String id, String text) {
  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if the id is empty
   */
  public Query {
    Objects.requireNonNull(text, "text");
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a query has an id; this one's is the empty string");
    }
  }
}
