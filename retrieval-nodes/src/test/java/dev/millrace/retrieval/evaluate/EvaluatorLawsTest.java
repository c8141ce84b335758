package dev.millrace.retrieval.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.corpus.Judgments;
import dev.millrace.retrieval.search.Hit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EvaluatorLawsTest {
  private static final List<String> PRINTED =
      List.of(
          "ndcg@1",
          "ndcg@3",
          "ndcg@10",
          "ndcg",
          "ndcg-exp@3",
          "ndcg-exp",
          "recall@1",
          "recall@5",
          "recall@100",
          "mrr",
          "mrr@3",
          "map",
          "map@4",
          "p@1",
          "p@5",
          "p@30",
          "judged@5");

  private static final List<Measure> MEASURES = PRINTED.stream().map(Measure::parse).toList();

  /** Judgments and a run over the same few names, with ties, holes and missing queries. */
  record Trial(Map<String, Map<String, Integer>> grades, Map<String, List<Hit>> run) {}

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void equalsThePlainDefinitionsOverRandomRuns(@ForAll("trials") Trial trial) {
    Evaluation evaluation = measure(trial, trial.run());
    for (Measure measure : MEASURES) {
      double expected =
          trial.grades().keySet().stream()
              .mapToDouble(query -> PlainMeasures.value(measure.toString(), query, trial))
              .average()
              .orElseThrow();
      assertEquals(expected, evaluation.mean(measure), 1e-12, measure::toString);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void doesNotDependOnTheOrderOfListsUnderTrecPolicy(
      @ForAll("trials") Trial trial, @ForAll Random random) {
    Map<String, List<Hit>> shuffled = new TreeMap<>();
    trial
        .run()
        .forEach(
            (query, hits) -> {
              List<Hit> copy = new ArrayList<>(hits);
              Collections.shuffle(copy, random);
              shuffled.put(query, copy);
            });
    assertEquals(measure(trial, trial.run()), measure(trial, shuffled));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void staysBetweenZeroAndOne(@ForAll("trials") Trial trial) {
    measure(trial, trial.run())
        .perQuery()
        .values()
        .forEach(
            values ->
                values.forEach(
                    (measure, value) ->
                        assertTrue(value >= 0 && value <= 1 + 1e-12, measure + " is " + value)));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void isOneForTheIdealRanking(@ForAll("trials") Trial trial) {
    Map<String, List<Hit>> ideal = new TreeMap<>();
    trial
        .grades()
        .forEach(
            (query, grades) ->
                ideal.put(
                    query,
                    grades.entrySet().stream()
                        .map(e -> new Hit(e.getKey(), e.getValue()))
                        .toList()));
    Evaluation evaluation = measure(trial, ideal);
    for (String query : trial.grades().keySet()) {
      double best = trial.grades().get(query).values().stream().anyMatch(g -> g > 0) ? 1 : 0;
      for (String measure : List.of("ndcg@1", "ndcg@3", "ndcg", "mrr", "map", "recall@100")) {
        assertEquals(best, evaluation.perQuery().get(query).get(Measure.parse(measure)), 1e-12);
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void risesWhenARelevantPassageRises(
      @ForAll("trials") Trial trial, @ForAll @IntRange(min = 1, max = 11) int place) {
    for (String query : trial.run().keySet()) {
      List<Hit> before = TiePolicy.TREC.ranked(trial.run().get(query));
      Map<String, Integer> grades = trial.grades().get(query);
      if (place < before.size()
          && Math.max(0, grades.getOrDefault(before.get(place).id(), 0))
              > Math.max(0, grades.getOrDefault(before.get(place - 1).id(), 0))) {
        List<Hit> after = new ArrayList<>(before);
        Collections.swap(after, place - 1, place);
        JudgedRanking low = new JudgedRanking(before, grades);
        JudgedRanking high = new JudgedRanking(after, grades);
        for (Measure measure : MEASURES) {
          if (measure.kind() != Measure.Kind.JUDGED) {
            assertTrue(high.value(measure) >= low.value(measure) - 1e-12, measure::toString);
          }
        }
        assertTrue(high.value(Measure.parse("ndcg")) > low.value(Measure.parse("ndcg")));
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void recallGrowsWithTheCut(@ForAll("trials") Trial trial) {
    trial
        .run()
        .forEach(
            (query, hits) -> {
              JudgedRanking ranking = new JudgedRanking(hits, trial.grades().get(query));
              for (int cut = 1; cut < 12; cut++) {
                assertTrue(
                    ranking.value(Measure.recall(cut)) <= ranking.value(Measure.recall(cut + 1)));
              }
            });
  }

  private static Evaluation measure(Trial trial, Map<String, List<Hit>> run) {
    return Evaluator.of(new Judgments(trial.grades())).ties(TiePolicy.TREC).measure(run, MEASURES);
  }

  @Provide
  Arbitrary<Trial> trials() {
    Arbitrary<String> names = Arbitraries.integers().between(0, 14).map(i -> "p" + i);
    Arbitrary<Map<String, Integer>> grades =
        Arbitraries.maps(names, Arbitraries.integers().between(-1, 3)).ofMinSize(1).ofMaxSize(10);
    // Few distinct scores, so that most rankings have ties.
    Arbitrary<List<Hit>> rankings =
        Arbitraries.maps(names, Arbitraries.integers().between(0, 4))
            .ofMaxSize(12)
            .map(m -> m.entrySet().stream().map(e -> new Hit(e.getKey(), e.getValue())).toList());
    return Combinators.combine(
            grades.list().ofMinSize(1).ofMaxSize(4),
            rankings.list().ofSize(4),
            Arbitraries.of(0, 1))
        .as(
            (judged, runs, missing) -> {
              Map<String, Map<String, Integer>> byQuery = new TreeMap<>();
              Map<String, List<Hit>> run = new TreeMap<>();
              IntStream.range(0, judged.size()).forEach(i -> byQuery.put("q" + i, judged.get(i)));
              IntStream.range(missing, judged.size()).forEach(i -> run.put("q" + i, runs.get(i)));
              return new Trial(byQuery, run);
            });
  }
}
