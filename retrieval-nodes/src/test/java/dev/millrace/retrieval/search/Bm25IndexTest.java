package dev.millrace.retrieval.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.retrieval.corpus.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Bm25IndexTest {
  private static final Bm25Settings PLAIN = new Bm25Settings(0.9f, 0.4f, TextAnalysis.STANDARD);

  @Test
  void scoresByTheFormula() {
    try (Bm25Index index = Bm25Index.of(passages("red fox", "red red dog", "owl"), PLAIN)) {
      // N = 3, lengths 2, 3, 1, mean 2. "red" is in 2: idf = ln(1 + (3 - 2 + .5) / (2 + .5)) = ln
      // 1.6.
      // score = idf * tf / (tf + k1 * (1 - b + b * length / mean)), Lucene leaves (k1 + 1) out:
      // p0: tf 1, length 2: 1 / (1 + .9 * 1.0); p1: tf 2, length 3: 2 / (2 + .9 * 1.2).
      List<Hit> hits = index.search("RED", 10);
      assertEquals(List.of("p1", "p0"), ids(hits));
      assertEquals(Math.log(1.6) * 2 / (2 + .9 * 1.2), hits.get(0).score(), 1e-6);
      assertEquals(Math.log(1.6) / (1 + .9 * 1.0), hits.get(1).score(), 1e-6);
      // Twice in the query counts twice; "dog" is in 1: idf = ln(1 + 2.5 / 1.5).
      Hit best = index.search("red dog red", 1).get(0);
      double dog = Math.log(1 + 2.5 / 1.5) / (1 + .9 * 1.2);
      assertEquals(2 * Math.log(1.6) * 2 / (2 + .9 * 1.2) + dog, best.score(), 1e-6);
    }
  }

  @Test
  void equalsTheFormulaOnRandomPassages() {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      texts.add(words(random, 1 + random.nextInt(30), 50));
    }
    PlainBm25 plain = new PlainBm25(texts, 0.9, 0.4);
    try (Bm25Index index = Bm25Index.of(passages(texts.toArray(String[]::new)), PLAIN)) {
      for (int q = 0; q < 50; q++) {
        String query = words(random, 1 + random.nextInt(8), 60);
        for (Hit hit : index.search(query, 1000)) {
          int ordinal = Integer.parseInt(hit.id().substring(1));
          assertEquals(plain.score(query, ordinal), hit.score(), 1e-4, query);
        }
        assertEquals(plain.matches(query), index.search(query, 1000).size());
      }
    }
  }

  @Test
  void ordersEqualScoresByPositionHoweverManyAreAskedFor() {
    String[] texts = new String[3000];
    Arrays.fill(texts, "same words here");
    try (Bm25Index index = Bm25Index.of(passages(texts), PLAIN)) {
      List<String> all = IntStream.range(0, 3000).mapToObj(i -> "p" + i).toList();
      assertEquals(all, ids(index.search("words", 5000)));
      assertEquals(all.subList(0, 7), ids(index.search("words", 7)));
    }
  }

  @Test
  void takesAnyTextForABagOfWords() {
    try (Bm25Index index = Bm25Index.of(passages("foo:bar", "and", "foo"), PLAIN)) {
      assertEquals(List.of("p0", "p1"), ids(index.search("foo:bar AND (", 10)));
      assertEquals(List.of("p2"), ids(index.search("+foo -bar^9 ~\"*?[ TO }\\ /x/ ||", 10)));
    }
  }

  @Test
  void findsNothingForAQueryWithoutTerms() {
    try (Bm25Index index = Bm25Index.of(passages("the fox"))) {
      assertEquals(List.of(), index.search("", 10));
      assertEquals(List.of(), index.search(" ?! ", 10));
      assertEquals(List.of(), index.search("the", 10), "a stop word");
      assertEquals(List.of(), index.search("unknown", 10));
    }
    try (Bm25Index index = Bm25Index.of(List.of())) {
      assertEquals(List.of(), index.search("fox", 10));
    }
  }

  @Test
  void stemsInEnglishOnly() {
    try (Bm25Index english = Bm25Index.of(passages("running foxes"));
        Bm25Index standard = Bm25Index.of(passages("running foxes"), PLAIN)) {
      assertEquals(List.of("p0"), ids(english.search("fox runs", 10)));
      assertEquals(List.of(), standard.search("fox runs", 10));
    }
  }

  @Test
  void findsWhatStandsInTheTitle() {
    List<Passage> passages = List.of(new Passage("a", "Tides", "The moon pulls."));
    try (Bm25Index index = Bm25Index.of(passages)) {
      assertEquals(List.of("a"), ids(index.search("tide", 10)));
    }
  }

  @Test
  void handlesMoreTermsThanLuceneAllowsInOneQuery() {
    String many = IntStream.range(0, 3000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    try (Bm25Index index = Bm25Index.of(passages("w1 w2", "w2999", "other", "w5 w2999"), PLAIN)) {
      List<Hit> hits = index.search(many, 10);
      assertEquals(List.of("p0", "p3", "p1"), ids(hits));
      Hit few = index.search("w2999", 10).get(0);
      assertEquals(few.score(), hits.get(2).score(), 1e-6);
      assertEquals(List.of("p0"), ids(index.search(many, 1)));
    }
  }

  @Test
  void givesTheSameFromManyThreads() throws InterruptedException, ExecutionException {
    Random random = new Random(3);
    String[] texts =
        IntStream.range(0, 500).mapToObj(i -> words(random, 20, 80)).toArray(String[]::new);
    List<String> queries = IntStream.range(0, 100).mapToObj(i -> words(random, 5, 80)).toList();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try (Bm25Index index = Bm25Index.of(passages(texts), PLAIN)) {
      List<List<Hit>> alone = queries.stream().map(query -> index.search(query, 20)).toList();
      List<Future<List<Hit>>> together = new ArrayList<>();
      for (String query : queries) {
        together.add(pool.submit(() -> index.search(query, 20)));
      }
      for (int i = 0; i < queries.size(); i++) {
        assertEquals(alone.get(i), together.get(i).get());
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void refusesAPassageTwice() {
    List<Passage> twice = List.of(new Passage("x", "", "a"), new Passage("x", "", "b"));
    Exception e = assertThrows(IllegalArgumentException.class, () -> Bm25Index.of(twice));
    assertTrue(e.getMessage().contains("\"x\" is number 0 and number 1"), e::getMessage);
  }

  @Test
  void refusesToSearchForNothingOrAfterClosing() {
    Bm25Index index = Bm25Index.of(passages("a"));
    assertThrows(IllegalArgumentException.class, () -> index.search("a", 0));
    index.close();
    index.close();
    assertThrows(IllegalStateException.class, () -> index.search("a", 1));
  }

  @Test
  void refusesSettingsOutOfRange() {
    for (float k1 : new float[] {-1, Float.NaN, Float.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class, () -> new Bm25Settings(k1, 0, TextAnalysis.ENGLISH));
    }
    for (float b : new float[] {-0.1f, 1.1f, Float.NaN}) {
      assertThrows(
          IllegalArgumentException.class, () -> new Bm25Settings(1, b, TextAnalysis.ENGLISH));
    }
  }

  private static String words(Random random, int count, int vocabulary) {
    return IntStream.range(0, count)
        .mapToObj(i -> "w" + random.nextInt(vocabulary))
        .collect(Collectors.joining(" "));
  }

  private static List<Passage> passages(String... texts) {
    return IntStream.range(0, texts.length)
        .mapToObj(i -> new Passage("p" + i, "", texts[i]))
        .toList();
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(Hit::id).toList();
  }
}
