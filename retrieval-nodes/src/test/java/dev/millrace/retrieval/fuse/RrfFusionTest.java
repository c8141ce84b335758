package dev.millrace.retrieval.fuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.search.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RrfFusionTest {
  private final RrfFusion rrf = new RrfFusion(60);

  @Test
  void sumsReciprocalRanks() {
    List<Hit> fused = rrf.fuse(ranking("a", "b", "c"), ranking("c", "a"));
    // a: ranks 1 and 2, 1/61 + 1/62; c: ranks 3 and 1, 1/63 + 1/61; b: rank 2, 1/62.
    assertEquals(List.of("a", "c", "b"), ids(fused));
    assertEquals(1 / 61.0 + 1 / 62.0, fused.get(0).score(), 1e-16);
    assertEquals(1 / 63.0 + 1 / 61.0, fused.get(1).score(), 1e-16);
    assertEquals(1 / 62.0, fused.get(2).score());
  }

  @Test
  void breaksTiesByTheBestSingleRank() {
    // Equal sums of different ranks: 1/66 + 1/132 = 3/132 = 1/44 = 1/88 + 1/88.
    List<String> one = names("x", 72);
    List<String> other = names("y", 72);
    one.set(5, "zebra");
    other.set(71, "zebra");
    one.set(27, "ant");
    other.set(27, "ant");
    List<Hit> fused = rrf.fuse(ranking(one), ranking(other));
    assertEquals(List.of("zebra", "ant"), ids(fused).subList(0, 2), "rank 6 before rank 28");
    assertEquals(fused.get(0).score(), fused.get(1).score(), "the tie must be exact");
  }

  @Test
  void breaksTiesByTheNumberOfRankings() {
    RrfFusion weighted = new RrfFusion(0, List.of(2.0, 1.0, 1.0));
    List<Hit> fused =
        weighted.fuse(List.of(ranking("a-once"), ranking("b-twice"), ranking("b-twice")));
    // a: 2/1; b: 1/1 + 1/1; both have best rank 1, b is in two rankings.
    assertEquals(List.of(new Hit("b-twice", 2), new Hit("a-once", 2)), fused);
  }

  @Test
  void breaksTheLastTiesById() {
    List<Hit> fused = rrf.fuse(ranking("b", "a"), ranking("a", "b"));
    assertEquals(List.of("a", "b"), ids(fused));
    assertEquals(fused.get(0).score(), fused.get(1).score());
  }

  @Test
  void keepsTheBestPlaceOfARepeatedPassage() {
    List<Hit> fused = rrf.fuse(List.of(ranking("a", "b", "a", "c")));
    // a counts at rank 1 only; c stays at rank 4.
    assertEquals(
        List.of(new Hit("a", 1 / 61.0), new Hit("b", 1 / 62.0), new Hit("c", 1 / 64.0)), fused);
  }

  @Test
  void weighsRankings() {
    List<Hit> fused =
        new RrfFusion(60, List.of(0.25, 0.75)).fuse(ranking("a", "b"), ranking("b", "a"));
    // a: .25/61 + .75/62; b: .25/62 + .75/61.
    assertEquals(List.of("b", "a"), ids(fused));
    assertEquals(.25 / 62 + .75 / 61, fused.get(0).score(), 1e-16);
    assertEquals(.25 / 61 + .75 / 62, fused.get(1).score(), 1e-16);
  }

  @Test
  void staysExactWhereOneFractionOfLongsNoLongerDoes() {
    // Twelve rankings, twice the same ranks in another order: 61 * 62 * … * 72 is beyond 2^53.
    List<List<Hit>> rankings = new ArrayList<>();
    for (int r = 0; r < 12; r++) {
      List<String> names = names("filler" + r + "-", 12);
      names.set(r, "a");
      names.set(11 - r, "b");
      rankings.add(ranking(names));
    }
    List<Hit> fused = rrf.fuse(rankings);
    double sum = IntStream.rangeClosed(61, 72).mapToDouble(d -> 1.0 / d).sum();
    assertEquals(List.of("a", "b"), ids(fused).subList(0, 2));
    assertEquals(sum, fused.get(0).score(), 1e-15);
    assertEquals(fused.get(0).score(), fused.get(1).score());
  }

  @Test
  void fusesNothingToNothing() {
    assertEquals(List.of(), rrf.fuse(List.of()));
    assertEquals(List.of(), rrf.fuse(List.of(), List.of()));
  }

  @Test
  void refusesARankingThatIsNotSorted() {
    List<Hit> rising = List.of(new Hit("a", 1), new Hit("b", 2));
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> rrf.fuse(ranking("a"), rising));
    assertTrue(e.getMessage().contains("ranking 2 is not sorted"), e::getMessage);
    assertTrue(e.getMessage().contains("rank 2"), e::getMessage);
  }

  @Test
  void refusesWeightsThatDoNotFit() {
    RrfFusion two = new RrfFusion(60, List.of(1.0, 1.0));
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> two.fuse(List.of(ranking("a"))));
    assertTrue(e.getMessage().contains("2 weights for 1 rankings"), e::getMessage);
    for (double weight : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class, () -> new RrfFusion(60, List.of(weight)), "" + weight);
    }
    assertThrows(IllegalArgumentException.class, () -> new RrfFusion(-1));
  }

  private static List<String> names(String prefix, int count) {
    return new ArrayList<>(IntStream.range(0, count).mapToObj(i -> prefix + i).toList());
  }

  private static List<Hit> ranking(String... ids) {
    return ranking(List.of(ids));
  }

  private static List<Hit> ranking(List<String> ids) {
    return IntStream.range(0, ids.size()).mapToObj(i -> new Hit(ids.get(i), -i)).toList();
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(Hit::id).toList();
  }
}
