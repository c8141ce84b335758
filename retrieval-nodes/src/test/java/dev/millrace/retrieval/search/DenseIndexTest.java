package dev.millrace.retrieval.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DenseIndexTest {
  @Test
  void ranksByCosine() {
    DenseIndex index =
        DenseIndex.of(
            List.of("far", "near", "opposite"),
            List.of(Embedding.of(0, 5), Embedding.of(3, 4), Embedding.of(-2, 0)));
    List<Hit> hits = index.search(Embedding.of(2, 0), 10);
    // (3, 4) has length 5: 3 * 2 / (5 * 2) = 0.6.
    assertEquals(List.of("near", "far", "opposite"), ids(hits));
    assertEquals(0.6, hits.get(0).score(), 1e-7);
    assertEquals(0, hits.get(1).score(), 1e-7);
    assertEquals(-1, hits.get(2).score(), 1e-7);
  }

  @Test
  void ranksByDotProductWhenAsked() {
    DenseIndex index =
        DenseIndex.of(
            List.of("long", "short"),
            List.of(Embedding.of(3, 4), Embedding.of(1, 0)),
            Similarity.DOT);
    assertEquals(
        List.of(new Hit("long", 6), new Hit("short", 2)), index.search(Embedding.of(2, 0), 10));
  }

  @Test
  void scoresAVectorOfZerosAsZero() {
    DenseIndex index =
        DenseIndex.of(
            List.of("zero", "minus", "one"),
            List.of(Embedding.of(0, 0), Embedding.of(-1, 0), Embedding.of(1, 0)));
    assertEquals(List.of("one", "zero", "minus"), ids(index.search(Embedding.of(1, 0), 3)));
    assertEquals(
        List.of("zero", "minus", "one"), ids(index.search(Embedding.of(0, 0), 3)), "all equal");
  }

  @Test
  void equalsTheDefinitionOverSeveralSlabs() {
    Random random = new Random(4);
    List<Embedding> vectors = new ArrayList<>();
    while (vectors.size() < 5000) {
      Slab slab = Slab.allocate(1 + random.nextInt(700), 48);
      FloatBuffer floats = slab.floats(0, slab.rows());
      for (int i = 0; i < floats.capacity(); i++) {
        floats.put(i, random.nextFloat() - 0.5f);
      }
      IntStream.range(0, slab.rows()).mapToObj(slab::row).forEach(vectors::add);
    }
    List<String> ids = IntStream.range(0, vectors.size()).mapToObj(i -> "p" + i).toList();
    DenseIndex index = DenseIndex.of(ids, vectors);
    for (int q = 0; q < 10; q++) {
      Embedding query = vectors.get(random.nextInt(vectors.size()));
      List<Hit> hits = index.search(query, 20);
      List<Double> best =
          vectors.stream()
              .map(vector -> cosine(query, vector))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (int rank = 0; rank < 20; rank++) {
        Hit hit = hits.get(rank);
        assertEquals(best.get(rank), hit.score(), 1e-6);
        Embedding found = vectors.get(Integer.parseInt(hit.id().substring(1)));
        assertEquals(cosine(query, found), hit.score(), 1e-6);
      }
    }
  }

  @Test
  void ordersEqualScoresAsTheyWereIndexed() {
    Embedding same = Embedding.of(1, 1);
    DenseIndex index = DenseIndex.of(List.of("c", "a", "b"), List.of(same, same.copy(), same));
    assertEquals(List.of("c", "a"), ids(index.search(same, 2)));
    assertEquals(List.of("c", "a", "b"), ids(index.search(same, 9)));
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertEquals(List.of(), DenseIndex.of(List.of(), List.of()).search(Embedding.of(1), 5));
  }

  @Test
  void refusesWhatDoesNotFit() {
    Embedding matrix = Embedding.of(new float[][] {{1, 2}, {3, 4}});
    Embedding vector = Embedding.of(1, 2);
    assertMentions(
        assertThrows(
            IllegalArgumentException.class, () -> DenseIndex.of(List.of("m"), List.of(matrix))),
        "\"m\" has 2 vectors");
    assertMentions(
        assertThrows(
            IllegalArgumentException.class,
            () -> DenseIndex.of(List.of("a", "b"), List.of(vector))),
        "2 ids for 1 embeddings");
    assertMentions(
        assertThrows(
            IllegalArgumentException.class,
            () -> DenseIndex.of(List.of("a", "a"), List.of(vector, vector))),
        "\"a\" is number 0 and number 1");
    DenseIndex index = DenseIndex.of(List.of("a"), List.of(vector));
    assertMentions(
        assertThrows(IllegalArgumentException.class, () -> index.search(matrix, 1)),
        "the query has 2 vectors");
    assertMentions(
        assertThrows(IllegalArgumentException.class, () -> index.search(vector, 0)), "k is 0");
  }

  @Test
  void namesAPassageWhoseVectorIsNotANumber() {
    DenseIndex index =
        DenseIndex.of(
            List.of("good", "bad"), List.of(Embedding.of(1, 2), Embedding.of(1, Float.NaN)));
    assertMentions(
        assertThrows(IllegalArgumentException.class, () -> index.search(Embedding.of(1, 2), 1)),
        "\"bad\"");
  }

  private static double cosine(Embedding one, Embedding other) {
    double dot = 0;
    double ones = 0;
    double others = 0;
    for (int i = 0; i < one.dim(); i++) {
      dot += (double) one.get(0, i) * other.get(0, i);
      ones += (double) one.get(0, i) * one.get(0, i);
      others += (double) other.get(0, i) * other.get(0, i);
    }
    return dot / Math.sqrt(ones * others);
  }

  private static void assertMentions(Exception e, String part) {
    assertTrue(e.getMessage().contains(part), e::getMessage);
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(Hit::id).toList();
  }
}
