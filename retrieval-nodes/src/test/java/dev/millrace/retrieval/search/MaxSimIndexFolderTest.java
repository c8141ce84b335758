package dev.millrace.retrieval.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.Slab;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MaxSimIndexFolderTest {
  @Property(tries = 60)
  void findsTheSameToTheBit(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 100) int count,
      @ForAll @IntRange(min = 1, max = 70) int dim,
      @ForAll @IntRange(min = 1, max = 50_000) int piece)
      throws IOException {
    Random random = new Random(seed);
    int[] rows = random.ints(count, 0, 40).toArray();
    MaxSimIndex index = MaxSimIndex.of(Vectors.ids(count), Vectors.of(random, dim, rows));
    MaxSimIndexFolder codec = new MaxSimIndexFolder(piece);
    try (Store store = new Store()) {
      ByteBuffer blob = store.put(index, codec);
      MaxSimIndex opened = store.again(index, codec);
      assertEquals(count, opened.size());
      for (Embedding query : Vectors.of(random, dim, 0, 1, 5, 33)) {
        int k = 1 + random.nextInt(count + 2);
        assertEquals(index.search(query, k), opened.search(query, k));
      }
      assertEquals(blob, store.put(opened, codec), "the same content is the same folder");
    }
  }

  @Test
  void passagesWithoutTokensAreKeptAndNeverFound() throws Exception {
    Slab slab = Slab.allocate(3, 2);
    for (List<Embedding> tokens :
        List.of(
            List.of(slab.rows(1, 0), slab.rows(0, 3), slab.rows(3, 0)),
            List.of(slab.rows(1, 0), slab.rows(2, 0), slab.rows(3, 0)))) {
      MaxSimIndex index = MaxSimIndex.of(List.of("a", "b", "c"), tokens);
      try (Store store = new Store()) {
        MaxSimIndex opened = store.again(index, new MaxSimIndexFolder());
        assertEquals(3, opened.size());
        Embedding query = Embedding.of(-1, -1);
        assertEquals(index.search(query, 9), opened.search(query, 9));
      }
    }
  }

  @Test
  void givesTheSameFromManyThreads() throws Exception {
    Random random = new Random(5);
    int[] rows = random.ints(300, 0, 60).toArray();
    MaxSimIndex index = MaxSimIndex.of(Vectors.ids(300), Vectors.of(random, 24, rows));
    List<Embedding> queries = Vectors.of(random, 24, random.ints(40, 1, 20).toArray());
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try (Store store = new Store()) {
      MaxSimIndex opened = store.again(index, new MaxSimIndexFolder(9000));
      List<Future<List<Hit>>> together = new ArrayList<>();
      for (Embedding query : queries) {
        together.add(pool.submit(() -> opened.search(query, 25)));
      }
      for (int i = 0; i < queries.size(); i++) {
        assertEquals(index.search(queries.get(i), 25), together.get(i).get());
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aFlippedBitOfWhatIsReadIsAMiss() throws Exception {
    Random random = new Random(6);
    MaxSimIndex index = MaxSimIndex.of(Vectors.ids(20), Vectors.of(random, 4, new int[20]));
    try (Store store = new Store()) {
      ByteBuffer blob = store.put(index, new MaxSimIndexFolder());
      Path passages = store.folder(blob).resolve("passages");
      for (long bit = 0; bit < passages.toFile().length() * 8; bit++) {
        Store.flip(passages, bit);
        assertNull(store.open(blob, new MaxSimIndexFolder()));
        Store.flip(passages, bit);
      }
    }
  }
}
