package dev.millrace.retrieval.maxsim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every law holds for every kernel. */
class MaxSimTest {
  private static final double NONE = Double.NEGATIVE_INFINITY;

  @ParameterizedTest
  @ValueSource(strings = {"ort", "portable"})
  void sumsTheGreatestProductOfEachQueryToken(String kernel) {
    Embedding query = Embedding.of(new float[][] {{1, 0}, {0, 2}});
    List<Embedding> documents =
        List.of(
            Embedding.of(new float[][] {{3, 1}, {1, 4}, {2, 2}}),
            Embedding.of(new float[][] {{5, -1}}));
    // First: max(3, 1, 2) + max(2, 8, 4) = 11; second: 5 - 2 = 3.
    assertArrayEquals(new double[] {11, 3}, scores(kernel, query, documents));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ort", "portable"})
  void doesNotLiftNegativeMaximaToZero(String kernel) {
    Embedding query = Embedding.of(1, 0);
    List<Embedding> documents = List.of(Embedding.of(new float[][] {{-1, 0}, {-0.5f, 0}}));
    assertArrayEquals(new double[] {-0.5}, scores(kernel, query, documents));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ort", "portable"})
  void hasNoScoreWhereOneSideHasNoTokens(String kernel) {
    Slab slab = Slab.allocate(4, 3);
    List<Embedding> documents = List.of(slab.rows(0, 0), slab.rows(1, 2), slab.rows(4, 0));
    assertArrayEquals(
        new double[] {NONE, 0, NONE}, scores(kernel, Embedding.of(1, 2, 3), documents));
    assertArrayEquals(new double[] {NONE, NONE, NONE}, scores(kernel, slab.rows(2, 0), documents));
    assertArrayEquals(new double[0], scores(kernel, Embedding.of(1, 2, 3), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ort", "portable"})
  void equalsTheDefinition(String kernel) {
    Random random = new Random(11);
    for (int dim : new int[] {1, 2, 3, 7, 17, 64, 130, 384, 1030}) {
      List<Embedding> documents = documents(random, dim, 20, 70);
      for (int tokens : new int[] {1, 2, 15, 16, 17, 32, 45}) {
        Embedding query = matrix(random, tokens, dim);
        double[] scores = scores(kernel, query, documents);
        for (int d = 0; d < scores.length; d++) {
          double expected = PlainMaxSim.score(query, documents.get(d));
          assertEquals(expected, scores[d], 1e-5 * tokens * Math.sqrt(dim), "document " + d);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ort", "portable"})
  void scoresADocumentToTheBitAsIfItWereAlone(String kernel) {
    Random random = new Random(5);
    for (int dim : new int[] {1, 5, 31, 128, 384, 768, 1100}) {
      List<Embedding> documents = documents(random, dim, 60, 90);
      for (int tokens : new int[] {1, 7, 16, 32, 33, 130}) {
        Embedding query = matrix(random, tokens, dim);
        double[] together = scores(kernel, query, documents);
        for (int d = 0; d < documents.size(); d++) {
          Embedding document = documents.get(d);
          assertEquals(together[d], scores(kernel, query, List.of(document))[0], "in its slab");
          if (document.rows() > 0) {
            double moved = scores(kernel, query, List.of(document.copy()))[0];
            assertEquals(together[d], moved, "in a slab of its own");
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ort", "portable"})
  void doesNotDependOnTheOrderOfTheDocuments(String kernel) {
    Random random = new Random(6);
    List<Embedding> documents = documents(random, 48, 200, 60);
    Embedding query = matrix(random, 20, 48);
    double[] inOrder = scores(kernel, query, documents);
    List<Integer> order = new ArrayList<>();
    documents.forEach(document -> order.add(order.size()));
    Collections.shuffle(order, random);
    double[] shuffled = scores(kernel, query, order.stream().map(documents::get).toList());
    for (int i = 0; i < shuffled.length; i++) {
      assertEquals(inOrder[order.get(i)], shuffled[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ort", "portable"})
  void ignoresTheRowsBetweenDocuments(String kernel) {
    Slab clean = Slab.allocate(12, 4);
    Slab dirty = Slab.allocate(12, 4);
    Random random = new Random(2);
    for (int i = 0; i < 12 * 4; i++) {
      float value = random.nextFloat() - 0.5f;
      clean.floats(0, 12).put(i, value);
      dirty.floats(0, 12).put(i, value);
    }
    // Documents take rows 0-2, 5-6 and 9-11: 3, 4, 7 and 8 are padding.
    dirty.floats(3, 2).put(0, Float.NaN).put(5, 1e30f);
    dirty.floats(7, 2).put(0, Float.POSITIVE_INFINITY).put(7, Float.NaN);
    Embedding query = matrix(random, 3, 4);
    assertArrayEquals(scores(kernel, query, cut(clean)), scores(kernel, query, cut(dirty)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ort", "portable"})
  void scoresDocumentsThatAreLongerThanABlock(String kernel) {
    Random random = new Random(8);
    Slab slab = Slab.allocate(2 * RunPlan.MAX_ROWS + 200, 6);
    fill(slab, random);
    List<Embedding> documents =
        List.of(
            slab.rows(0, RunPlan.MAX_ROWS + 1),
            slab.rows(0, slab.rows()),
            slab.rows(slab.rows() - 1, 1),
            slab.rows(40, RunPlan.MAX_ROWS - 1));
    Embedding query = matrix(random, 5, 6);
    double[] scores = scores(kernel, query, documents);
    for (int d = 0; d < documents.size(); d++) {
      assertEquals(PlainMaxSim.score(query, documents.get(d)), scores[d], 1e-5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ort", "portable"})
  void scoresTheSameRowsTwiceWhereTwoDocumentsShareThem(String kernel) {
    Random random = new Random(9);
    Slab slab = Slab.allocate(10, 4);
    fill(slab, random);
    List<Embedding> documents = List.of(slab.rows(2, 5), slab.rows(2, 5), slab.rows(0, 10));
    Embedding query = matrix(random, 3, 4);
    double[] scores = scores(kernel, query, documents);
    assertEquals(scores[0], scores[1]);
    assertEquals(PlainMaxSim.score(query, documents.get(2)), scores[2], 1e-6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ort", "portable"})
  void givesNotANumberForADocumentThatHoldsOneAndForNoOther(String kernel) {
    Slab slab = Slab.allocate(6, 2);
    slab.floats(0, 6).put(5, Float.NaN);
    double[] scores =
        scores(
            kernel, Embedding.of(1, 1), List.of(slab.rows(0, 2), slab.rows(2, 2), slab.rows(4, 2)));
    assertArrayEquals(new double[] {0, Double.NaN, 0}, scores);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ort", "portable"})
  void refusesWidthsThatDiffer(String kernel) {
    List<Embedding> mixed = List.of(Embedding.of(1, 2), Embedding.of(1, 2, 3));
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> new MaxSim(mixed, KernelsTest.kernel(kernel)));
    assertTrue(e.getMessage().contains("document 1 has 3 dimensions"), e::getMessage);
    Exception other =
        assertThrows(
            IllegalArgumentException.class,
            () -> scores(kernel, Embedding.of(1), List.of(Embedding.of(1, 2))));
    assertTrue(other.getMessage().contains("the query has 1 dimensions"), other::getMessage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ort", "portable"})
  void refusesAQueryThatIsNotANumber(String kernel) {
    Embedding query = Embedding.of(new float[][] {{1, 2}, {3, Float.NaN}});
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> scores(kernel, query, List.of(Embedding.of(1, 2))));
    assertTrue(e.getMessage().contains("vector 1 is NaN at 1"), e::getMessage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ort", "portable"})
  void refusesToReadASlabThatWasClosed(String kernel) {
    Slab slab = Slab.allocate(2, 2);
    MaxSim maxSim = new MaxSim(List.of(slab.rows(0, 2)), KernelsTest.kernel(kernel));
    slab.close();
    assertThrows(IllegalStateException.class, () -> maxSim.scores(Embedding.of(1, 2)));
  }

  private static double[] scores(String kernel, Embedding query, List<Embedding> documents) {
    return new MaxSim(documents, KernelsTest.kernel(kernel)).scores(query);
  }

  private static List<Embedding> cut(Slab slab) {
    return List.of(slab.rows(0, 3), slab.rows(5, 2), slab.rows(9, 3));
  }

  /** Documents of 0 to so many tokens in slabs of a few, with padding between them. */
  private static List<Embedding> documents(Random random, int dim, int count, int longest) {
    List<Embedding> documents = new ArrayList<>();
    while (documents.size() < count) {
      int batch = 1 + random.nextInt(8);
      Slab slab = Slab.allocate(batch * longest, dim);
      fill(slab, random);
      for (int b = 0; b < batch; b++) {
        // Every third document is of 0 to 2 tokens, where a product has the fewest rows.
        int tokens = random.nextInt(random.nextInt(3) == 0 ? 3 : longest + 1);
        documents.add(slab.rows(b * longest, tokens));
      }
      documents.add(matrix(random, 1, dim));
    }
    return documents;
  }

  private static Embedding matrix(Random random, int rows, int dim) {
    Slab slab = Slab.allocate(rows, dim);
    fill(slab, random);
    return slab.rows(0, rows);
  }

  private static void fill(Slab slab, Random random) {
    FloatBuffer floats = slab.floats(0, slab.rows());
    for (int i = 0; i < floats.capacity(); i++) {
      floats.put(i, random.nextFloat() - 0.5f);
    }
  }
}
