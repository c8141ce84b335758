package dev.millrace.retrieval.rerank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.search.Hit;
import dev.millrace.retrieval.search.MaxSimIndex;
import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaxSimRerankerTest {
  private static final Map<String, Embedding> TOKENS =
      Map.of(
          "a", Embedding.of(1, 0),
          "b", Embedding.of(3, 0),
          "c", Embedding.of(2, 0),
          "d", Embedding.of(9, 0),
          "none", Slab.allocate(1, 2).rows(0, 0));

  private static final Embedding QUERY = Embedding.of(1, 1);

  @Test
  void ordersAllCandidatesByMaxSimWhereDepthReaches() {
    List<Hit> hits =
        new MaxSimReranker()
            .rerank(QUERY, List.of(hit("a", 30), hit("b", 20), hit("c", 10)), TOKENS);
    assertEquals(List.of(hit("b", 3), hit("c", 2), hit("a", 1)), hits);
  }

  @Test
  void keepsTheRestInItsOrderBelowAndAtItsDistances() {
    List<Hit> candidates = List.of(hit("a", 30), hit("b", 20), hit("d", 10), hit("c", 4));
    List<Hit> hits = new MaxSimReranker(2).rerank(QUERY, candidates, TOKENS);
    // b 3, a 1; then d just below 1, though 9 by MaxSim, and c 10 - 4 = 6 below that.
    double floor = Math.nextDown(1.0);
    assertEquals(List.of(hit("b", 3), hit("a", 1), hit("d", floor), hit("c", floor - 6)), hits);
  }

  @Test
  void putsCandidatesWithoutTokensOnTopOfTheRest() {
    List<Hit> candidates = List.of(hit("none", 30), hit("a", 20), hit("d", 10));
    List<Hit> hits = new MaxSimReranker(2).rerank(QUERY, candidates, TOKENS);
    assertEquals(List.of("a", "none", "d"), hits.stream().map(Hit::id).toList());
    assertTrue(hits.get(0).score() > hits.get(1).score());
    assertEquals(20, hits.get(1).score() - hits.get(2).score(), 1e-9);
  }

  @Test
  void keepsTheOrderOfCandidatesWithEqualMaxSim() {
    Map<String, Embedding> equal = Map.of("z", QUERY, "a", QUERY, "m", QUERY);
    List<Hit> hits =
        new MaxSimReranker().rerank(QUERY, List.of(hit("z", 3), hit("a", 2), hit("m", 1)), equal);
    assertEquals(List.of(hit("z", 2), hit("a", 2), hit("m", 2)), hits);
  }

  @Test
  void leavesCandidatesAsTheyAreForAQueryWithoutTokens() {
    List<Hit> candidates = List.of(hit("a", 3), hit("b", 2));
    Embedding empty = Slab.allocate(1, 2).rows(0, 0);
    assertEquals(candidates, new MaxSimReranker().rerank(empty, candidates, TOKENS));
    assertEquals(List.of(), new MaxSimReranker().rerank(QUERY, List.of(), TOKENS));
  }

  @Test
  void scoresAsTheIndexDoesToTheBit() {
    Embedding query = Embedding.of(new float[][] {{0.1f, 0.7f, -0.3f}, {0.9f, -0.2f, 0.4f}});
    Embedding one = Embedding.of(new float[][] {{0.3f, 0.1f, 0.2f}, {0.8f, 0.6f, -0.1f}});
    Embedding two = Embedding.of(new float[][] {{-0.3f, 0.4f, 0.5f}});
    List<Hit> found = MaxSimIndex.of(List.of("1", "2"), List.of(one, two)).search(query, 2);
    List<Hit> reranked =
        new MaxSimReranker()
            .rerank(query, List.of(hit("2", 2), hit("1", 1)), Map.of("1", one, "2", two));
    assertEquals(found, reranked);
  }

  @Test
  void namesACandidateWithoutEmbeddingOnlyWithinItsDepth() {
    List<Hit> candidates = List.of(hit("a", 2), hit("unknown", 1));
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new MaxSimReranker(2).rerank(QUERY, candidates, TOKENS));
    assertTrue(e.getMessage().contains("\"unknown\" among 5"), e::getMessage);
    assertEquals(2, new MaxSimReranker(1).rerank(QUERY, candidates, TOKENS).size());
  }

  @Test
  void refusesADepthBelowOne() {
    assertThrows(IllegalArgumentException.class, () -> new MaxSimReranker(0));
  }

  private static Hit hit(String id, double score) {
    return new Hit(id, score);
  }
}
