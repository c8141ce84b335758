package dev.millrace.retrieval.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.corpus.Judgments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SignificanceTest {
  private static final Measure MEASURE = Measure.ndcg(10);

  private static Evaluation values(Map<String, Double> values) {
    Map<String, Map<Measure, Double>> perQuery = new LinkedHashMap<>();
    values.forEach((query, value) -> perQuery.put(query, Map.of(MEASURE, value)));
    double mean = values.values().stream().mapToDouble(each -> each).average().orElse(0);
    Coverage coverage = new Coverage(values.size(), 0, 0, 0, 0, 0, new Judgments(Map.of()));
    return new Evaluation(Map.of(MEASURE, mean), perQuery, coverage);
  }

  private static Evaluation values(double... values) {
    Map<String, Double> byQuery = new LinkedHashMap<>();
    IntStream.range(0, values.length).forEach(i -> byQuery.put("q" + i, values[i]));
    return values(byQuery);
  }

  private static double[] random(Random random, int count, double more) {
    return random.doubles(count).map(each -> each + more).toArray();
  }

  @Test
  void whatIsSeenOnceInAllWaysToExchange() {
    // Each of four queries is better: as far apart are the means only if all or none are exchanged.
    Comparison comparison =
        Significance.of(values(.5, .6, .7, .8), values(.4, .4, .4, .4), MEASURE);
    assertEquals(2.0 / 16, comparison.p());
    assertEquals(.25, comparison.difference(), 1e-12);
    assertEquals(4, comparison.queries());
    assertEquals(4, comparison.better());
    assertEquals(0, comparison.worse());
  }

  @Test
  void whatIsEvenSaysNothing() {
    Comparison comparison = Significance.of(values(.5, .5, 0), values(.5, .5, 0), MEASURE);
    assertEquals(1, comparison.p());
    assertEquals(0, comparison.better() + comparison.worse());
    double p = Significance.of(values(.5, .6, .7), values(.4, .4, .4), MEASURE).p();
    assertEquals(p, Significance.of(values(.5, .6, .7, .1), values(.4, .4, .4, .1), MEASURE).p());
  }

  /** The oracle: the same by the definition, over all exchanges of the values themselves. */
  @Property(tries = 100)
  void fewQueriesAreComparedExactly(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int queries) {
    Random random = new Random(seed);
    double[] one = random(random, queries, .2);
    double[] other = random(random, queries, 0);
    int asFar = 0;
    double seen = Math.abs(mean(one) - mean(other));
    for (int exchanged = 0; exchanged < 1 << queries; exchanged++) {
      double[] left = one.clone();
      double[] right = other.clone();
      for (int i = 0; i < queries; i++) {
        if ((exchanged >> i & 1) == 1) {
          left[i] = other[i];
          right[i] = one[i];
        }
      }
      asFar += Math.abs(mean(left) - mean(right)) >= seen - 1e-12 ? 1 : 0;
    }
    assertEquals(
        (double) asFar / (1 << queries),
        Significance.of(values(one), values(other), MEASURE).p(),
        1e-12);
  }

  private static double mean(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
  }

  /** Seventeen queries are drawn from; an eighteenth, that is even, changes nothing of it. */
  @Property(tries = 20)
  void manyAreComparedAboutAsExactly(@ForAll long seed) {
    Random random = new Random(seed);
    double[] one = random(random, 17, .1);
    double[] other = random(random, 17, 0);
    double[] differences = IntStream.range(0, 17).mapToDouble(i -> one[i] - other[i]).toArray();
    int asFar = 0;
    double seen = Math.abs(IntStream.range(0, 17).mapToDouble(i -> differences[i]).sum());
    for (int signs = 0; signs < 1 << 17; signs++) {
      double sum = 0;
      for (int i = 0; i < 17; i++) {
        sum += (signs >> i & 1) == 0 ? differences[i] : -differences[i];
      }
      asFar += Math.abs(sum) >= seen - 1e-12 ? 1 : 0;
    }
    double p = Significance.of(values(one), values(other), MEASURE).p();
    assertEquals((double) asFar / (1 << 17), p, .01);
  }

  @Property(tries = 20)
  void neitherTheOrderOfQueriesNorThatOfRunsMatters(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int queries) {
    Random random = new Random(seed);
    Map<String, Double> one = new LinkedHashMap<>();
    Map<String, Double> other = new LinkedHashMap<>();
    List<String> names =
        new ArrayList<>(IntStream.range(0, queries).mapToObj(i -> "q" + i).toList());
    for (String name : names) {
      one.put(name, random.nextDouble());
      other.put(name, random.nextInt(4) == 0 ? one.get(name) : random.nextDouble());
    }
    Collections.shuffle(names, random);
    Map<String, Double> shuffled = new LinkedHashMap<>();
    names.forEach(name -> shuffled.put(name, one.get(name)));
    Comparison straight = Significance.of(values(one), values(other), MEASURE);
    Comparison turned = Significance.of(values(other), values(shuffled), MEASURE);
    assertEquals(straight.p(), turned.p());
    assertEquals(straight.better(), turned.worse());
    assertEquals(straight.difference(), -turned.difference(), 1e-12);
    assertTrue(straight.p() > 0 && straight.p() <= 1);
  }

  @Test
  void onlyWhatIsMeasuredByTheSameJudgmentsIsCompared() {
    EvaluationException e =
        assertThrows(
            EvaluationException.class,
            () -> Significance.of(values(.1, .2), values(.1, .2, .3), MEASURE));
    assertTrue(e.getMessage().contains("\"q2\""), e::getMessage);
    assertThrows(
        EvaluationException.class, () -> Significance.of(values(.1), values(.1), Measure.map()));
  }

  @Test
  void gradesThatAreTooHighForTheirGainAreRefused() {
    Judgments judgments = new Judgments(Map.of("q", Map.of("p", 51)));
    EvaluationException e =
        assertThrows(
            EvaluationException.class,
            () -> Evaluator.of(judgments).measure(Map.of(), Measure.ndcgExp(10)));
    assertTrue(e.getMessage().contains("51"), e::getMessage);
  }
}
