package dev.millrace.retrieval.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaxSimIndexTest {
  @Test
  void ranksByTheSumOfMaxima() {
    MaxSimIndex index =
        MaxSimIndex.of(
            List.of("one", "both"),
            List.of(
                Embedding.of(new float[][] {{9, 0}}),
                Embedding.of(new float[][] {{5, 0}, {0, 5}})));
    // Against (1, 0) and (0, 1): one 9 + 0, both 5 + 5.
    assertEquals(
        List.of(new Hit("both", 10), new Hit("one", 9)),
        index.search(Embedding.of(new float[][] {{1, 0}, {0, 1}}), 10));
  }

  @Test
  void neverFindsAPassageWithoutTokens() {
    Slab slab = Slab.allocate(3, 2);
    MaxSimIndex index =
        MaxSimIndex.of(List.of("empty", "some"), List.of(slab.rows(1, 0), slab.rows(0, 3)));
    assertEquals(List.of(new Hit("some", 0)), index.search(Embedding.of(-1, -1), 10));
    assertEquals(List.of(), index.search(slab.rows(0, 0), 10), "a query without tokens");
    assertEquals(2, index.size());
  }

  @Test
  void ordersEqualScoresAsTheyWereIndexed() {
    Embedding same = Embedding.of(1, 1);
    MaxSimIndex index = MaxSimIndex.of(List.of("c", "a", "b"), List.of(same, same, same.copy()));
    assertEquals(List.of("c", "a", "b"), index.search(same, 3).stream().map(Hit::id).toList());
    assertEquals(List.of("c"), index.search(same, 1).stream().map(Hit::id).toList());
  }

  @Test
  void givesTheSameFromManyThreads() throws InterruptedException, ExecutionException {
    Random random = new Random(12);
    Slab slab = Slab.allocate(20_000, 24);
    FloatBuffer floats = slab.floats(0, slab.rows());
    for (int i = 0; i < floats.capacity(); i++) {
      floats.put(i, random.nextFloat() - 0.5f);
    }
    List<Embedding> documents = new ArrayList<>();
    for (int row = 0; row < slab.rows(); row += 40) {
      documents.add(slab.rows(row, 1 + random.nextInt(40)));
    }
    List<String> ids = IntStream.range(0, documents.size()).mapToObj(i -> "p" + i).toList();
    MaxSimIndex index = MaxSimIndex.of(ids, documents);
    List<Embedding> queries =
        IntStream.range(0, 40).mapToObj(i -> slab.rows(random.nextInt(19_000), 1 + i)).toList();
    List<List<Hit>> alone = queries.stream().map(query -> index.search(query, 25)).toList();
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try {
      List<Future<List<Hit>>> together = new ArrayList<>();
      for (Embedding query : queries) {
        together.add(pool.submit(() -> index.search(query, 25)));
      }
      for (int i = 0; i < queries.size(); i++) {
        assertEquals(alone.get(i), together.get(i).get());
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    Embedding vector = Embedding.of(1, 2);
    MaxSimIndex index = MaxSimIndex.of(List.of("a"), List.of(vector));
    assertThrows(IllegalArgumentException.class, () -> index.search(vector, -1));
    assertThrows(IllegalArgumentException.class, () -> index.search(Embedding.of(1), 1));
    assertThrows(IllegalArgumentException.class, () -> MaxSimIndex.of(List.of(), List.of(vector)));
    MaxSimIndex bad = MaxSimIndex.of(List.of("bad"), List.of(Embedding.of(Float.NaN, 0)));
    Exception e = assertThrows(IllegalArgumentException.class, () -> bad.search(vector, 1));
    assertTrue(e.getMessage().contains("\"bad\" scores NaN"), e::getMessage);
  }
}
