package dev.millrace.retrieval.nodes;

import dev.millrace.ByContent;
import dev.millrace.Node;
import dev.millrace.retrieval.corpus.CorpusException;
import dev.millrace.retrieval.corpus.CorpusReader;
import dev.millrace.retrieval.corpus.Judgments;
import dev.millrace.retrieval.corpus.Passage;
import dev.millrace.retrieval.corpus.Query;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a collection: what is searched, what is asked, and what was judged. */
public final class CorpusNodes {
  private CorpusNodes() {}

  /**
   * Returns the passages of a JSON Lines file, in its order.
   *
   * @throws CorpusException if the file is missing or a line cannot be taken; it says which
   */
  @Node
  public static List<Passage> passages(@ByContent Path corpusPath) {
    return CorpusReader.passages(corpusPath);
  }

  /**
   * Returns all queries of a JSON Lines file, in its order.
   *
   * @throws CorpusException if the file is missing or a line cannot be taken; it says which
   */
  @Node
  public static List<Query> allQueries(@ByContent Path queriesPath) {
    return CorpusReader.queries(queriesPath);
  }

  /**
   * Returns the judgments of a TSV or TREC file.
   *
   * @throws CorpusException if the file is missing or a line cannot be taken; it says which
   */
  @Node
  public static Judgments groundTruths(@ByContent Path qrelsPath) {
    return CorpusReader.judgments(qrelsPath);
  }

  /**
   * Returns the queries to run: those that were judged. It stands before anything costly runs.
   *
   * @param skipUnjudged whether queries without judgments are left out, or are an error
   * @throws UnjudgedQueryException if there are any and they are not to be left out, or none is
   *     left
   */
  @Node
  public static List<Query> queries(
      List<Query> allQueries, Judgments groundTruths, boolean skipUnjudged) {
    List<Query> judged =
        allQueries.stream().filter(query -> groundTruths.queryIds().contains(query.id())).toList();
    if (judged.isEmpty() || (!skipUnjudged && judged.size() < allQueries.size())) {
      throw UnjudgedQueryException.of(allQueries, judged);
    }
    return judged;
  }

  /** Returns what was judged but is not there, so that somebody can be told. */
  @Node
  public static JudgmentGaps judgmentGaps(
      List<Passage> passages, List<Query> allQueries, Judgments groundTruths) {
    Set<String> known = passages.stream().map(Passage::id).collect(Collectors.toSet());
    Set<String> asked = allQueries.stream().map(Query::id).collect(Collectors.toSet());
    return new JudgmentGaps(
        groundTruths.absentFrom(known::contains),
        groundTruths.queryIds().stream().filter(query -> !asked.contains(query)).toList());
  }
}
