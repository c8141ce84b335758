package dev.millrace.retrieval.nodes;

import dev.millrace.retrieval.corpus.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says that queries have no judgments, so that nothing can be measured on them. */
public final class UnjudgedQueryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private UnjudgedQueryException(String message) {
    super(message);
  }

  static UnjudgedQueryException of(List<Query> all, List<Query> judged) {
    if (judged.isEmpty()) {
      return new UnjudgedQueryException(
          "none of the " + all.size() + " queries has a judgment; do the ids of both files agree?");
    }
    Set<Query> known = new HashSet<>(judged);
    Query first = all.stream().filter(query -> !known.contains(query)).findFirst().orElseThrow();
    return new UnjudgedQueryException(
        "query \""
            + first.id()
            + "\" (\""
            + first.text()
            + "\") has no judgments, and so have "
            + (all.size() - judged.size())
            + " of "
            + all.size()
            + " queries; judge them, or leave them out (skipUnjudged, --skip-unjudged)");
  }
}
