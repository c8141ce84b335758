package dev.millrace.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.nio.ReadOnlyBufferException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
  @Property(tries = 200)
  void aVectorGivesBackItsNumbers(@ForAll @Size(min = 1, max = 50) float[] numbers) {
    Embedding embedding = Embedding.of(numbers);
    assertEquals(1, embedding.rows());
    assertEquals(numbers.length, embedding.dim());
    assertArrayEquals(numbers, embedding.row(0));
    assertEquals(embedding, Embedding.of(numbers));
    assertEquals(embedding.hashCode(), Embedding.of(numbers).hashCode());
    assertEquals(embedding, embedding.copy());
  }

  @Test
  void aMatrixKeepsItsRows() {
    Embedding matrix = Embedding.of(new float[][] {{1, 2}, {3, 4}, {5, 6}});
    assertEquals(3, matrix.rows());
    assertArrayEquals(new float[] {3, 4}, matrix.row(1));
    assertEquals(6f, matrix.get(2, 1));
    assertEquals("Embedding[3, 2]", matrix.toString());
  }

  @Test
  void equalityIsByShapeAndBits() {
    Embedding matrix = Embedding.of(new float[][] {{1, 2}, {3, 4}});
    assertNotEquals(matrix, Embedding.of(1, 2, 3, 4));
    assertNotEquals(matrix, Embedding.of(new float[][] {{1, 2}, {3, 5}}));
    assertNotEquals(Embedding.of(0f), Embedding.of(-0f));
    assertEquals(Embedding.of(Float.NaN), Embedding.of(Float.NaN));
    assertEquals(matrix.slab().row(1), Embedding.of(3, 4), "whichever slab the rows lie in");
  }

  @Test
  void aCopyIsDetachedFromItsSlab() {
    Slab slab = Slab.allocate(3, 2);
    slab.floats(0, 3).put(new float[] {1, 2, 3, 4, 5, 6});
    Embedding copy = slab.rows(1, 2).copy();
    assertNotSame(slab, copy.slab());
    assertEquals(0, copy.firstRow());
    slab.close();
    assertArrayEquals(new float[] {5, 6}, copy.row(1));
  }

  @Test
  void itsFloatsAreReadOnlyAndItsOwn() {
    Slab slab = Slab.allocate(3, 2);
    slab.floats(0, 3).put(new float[] {1, 2, 3, 4, 5, 6});
    FloatBuffer floats = slab.rows(1, 1).floats();
    assertEquals(2, floats.remaining());
    assertEquals(3f, floats.get(0));
    assertThrows(ReadOnlyBufferException.class, () -> floats.put(0, 9));
  }

  @Test
  void refusesWhatIsNoMatrix() {
    assertThrows(IllegalArgumentException.class, Embedding::of);
    assertThrows(IllegalArgumentException.class, () -> Embedding.of(new float[0][]));
    IllegalArgumentException ragged =
        assertThrows(
            IllegalArgumentException.class, () -> Embedding.of(new float[][] {{1, 2}, {3}}));
    assertTrue(ragged.getMessage().contains("row 1 has 1 numbers"), ragged.getMessage());
  }

  @Test
  void refusesPlacesThatItDoesNotHave() {
    Embedding two = Slab.allocate(5, 2).rows(1, 2);
    assertThrows(IndexOutOfBoundsException.class, () -> two.get(2, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> two.get(-1, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> two.row(2));
  }

  @Test
  void theTypeOfTheNumbersIsPartOfIt() {
    Slab halves = Slab.allocate(RowType.FLOAT16, 2, 2);
    halves.set(1, 0, 0.5f);
    Embedding row = halves.row(1);
    assertArrayEquals(new float[] {0.5f, 0}, row.row(0));
    assertEquals(row, row.copy());
    assertEquals(RowType.FLOAT16, row.copy().slab().type());
    assertNotEquals(row, Embedding.of(0.5f, 0));
  }
}
