package dev.millrace.retrieval.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ndcg",
        "ndcg@10",
        "ndcg-exp",
        "ndcg-exp@10",
        "recall@100",
        "mrr",
        "mrr@10",
        "map",
        "map@5",
        "p@5",
        "judged@3"
      })
  void printsAsItIsParsed(String printed) {
    assertEquals(printed, Measure.parse(printed).toString());
  }

  @Test
  void hasANameForEachInCode() {
    assertEquals(Measure.parse("nDCG@10"), Measure.ndcg(10));
    assertEquals(Measure.parse("nDCG-exp@10"), Measure.ndcgExp(10));
    assertEquals(Measure.parse("recall@100"), Measure.recall(100));
    assertEquals(Measure.parse(" MRR "), Measure.mrr());
    assertEquals(Measure.parse("mrr@10"), Measure.mrr(10));
    assertEquals(Measure.parse("map"), Measure.map());
    assertEquals(Measure.parse("P@5"), Measure.precision(5));
    assertEquals(Measure.parse("judged@10"), Measure.judged(10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ndgc@10",
        "ndcg@",
        "ndcg@0",
        "ndcg@-1",
        "ndcg@ten",
        "ndcg@9999999999",
        "p@5@6"
      })
  void refusesWhatItDoesNotKnow(String printed) {
    EvaluationException e = assertThrows(EvaluationException.class, () -> Measure.parse(printed));
    assertTrue(e.getMessage().contains("\"" + printed + "\""), e::getMessage);
    assertTrue(e.getMessage().contains("ndcg[@k], recall@k"), e::getMessage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"recall", "p", "judged"})
  void refusesToDoWithoutACutWhereItIsNothingWithout(String printed) {
    EvaluationException e = assertThrows(EvaluationException.class, () -> Measure.parse(printed));
    assertTrue(e.getMessage().contains(printed + "@10"), e::getMessage);
  }

  @Test
  void refusesACutBelowOne() {
    assertThrows(EvaluationException.class, () -> Measure.ndcg(0));
    assertThrows(EvaluationException.class, () -> Measure.mrr(-1));
    assertThrows(EvaluationException.class, () -> new Measure(Measure.Kind.MAP, -1));
  }
}
