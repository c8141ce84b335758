package dev.millrace.retrieval.search;

import dev.millrace.Stored;
import dev.millrace.retrieval.maxsim.MaxSim;
import dev.millrace.runtime.Embedding;
import java.util.List;

/**
 * Exact late interaction over a vector per token: every passage is scored by {@linkplain MaxSim
 * MaxSim}, its vectors read where they lie. Searches may run from many threads at once. {@link
 * MaxSimIndexFolder} stores one.
 */
@Stored(by = MaxSimIndexFolder.class)
public final class MaxSimIndex {
  private final PassageIds ids;
  private final List<Embedding> tokens;
  private final MaxSim scorer;

  MaxSimIndex(PassageIds ids, List<Embedding> tokens) {
    this.ids = ids;
    this.tokens = List.copyOf(tokens);
    this.scorer = MaxSim.over(this.tokens);
  }

  /**
   * Returns an index of these vectors. It keeps the handles, not the numbers: what closes their
   * slabs closes the index.
   *
   * @param ids a passage each, no two the same
   * @param tokens as many, {@code [tokens, dim]} each; one without tokens is never found
   * @throws IllegalArgumentException if ids repeat, or the lists or the widths do not fit
   */
  public static MaxSimIndex of(List<String> ids, List<Embedding> tokens) {
    return new MaxSimIndex(new PassageIds(ids, tokens.size()), tokens);
  }

  /**
   * Returns the k passages with the highest MaxSim; equal scores in the order of indexing. A query
   * without tokens finds nothing.
   *
   * @param query {@code [tokens, dim]}
   * @throws IllegalArgumentException if k is less than 1, or the query has another width or a NaN
   */
  public List<Hit> search(Embedding query, int k) {
    PassageIds.checkCount(k);
    return ids.best(scorer.scores(query), k);
  }

  /** Returns the number of passages. */
  public int size() {
    return ids.size();
  }

  PassageIds ids() {
    return ids;
  }

  List<Embedding> tokens() {
    return tokens;
  }
}
