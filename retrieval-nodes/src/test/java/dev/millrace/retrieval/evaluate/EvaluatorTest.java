package dev.millrace.retrieval.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.corpus.Judgments;
import dev.millrace.retrieval.search.Hit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  private static final double EXACT = 1e-12;
  private static final double LOG2_3 = Math.log(3) / Math.log(2);
  private static final double LOG2_5 = Math.log(5) / Math.log(2);

  /** Grades 3, 2, 1 and 0, found at ranks 3, 4, 1 and never; rank 2 is a hole. */
  private static final Map<String, Integer> GRADES = Map.of("d", 3, "a", 2, "b", 1, "c", 0);

  private static final List<Hit> RANKING = ranking("b", "x", "d", "a");

  @Test
  void computesNdcgWithLinearGain() {
    // DCG@3 = 1/log2(2) + 0/log2(3) + 3/log2(4) = 1 + 0 + 1.5 = 2.5
    // ideal = 3/log2(2) + 2/log2(3) + 1/log2(4) = 3 + 1.26186 + 0.5 = 4.76186
    assertEquals(2.5 / (3 + 2 / LOG2_3 + 0.5), value("ndcg@3"), EXACT);
    assertEquals(0.5250, value("ndcg@3"), 5e-5);
    // One deeper: + 2/log2(5); the ideal has only three relevant passages.
    assertEquals((2.5 + 2 / LOG2_5) / (3 + 2 / LOG2_3 + 0.5), value("ndcg@10"), EXACT);
    assertEquals(value("ndcg@10"), value("ndcg"), EXACT);
    // Cut at one rank: 1 of the 3 that are possible there.
    assertEquals(1 / 3.0, value("ndcg@1"), EXACT);
  }

  @Test
  void computesRecallOverAllRelevant() {
    assertEquals(1 / 3.0, value("recall@1"), EXACT);
    assertEquals(2 / 3.0, value("recall@3"), EXACT);
    assertEquals(1, value("recall@100"), EXACT);
  }

  @Test
  void computesPrecisionOverTheCutEvenWhereTheRankingIsShorter() {
    assertEquals(1 / 2.0, value("p@2"), EXACT);
    assertEquals(3 / 4.0, value("p@4"), EXACT);
    assertEquals(3 / 10.0, value("p@10"), EXACT);
  }

  @Test
  void computesReciprocalRankOfTheFirstRelevant() {
    assertEquals(1, value("mrr"), EXACT);
    List<Hit> late = ranking("x", "c", "a");
    assertEquals(1 / 3.0, value("mrr", late), EXACT);
    assertEquals(1 / 3.0, value("mrr@3", late), EXACT);
    assertEquals(0, value("mrr@2", late), EXACT);
  }

  @Test
  void computesAveragePrecision() {
    // Relevant at ranks 1, 3, 4: (1/1 + 2/3 + 3/4) / 3.
    assertEquals((1 + 2 / 3.0 + 3 / 4.0) / 3, value("map"), EXACT);
    // Cut after rank 3 the third is lost, but still divides.
    assertEquals((1 + 2 / 3.0) / 3, value("map@3"), EXACT);
  }

  @Test
  void countsHolesWithinTheCut() {
    assertEquals(1 / 2.0, value("judged@2"), EXACT);
    assertEquals(3 / 4.0, value("judged@4"), EXACT);
    assertEquals(3 / 4.0, value("judged@10"), EXACT, "over what was found, not over the cut");
    assertEquals(0, value("judged@10", List.of()), EXACT);
  }

  @Test
  void takesNegativeGradesForUnjudged() {
    Judgments judgments = new Judgments(Map.of("q", Map.of("spam", -2, "good", 1)));
    Evaluation evaluation =
        Evaluator.of(judgments)
            .measure(Map.of("q", ranking("spam", "good")), Measure.ndcg(10), Measure.judged(2));
    // DCG = 0 + 1/log2(3), ideal = 1: the negative grade takes nothing away.
    assertEquals(1 / LOG2_3, evaluation.mean(Measure.ndcg(10)), EXACT);
    assertEquals(1 / 2.0, evaluation.mean(Measure.judged(2)), EXACT);
  }

  @Test
  void countsMissingQueriesAndQueriesWithoutRelevantPassagesAsZero() {
    Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
    grades.put("found", Map.of("a", 1));
    grades.put("missing", Map.of("a", 1));
    grades.put("hopeless", Map.of("a", 0));
    Evaluation evaluation =
        Evaluator.of(new Judgments(grades))
            .measure(
                Map.of("found", ranking("a"), "hopeless", ranking("a", "z")),
                Measure.ndcg(10),
                Measure.map(),
                Measure.recall(10));
    // (1 + 0 + 0) / 3 for each.
    assertEquals(1 / 3.0, evaluation.mean(Measure.ndcg(10)), EXACT);
    assertEquals(1 / 3.0, evaluation.mean(Measure.map()), EXACT);
    assertEquals(1 / 3.0, evaluation.mean(Measure.recall(10)), EXACT);
    assertEquals(
        List.of("found", "missing", "hopeless"), List.copyOf(evaluation.perQuery().keySet()));
    assertEquals(0, evaluation.perQuery().get("missing").get(Measure.map()));
    Coverage coverage = evaluation.coverage();
    assertEquals(3, coverage.queries());
    assertEquals(1, coverage.missing());
    assertEquals(1, coverage.withoutRelevant());
    assertEquals(3, coverage.hits());
    assertEquals(1, coverage.unjudged());
  }

  @Test
  void ranksTiesAsTrecEvalDoesOnlyWhenAsked() {
    // Equal scores: "b" is greater than "a", so trec_eval puts it first.
    Judgments judgments = new Judgments(Map.of("q", Map.of("a", 1)));
    Map<String, List<Hit>> run = Map.of("q", List.of(new Hit("a", 5), new Hit("b", 5)));
    Evaluator evaluator = Evaluator.of(judgments);
    assertEquals(1, evaluator.measure(run, Measure.mrr()).mean(Measure.mrr()));
    assertEquals(
        0.5, evaluator.ties(TiePolicy.TREC).measure(run, Measure.mrr()).mean(Measure.mrr()));
  }

  @Test
  void ranksByScoreInDoublePrecisionUnderTrecPolicy() {
    Judgments judgments = new Judgments(Map.of("q", Map.of("a", 1)));
    Map<String, List<Hit>> run =
        Map.of("q", List.of(new Hit("a", 1.0), new Hit("b", 1.0000000001)));
    Evaluation evaluation =
        Evaluator.of(judgments).ties(TiePolicy.TREC).measure(run, Measure.mrr());
    assertEquals(0.5, evaluation.mean(Measure.mrr()));
  }

  @Test
  void comparesIdsByTheirUtf8BytesUnderTrecPolicy() {
    // U+1F600 is F0… in UTF-8 but D83D in UTF-16; U+FF41 is EF… and FF41: strcmp has 😀 above ａ.
    Judgments judgments = new Judgments(Map.of("q", Map.of("\uD83D\uDE00", 1)));
    Map<String, List<Hit>> run =
        Map.of("q", List.of(new Hit("\uFF41", 1), new Hit("\uD83D\uDE00", 1)));
    Evaluation evaluation =
        Evaluator.of(judgments).ties(TiePolicy.TREC).measure(run, Measure.mrr());
    assertEquals(1, evaluation.mean(Measure.mrr()));
  }

  @Test
  void refusesAPassageTwiceInOneRanking() {
    Evaluator evaluator = Evaluator.of(new Judgments(Map.of("q", GRADES)));
    EvaluationException e =
        assertThrows(
            EvaluationException.class,
            () -> evaluator.measure(Map.of("q", ranking("a", "b", "a")), Measure.map()));
    assertMentions(e, "\"q\"", "\"a\"", "twice");
  }

  @Test
  void refusesQueriesThatNobodyJudgedUnlessAllowed() {
    Evaluator evaluator = Evaluator.of(new Judgments(Map.of("q", Map.of("a", 1))));
    Map<String, List<Hit>> run = Map.of("q", ranking("a"), "stranger", ranking("a"));
    EvaluationException e =
        assertThrows(EvaluationException.class, () -> evaluator.measure(run, Measure.map()));
    assertMentions(e, "1 of 2 queries", "stranger", "UnknownQueries.COUNT");

    Evaluation evaluation =
        evaluator.unknownQueries(UnknownQueries.COUNT).measure(run, Measure.map());
    assertEquals(1, evaluation.mean(Measure.map()));
    assertEquals(1, evaluation.coverage().unknown());
    assertEquals(1, evaluation.coverage().hits());
  }

  @Test
  void reportsJudgmentsOfPassagesThatTheCollectionLacks() {
    Judgments judgments = new Judgments(Map.of("q", Map.of("p1", 1, "p01", 1)));
    Evaluation evaluation =
        Evaluator.of(judgments)
            .corpus(Set.of("p01", "p02"))
            .measure(Map.of("q", ranking("p01")), Measure.recall(10));
    assertEquals(Map.of("q", Map.of("p1", 1)), evaluation.coverage().absent().grades());
    assertEquals(0.5, evaluation.mean(Measure.recall(10)), EXACT, "the figure itself stays");
  }

  @Test
  void refusesToMeasureNothing() {
    assertThrows(EvaluationException.class, () -> Evaluator.of(new Judgments(Map.of())));
    Evaluator evaluator = Evaluator.of(new Judgments(Map.of("q", GRADES)));
    assertThrows(EvaluationException.class, () -> evaluator.measure(Map.of(), List.of()));
    EvaluationException e =
        assertThrows(
            EvaluationException.class,
            () -> evaluator.measure(Map.of(), Measure.map()).mean(Measure.ndcg(10)));
    assertMentions(e, "ndcg@10", "[map]");
  }

  private static double value(String measure) {
    return value(measure, RANKING);
  }

  private static double value(String measure, List<Hit> ranking) {
    Measure parsed = Measure.parse(measure);
    return Evaluator.of(new Judgments(Map.of("q", GRADES)))
        .measure(Map.of("q", ranking), parsed)
        .mean(parsed);
  }

  private static List<Hit> ranking(String... ids) {
    return IntStream.range(0, ids.length).mapToObj(i -> new Hit(ids[i], -i)).toList();
  }

  private static void assertMentions(Exception e, String... parts) {
    for (String part : parts) {
      assertTrue(
          e.getMessage().contains(part), () -> "<" + e.getMessage() + "> lacks <" + part + ">");
    }
  }
}
