package dev.millrace.retrieval.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millrace.retrieval.corpus.Passage;
import dev.millrace.runtime.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class Bm25IndexFolderTest {
  private static final Bm25IndexFolder CODEC = new Bm25IndexFolder();
  private static final Path MAPS = Path.of("/proc/self/maps");

  @Property(tries = 25)
  void findsTheSameToTheBit(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 150) int count,
      @ForAll @FloatRange(min = 0, max = 3) float k1,
      @ForAll @FloatRange(min = 0, max = 1) float b,
      @ForAll TextAnalysis analysis)
      throws IOException {
    Random random = new Random(seed);
    Bm25Settings settings = new Bm25Settings(k1, b, analysis);
    try (Store store = new Store();
        Bm25Index index = Bm25Index.of(passages(random, count), settings);
        Bm25Index opened = store.again(index, CODEC);
        Bm25Index twice = store.again(opened, CODEC)) {
      assertEquals(count, opened.size());
      assertEquals(settings, opened.settings());
      for (int q = 0; q < 10; q++) {
        String query = words(random, random.nextInt(9));
        int k = 1 + random.nextInt(count + 2);
        List<Hit> hits = index.search(query, k);
        assertEquals(hits, opened.search(query, k));
        assertEquals(hits, twice.search(query, k));
      }
      assertEquals(store.put(index, CODEC), store.put(opened, CODEC), "the same files");
    }
  }

  private static List<Passage> passages(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Passage("p" + i, "", words(random, random.nextInt(30))))
        .toList();
  }

  /** Words with endings to stem, and stop words among them. */
  private static String words(Random random, int count) {
    List<String> endings = List.of("", "s", "ing", " the");
    return IntStream.range(0, count)
        .mapToObj(i -> "mill" + random.nextInt(40) + endings.get(random.nextInt(4)))
        .collect(Collectors.joining(" "));
  }

  @Test
  void searchesFromManyThreadsGoOnWhileItIsClosed() throws Exception {
    Random random = new Random(9);
    List<String> queries = IntStream.range(0, 200).mapToObj(i -> words(random, 5)).toList();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try (Store store = new Store();
        Bm25Index index = Bm25Index.of(passages(random, 500))) {
      Bm25Index opened = store.again(index, CODEC);
      List<Future<List<Hit>>> together = new ArrayList<>();
      for (int i = 0; i < queries.size(); i++) {
        String query = queries.get(i);
        together.add(pool.submit(() -> opened.search(query, 20)));
        if (i == 150) {
          pool.submit(opened::close);
        }
      }
      for (int i = 0; i < queries.size(); i++) {
        try {
          assertEquals(index.search(queries.get(i), 20), together.get(i).get());
        } catch (ExecutionException e) {
          assertTrue(e.getCause() instanceof IllegalStateException, "it was closed");
        }
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aClosedIndexIsNeitherSearchedNorStored() throws Exception {
    try (Store store = new Store()) {
      Bm25Index opened = store.again(Bm25Index.of(List.of(new Passage("a", "", "fox"))), CODEC);
      opened.close();
      opened.close();
      assertThrows(IllegalStateException.class, () -> opened.search("fox", 1));
      StoreException said = assertThrows(StoreException.class, () -> store.put(opened, CODEC));
      assertTrue(said.getMessage().contains("the BM25 index was closed"), said.getMessage());
    }
  }

  /** Where Lucene maps by arenas, only closing ends a mapping. */
  @Test
  @Timeout(60)
  void whatNobodyCanReachIsUnmapped() throws Exception {
    assumeTrue(Files.exists(MAPS), "this system does not say what is mapped");
    try (Store store = new Store()) {
      ByteBuffer blob = store.put(Bm25Index.of(List.of(new Passage("a", "", "fox"))), CODEC);
      Bm25Index opened = store.open(blob, CODEC);
      assertNotNull(opened);
      String name = store.folder(blob).getFileName().toString();
      assertTrue(Files.readString(MAPS).contains(name), "it is mapped");
      System.gc();
      assertEquals(1, opened.search("fox", 1).size());
      opened = null;
      while (Files.readString(MAPS).contains(name)) {
        System.gc();
      }
    }
  }

  @Test
  void staysValidWhenItsFilesAreUnlinked() throws Exception {
    Random random = new Random(4);
    Bm25Index index = Bm25Index.of(passages(random, 300));
    Store store = new Store();
    Bm25Index opened = store.again(index, CODEC);
    store.close();
    for (int q = 0; q < 30; q++) {
      String query = words(random, 4);
      assertEquals(index.search(query, 10), opened.search(query, 10));
    }
  }

  /** Wrong hits are possible then, and are for {@code verify} to find: a crash is not. */
  @Property(tries = 40)
  void aFlippedBitIsAMissOrElseEndsInHitsOrAnError(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    try (Store store = new Store();
        Bm25Index index = Bm25Index.of(passages(random, 60))) {
      ByteBuffer blob = store.put(index, CODEC);
      for (Path file : store.files(blob)) {
        Store.flip(file, (long) (random.nextDouble() * Files.size(file) * 8));
      }
      Path passages = store.folder(blob).resolve("passages");
      assertNull(store.open(blob, CODEC), "its checksum is another");
      // All but that one damaged.
      Files.delete(passages);
      try (Store whole = new Store()) {
        Files.copy(whole.folder(whole.put(index, CODEC)).resolve("passages"), passages);
      }
      Bm25Index opened = open(store, blob);
      if (opened != null) {
        try (opened) {
          assertEquals(5, search(opened, random));
        }
      }
    }
  }

  private static @Nullable Bm25Index open(Store store, ByteBuffer blob) {
    try {
      return store.open(blob, CODEC);
    } catch (AssertionError e) {
      return null; // One of Lucene's own, which are off outside of tests.
    }
  }

  private static int search(Bm25Index index, Random random) {
    int ended = 0;
    while (ended < 5) {
      try {
        assertTrue(index.search(words(random, 4), 10).size() <= 10);
        ended++;
      } catch (RuntimeException e) {
        ended++;
      } catch (AssertionError e) {
        // One of Lucene's own, which are off outside of tests.
        assertTrue(e.getStackTrace()[0].getClassName().startsWith("org.apache.lucene"), "theirs");
        ended++;
      }
    }
    return ended;
  }

  @Test
  void aFileThatIsCutIsAMiss() throws Exception {
    try (Store store = new Store();
        Bm25Index index = Bm25Index.of(passages(new Random(3), 20))) {
      ByteBuffer blob = store.put(index, CODEC);
      for (Path file : store.files(blob)) {
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, whole.length / 2, whole.length - 1}) {
          Files.write(file, Arrays.copyOf(whole, length));
          assertNull(store.open(blob, CODEC));
          // And the codec alone, which does not know how long it was.
          assertThrows(Exception.class, () -> CODEC.open(store.folder(blob)));
        }
        Files.write(file, whole);
      }
      assertNotNull(store.open(blob, CODEC));
    }
  }

  @Test
  void aFolderOfAnotherNumberOfPassagesIsAMiss() throws Exception {
    try (Store store = new Store();
        Bm25Index two = Bm25Index.of(passages(new Random(1), 2));
        Bm25Index three = Bm25Index.of(passages(new Random(1), 3))) {
      Path folder = store.folder(store.put(two, CODEC));
      Path other = store.folder(store.put(three, CODEC));
      Files.delete(folder.resolve("passages"));
      Files.copy(other.resolve("passages"), folder.resolve("passages"));
      IOException said = assertThrows(IOException.class, () -> CODEC.open(folder));
      assertEquals("3 ids are stored for 2 passages", said.getMessage());
    }
  }

  @Test
  void namesLucenesRelease() {
    assertTrue(CODEC.schema().startsWith("Bm25Index 1, Lucene 9."), CODEC::schema);
  }
}
