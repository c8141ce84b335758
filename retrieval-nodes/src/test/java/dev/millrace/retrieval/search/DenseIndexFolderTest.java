package dev.millrace.retrieval.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.RowType;
import dev.millrace.runtime.Slab;
import dev.millrace.runtime.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DenseIndexFolderTest {
  @Property(tries = 60)
  void findsTheSameToTheBit(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 200) int count,
      @ForAll @IntRange(min = 1, max = 70) int dim,
      @ForAll Similarity similarity,
      @ForAll @IntRange(min = 1, max = 5000) int piece)
      throws IOException {
    Random random = new Random(seed);
    List<Embedding> vectors = Vectors.of(random, dim, ones(count));
    DenseIndex index = DenseIndex.of(Vectors.ids(count), vectors, similarity);
    DenseIndexFolder codec = new DenseIndexFolder(piece);
    try (Store store = new Store()) {
      ByteBuffer blob = store.put(index, codec);
      DenseIndex opened = store.again(index, codec);
      DenseIndex twice = store.again(opened, codec);
      assertEquals(count, opened.size());
      for (Embedding query : Vectors.of(random, dim, 1, 1, 1, 1)) {
        int k = 1 + random.nextInt(count + 2);
        List<Hit> hits = index.search(query, k);
        assertEquals(hits, opened.search(query, k));
        assertEquals(hits, twice.search(query, k));
      }
      assertEquals(blob, store.put(opened, codec), "the same content is the same folder");
    }
  }

  private static int[] ones(int count) {
    int[] ones = new int[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void needsNothingOfWhatItWasMadeOf() throws Exception {
    Slab slab = Slab.allocate(3, 4);
    slab.set(1, 2, 5);
    List<Embedding> rows = List.of(slab.row(0), slab.row(1), slab.row(2));
    DenseIndex index = DenseIndex.of(Vectors.ids(3), rows, Similarity.DOT);
    try (Store store = new Store()) {
      ByteBuffer blob = store.put(index, new DenseIndexFolder());
      slab.close();
      DenseIndex opened = store.open(blob, new DenseIndexFolder());
      assertNotNull(opened);
      assertEquals(List.of(new Hit("passage 1", 10)), opened.search(Embedding.of(0, 0, 2, 0), 1));
      StoreException said =
          assertThrows(StoreException.class, () -> store.put(index, new DenseIndexFolder()));
      assertTrue(said.getMessage().contains("was closed"), said.getMessage());
    }
  }

  /** The mapped file itself, which nobody can write to, where kernels like it to begin. */
  @Test
  void itsVectorsAreReadWhereTheyLie() throws Exception {
    List<Embedding> vectors = Vectors.of(new Random(1), 5, ones(40));
    try (Store store = new Store()) {
      DenseIndex opened =
          store.again(DenseIndex.of(Vectors.ids(40), vectors), new DenseIndexFolder(100));
      assertEquals(vectors, opened.vectors());
      for (Embedding vector : opened.vectors()) {
        ByteBuffer memory = vector.slab().bytes(0, vector.slab().rows());
        assertTrue(memory.isReadOnly() && memory.isDirect());
        assertEquals(0, memory.alignmentOffset(0, 64));
        assertEquals(5, vector.slab().rows(), "rows of 20 bytes in pieces of 100");
      }
    }
  }

  @Test
  void keepsVectorsOfAnyTypeAsTheyAre() throws Exception {
    Slab halves = Slab.allocate(RowType.FLOAT16, 2, 3);
    Slab bytes = Slab.allocate(RowType.INT8, 2, 3);
    halves.set(1, 0, 0.5f);
    bytes.set(0, 2, -7);
    List<Embedding> vectors =
        List.of(halves.row(1), bytes.row(0), bytes.row(1), Embedding.of(1, 2, Float.NaN));
    try (Store store = new Store()) {
      DenseIndex opened =
          store.again(
              DenseIndex.of(Vectors.ids(4), vectors, Similarity.DOT), new DenseIndexFolder());
      assertEquals(vectors, opened.vectors());
    }
  }

  @Property(tries = 40)
  void aFlippedBitIsAMissOrElseInAVector(@ForAll long seed, @ForAll Similarity similarity)
      throws IOException {
    Random random = new Random(seed);
    DenseIndex index = DenseIndex.of(Vectors.ids(30), Vectors.of(random, 8, ones(30)), similarity);
    try (Store store = new Store()) {
      DenseIndexFolder codec = new DenseIndexFolder(300);
      ByteBuffer blob = store.put(index, codec);
      Path vectors = store.folder(blob).resolve("vectors");
      for (Path file : store.files(blob)) {
        long bit = (long) (random.nextDouble() * Files.size(file) * 8);
        Store.flip(file, bit);
        assertFalse(store.verify(blob));
        DenseIndex opened = store.open(blob, codec);
        if (file.equals(vectors)) {
          assertNotNull(opened, "its vectors are not read");
          assertSearchEnds(opened);
        } else {
          assertNull(opened);
        }
        Store.flip(file, bit);
      }
      assertTrue(store.verify(blob));
    }
  }

  /** A number that is none is said. */
  private static void assertSearchEnds(DenseIndex index) {
    try {
      assertEquals(5, index.search(Embedding.of(1, 2, 3, 4, 5, 6, 7, 8), 5).size());
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().contains("scores NaN"), e::getMessage);
    }
  }

  @Test
  void aFileThatIsCutIsAMiss() throws Exception {
    DenseIndex index = DenseIndex.of(Vectors.ids(9), Vectors.of(new Random(2), 3, ones(9)));
    try (Store store = new Store()) {
      ByteBuffer blob = store.put(index, new DenseIndexFolder());
      for (Path file : store.files(blob)) {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
          Files.write(file, Arrays.copyOf(whole, length));
          assertNull(store.open(blob, new DenseIndexFolder()));
          // And the codec alone, which does not know how long it was.
          assertThrows(IOException.class, () -> new DenseIndexFolder().open(store.folder(blob)));
        }
        Files.write(file, whole);
      }
      assertNotNull(store.open(blob, new DenseIndexFolder()));
    }
  }
}
