package dev.millrace.retrieval.fuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.search.Hit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RrfFusionLawsTest {
  @Property(tries = 500)
  void doesNotDependOnTheOrderOfTheRankings(
      @ForAll("rankings") List<List<String>> rankings,
      @ForAll @IntRange(max = 100) int k,
      @ForAll Random random) {
    List<List<String>> shuffled = new ArrayList<>(rankings);
    Collections.shuffle(shuffled, random);
    RrfFusion rrf = new RrfFusion(k);
    assertEquals(rrf.fuse(hits(rankings)), rrf.fuse(hits(shuffled)));
  }

  @Property(tries = 300)
  void weightsTravelWithTheirRankings(
      @ForAll("rankings") List<List<String>> rankings, @ForAll Random random) {
    List<Double> weights = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (int r = 0; r < rankings.size(); r++) {
      weights.add(random.nextDouble() + 0.001);
      order.add(r);
    }
    Collections.shuffle(order, random);
    RrfFusion one = new RrfFusion(60, weights);
    RrfFusion other = new RrfFusion(60, order.stream().map(weights::get).toList());
    assertEquals(
        one.fuse(hits(rankings)), other.fuse(hits(order.stream().map(rankings::get).toList())));
  }

  @Property(tries = 500)
  void ordersAsExactFractionsDo(
      @ForAll("rankings") List<List<String>> rankings, @ForAll @IntRange(max = 100) int k) {
    List<String> fused = new RrfFusion(k).fuse(hits(rankings)).stream().map(Hit::id).toList();
    assertEquals(exactOrder(rankings, k), fused);
  }

  @Property(tries = 200)
  void aBetterRankNeverHurts(
      @ForAll("rankings") List<List<String>> rankings,
      @ForAll @IntRange(max = 5) int list,
      @ForAll @IntRange(min = 1, max = 11) int place) {
    List<String> ranking = rankings.get(list % rankings.size());
    if (place < ranking.size()) {
      String risen = ranking.get(place);
      RrfFusion rrf = new RrfFusion();
      int before = rank(risen, rrf.fuse(hits(rankings)));
      List<String> better = new ArrayList<>(ranking);
      Collections.swap(better, place - 1, place);
      List<List<String>> changed = new ArrayList<>(rankings);
      changed.set(list % rankings.size(), better);
      assertTrue(rank(risen, rrf.fuse(hits(changed))) <= before);
    }
  }

  @Provide
  Arbitrary<List<List<String>>> rankings() {
    return Arbitraries.integers()
        .between(0, 14)
        .map(i -> "p" + i)
        .list()
        .uniqueElements()
        .ofMaxSize(12)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static int rank(String id, List<Hit> hits) {
    return hits.stream().map(Hit::id).toList().indexOf(id);
  }

  private static List<List<Hit>> hits(List<List<String>> rankings) {
    return rankings.stream().map(RrfFusionLawsTest::ranking).toList();
  }

  private static List<Hit> ranking(List<String> ids) {
    return IntStream.range(0, ids.size()).mapToObj(i -> new Hit(ids.get(i), -i)).toList();
  }

  /** Slow and plain: every sum over one common denominator, compared as whole numbers. */
  private static List<String> exactOrder(List<List<String>> rankings, int k) {
    BigInteger common = BigInteger.ONE;
    for (int rank = 1; rank <= 12; rank++) {
      common = common.multiply(BigInteger.valueOf(k + rank));
    }
    Map<String, BigInteger> sum = new HashMap<>();
    Map<String, Integer> best = new HashMap<>();
    Map<String, Integer> lists = new HashMap<>();
    for (List<String> ranking : rankings) {
      for (String id : new TreeSet<>(ranking)) {
        int rank = ranking.indexOf(id) + 1;
        sum.merge(id, common.divide(BigInteger.valueOf(k + rank)), BigInteger::add);
        best.merge(id, rank, Math::min);
        lists.merge(id, 1, Integer::sum);
      }
    }
    List<String> ids = new ArrayList<>(sum.keySet());
    ids.sort(
        Comparator.comparing((String id) -> sum.get(id).negate())
            .thenComparing(best::get)
            .thenComparing(id -> -lists.get(id))
            .thenComparing(Comparator.naturalOrder()));
    return ids;
  }
}
