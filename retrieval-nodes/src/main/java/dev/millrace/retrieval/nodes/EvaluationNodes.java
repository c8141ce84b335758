package dev.millrace.retrieval.nodes;

import dev.millrace.CachePolicy;
import dev.millrace.Node;
import dev.millrace.retrieval.corpus.Judgments;
import dev.millrace.retrieval.evaluate.Evaluator;
import dev.millrace.retrieval.evaluate.Measure;
import dev.millrace.retrieval.evaluate.TiePolicy;
import dev.millrace.retrieval.search.Hit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures what was predicted against what was judged, by trec_eval's definitions. */
public final class EvaluationNodes {
  private static final Measure NDCG = Measure.ndcg(10);
  private static final Measure RECALL = Measure.recall(100);

  private EvaluationNodes() {}

  /** Returns the predictions of all queries in one list; each query's are kept already. */
  @Node(cache = CachePolicy.PASS)
  public static List<Prediction> flatPredictions(List<List<Prediction>> allPredictions) {
    return allPredictions.stream().flatMap(List::stream).toList();
  }

  /** Returns nDCG@10 of each method: the mean over all judged queries, 0 to 1. */
  @Node
  public static Map<RankingMethod, Double> ndcg(
      List<Prediction> flatPredictions, Judgments groundTruths) {
    return measure(flatPredictions, groundTruths, NDCG);
  }

  /** Returns recall@100 of each method: the mean over all judged queries, 0 to 1. */
  @Node
  public static Map<RankingMethod, Double> recall(
      List<Prediction> flatPredictions, Judgments groundTruths) {
    return measure(flatPredictions, groundTruths, RECALL);
  }

  /** Returns both measures of each method that predicted anything. */
  @Node
  public static Map<RankingMethod, Scores> evaluation(
      Map<RankingMethod, Double> ndcg, Map<RankingMethod, Double> recall) {
    Map<RankingMethod, Scores> scores = new EnumMap<>(RankingMethod.class);
    ndcg.forEach((method, value) -> scores.put(method, new Scores(value, recall.get(method))));
    return scores;
  }

  /**
   * How good a method is.
   *
   * @param ndcgAt10 nDCG of the first ten, 0 to 1
   * @param recallAt100 the share of the relevant passages among the first hundred
   */
  public record Scores(double ndcgAt10, double recallAt100) {}

  private static Map<RankingMethod, Double> measure(
      List<Prediction> predictions, Judgments groundTruths, Measure measure) {
    Map<RankingMethod, Map<String, List<Hit>>> runs = new EnumMap<>(RankingMethod.class);
    for (Prediction prediction : predictions) {
      runs.computeIfAbsent(prediction.method(), method -> new LinkedHashMap<>())
          .computeIfAbsent(prediction.queryId(), query -> new ArrayList<>())
          .add(new Hit(prediction.passageId(), prediction.score()));
    }
    Map<RankingMethod, Double> means = new EnumMap<>(RankingMethod.class);
    Evaluator evaluator = Evaluator.of(groundTruths).ties(TiePolicy.TREC);
    runs.forEach((method, run) -> means.put(method, evaluator.measure(run, measure).mean(measure)));
    return means;
  }
}
