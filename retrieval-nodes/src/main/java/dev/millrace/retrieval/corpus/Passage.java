package dev.millrace.retrieval.corpus;

import java.util.Objects;

/**
 * One unit of retrieval.
 *
 * @param id the caller's own name for it, stable for life, never empty
 * @param title its title, or the empty string
 * @param text its text, possibly empty
 */
public record Passage(String id, String title, String text) {
  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if the id is empty
   */
  public Passage {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(text, "text");
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a passage has an id; this one's is the empty string");
    }
  }

  /**
   * Returns what is indexed and encoded: title, space, text; one of them where the other is empty.
   */
  public String content() {
    if (title.isEmpty()) {
      return text;
    }
    return text.isEmpty() ? title : title + " " + text;
  }
}
