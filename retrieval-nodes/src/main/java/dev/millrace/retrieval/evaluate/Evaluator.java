package dev.millrace.retrieval.evaluate;

import dev.millrace.retrieval.corpus.Judgments;
import dev.millrace.retrieval.search.Hit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures runs against judgments by trec_eval's definitions, with {@code -c}: means are over all
 * judged queries, and one that the run lacks counts as 0. With {@link TiePolicy#TREC} the numbers
 * are trec_eval's; unlike it, a run that names queries nobody judged is refused unless that is
 * meant.
 */
public final class Evaluator {
  private static final int SHOWN = 3;

  private final Judgments judgments;
  private final TiePolicy ties;
  private final UnknownQueries unknown;
  private final Judgments absent;

  private Evaluator(Judgments judgments, TiePolicy ties, UnknownQueries unknown, Judgments absent) {
    this.judgments = judgments;
    this.ties = ties;
    this.unknown = unknown;
    this.absent = absent;
  }

  /**
   * Returns an evaluator that takes rankings as they are and refuses unknown queries.
   *
   * @throws EvaluationException if nothing was judged
   */
  public static Evaluator of(Judgments judgments) {
    if (judgments.queryIds().isEmpty()) {
      throw new EvaluationException(
          "there are no judgments, so there is nothing to measure against");
    }
    return new Evaluator(judgments, TiePolicy.RANKED, UnknownQueries.FAIL, new Judgments(Map.of()));
  }

  /** Returns an evaluator with another rule for ranks. */
  public Evaluator ties(TiePolicy policy) {
    return new Evaluator(judgments, policy, unknown, absent);
  }

  /** Returns an evaluator with another rule for queries of a run that nobody judged. */
  public Evaluator unknownQueries(UnknownQueries policy) {
    return new Evaluator(judgments, ties, policy, absent);
  }

  /** Returns an evaluator that reports judgments of passages that the collection lacks. */
  public Evaluator corpus(Set<String> passageIds) {
    return new Evaluator(judgments, ties, unknown, judgments.absentFrom(passageIds::contains));
  }

  /**
   * Returns the measures of a run.
   *
   * @param run query id to ranking, from the best down
   * @throws EvaluationException if no measure is given, a ranking has a passage twice, the run has
   *     queries that nobody judged and that is not allowed, or a grade is above 50 and its gain
   *     exponential
   */
  public Evaluation measure(Map<String, List<Hit>> run, Measure... measures) {
    return measure(run, List.of(measures));
  }

  /**
   * Returns the measures of a run.
   *
   * @param run query id to ranking, from the best down
   * @throws EvaluationException as {@link #measure(Map, Measure...)} does
   */
  public Evaluation measure(Map<String, List<Hit>> run, List<Measure> measures) {
    if (measures.isEmpty()) {
      throw new EvaluationException("no measure given; expected one or more such as ndcg@10");
    }
    int unknownQueries = countUnknown(run);
    Map<String, Map<Measure, Double>> perQuery = new LinkedHashMap<>();
    int missing = 0;
    int withoutRelevant = 0;
    long hits = 0;
    long unjudged = 0;
    for (String query : judgments.queryIds()) {
      List<Hit> found = run.getOrDefault(query, List.of());
      refuseRepeats(query, found);
      JudgedRanking ranking = new JudgedRanking(ties.ranked(found), judgments.of(query));
      Map<Measure, Double> values = new LinkedHashMap<>();
      measures.forEach(measure -> values.put(measure, ranking.value(measure)));
      perQuery.put(query, values);
      missing += run.containsKey(query) ? 0 : 1;
      withoutRelevant += ranking.hasRelevant() ? 0 : 1;
      hits += ranking.size();
      unjudged += ranking.unjudged();
    }
    int queries = perQuery.size();
    Coverage coverage =
        new Coverage(queries, missing, withoutRelevant, unknownQueries, hits, unjudged, absent);
    return new Evaluation(means(perQuery, measures), perQuery, coverage);
  }

  private static Map<Measure, Double> means(
      Map<String, Map<Measure, Double>> perQuery, List<Measure> measures) {
    Map<Measure, Double> means = new LinkedHashMap<>();
    for (Measure measure : measures) {
      double sum = 0;
      for (Map<Measure, Double> values : perQuery.values()) {
        sum += values.get(measure);
      }
      means.put(measure, sum / perQuery.size());
    }
    return means;
  }

  private int countUnknown(Map<String, List<Hit>> run) {
    List<String> strangers =
        run.keySet().stream().filter(query -> !judgments.queryIds().contains(query)).toList();
    if (!strangers.isEmpty() && unknown == UnknownQueries.FAIL) {
      throw new EvaluationException(
          ("%d of %d queries of the run have no judgments, such as %s; leave them out, give the"
                  + " judgments that belong to the run, or allow it with UnknownQueries.COUNT")
              .formatted(
                  strangers.size(),
                  run.size(),
                  strangers.subList(0, Math.min(SHOWN, strangers.size()))));
    }
    return strangers.size();
  }

  private static void refuseRepeats(String query, List<Hit> found) {
    Set<String> seen = new HashSet<>();
    for (Hit hit : found) {
      if (!seen.add(hit.id())) {
        throw new EvaluationException(
            ("query \"%s\" has passage \"%s\" twice; a ranking has each passage once: keep the"
                    + " better place")
                .formatted(query, hit.id()));
      }
    }
  }
}
