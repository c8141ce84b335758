package dev.millrace.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.memory.Half;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ReadOnlyBufferException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlabTest {
  @Property(tries = 200)
  void whatIsWrittenThroughAnyViewIsReadThroughEveryOther(
      @ForAll @IntRange(min = 1, max = 40) int rows,
      @ForAll @IntRange(min = 1, max = 40) int dim,
      @ForAll float value,
      @ForAll int seed) {
    Slab slab = Slab.allocate(rows, dim);
    int row = Math.floorMod(seed, rows);
    int column = Math.floorMod(seed / 41, dim);
    slab.floats(row, 1).put(column, value);
    int bits = Float.floatToRawIntBits(value);
    assertEquals(bits, Float.floatToRawIntBits(slab.get(row, column)));
    assertEquals(bits, Float.floatToRawIntBits(slab.row(row).get(0, column)));
    assertEquals(bits, slab.bytes(0, rows).getInt((row * dim + column) * Float.BYTES));
    assertEquals(
        bits, Float.floatToRawIntBits(slab.rows(0, rows).floats().get(row * dim + column)));
  }

  @Test
  void isAllZerosAtFirst() {
    FloatBuffer floats = Slab.allocate(7, 3).floats(0, 7);
    assertEquals(21, floats.remaining());
    while (floats.hasRemaining()) {
      assertEquals(0f, floats.get());
    }
  }

  @Test
  void viewsAreDirectAndInTheMachinesByteOrder() {
    ByteBuffer bytes = Slab.allocate(4, 2).bytes(1, 2);
    assertTrue(bytes.isDirect());
    assertEquals(ByteOrder.nativeOrder(), bytes.order());
    assertEquals(16, bytes.remaining());
  }

  @Test
  void refusesRowsThatItDoesNotHave() {
    Slab slab = Slab.allocate(4, 2);
    assertThrows(IndexOutOfBoundsException.class, () -> slab.bytes(3, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> slab.floats(-1, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> slab.get(0, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> slab.get(4, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> slab.row(4));
    assertThrows(IndexOutOfBoundsException.class, () -> slab.rows(2, 3));
  }

  @Test
  void refusesShapesThatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> Slab.allocate(0, 3));
    assertThrows(IllegalArgumentException.class, () -> Slab.allocate(3, -1));
    IllegalArgumentException tooLarge =
        assertThrows(IllegalArgumentException.class, () -> Slab.allocate(1 << 20, 1024));
    assertTrue(tooLarge.getMessage().contains("[1048576, 1024]"), tooLarge.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> Slab.allocate(Integer.MAX_VALUE, Integer.MAX_VALUE));
  }

  @Test
  void throwsOnceItWasClosedAndNeverCrashes() {
    Slab slab = Slab.allocate(2, 2);
    Embedding row = slab.row(1);
    FloatBuffer before = slab.floats(0, 2);
    slab.close();
    slab.close();
    assertThrows(IllegalStateException.class, () -> slab.get(0, 0));
    assertThrows(IllegalStateException.class, () -> slab.bytes(0, 1));
    assertThrows(IllegalStateException.class, row::floats);
    assertThrows(IllegalStateException.class, () -> row.row(0));
    assertThrows(IllegalStateException.class, row::copy);
    assertEquals(0f, before.get(3), "a view taken before keeps its memory");
    assertEquals("Slab[2, 2] closed", slab.toString());
  }

  @Property(tries = 200)
  void aSlabOfHalvesGivesTheNearestBack(@ForAll float number) {
    Slab slab = Slab.allocate(RowType.FLOAT16, 3, 5);
    slab.set(2, 4, number);
    assertEquals(Half.toFloat(Half.of(number)), slab.get(2, 4));
    assertEquals(Half.of(number), slab.bytes(2, 1).getShort(8));
    assertEquals(slab.get(2, 4), slab.row(2).row(0)[4]);
    assertEquals(slab.get(2, 4), slab.rows(1, 2).floats().get(9));
  }

  @Test
  void aSlabOfBytesHoldsWholeNumbers() {
    Slab slab = Slab.allocate(RowType.INT8, 2, 3);
    for (int number = -128; number <= 127; number++) {
      slab.set(1, 2, number);
      assertEquals(number, slab.get(1, 2));
    }
    assertEquals(127, slab.bytes(1, 1).get(2));
    assertEquals(3, slab.bytes(1, 1).remaining());
    for (float wrong : new float[] {128, -129, 0.5f, Float.NaN, 1e9f}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> slab.set(0, 0, wrong));
      assertEquals(
          wrong + " is not a whole number from -128 to 127; scale and round it first",
          e.getMessage());
    }
    assertEquals("Slab[2, 3 INT8]", slab.toString());
  }

  @Test
  void onlyFloatsAreSeenAsFloats() {
    Slab slab = Slab.allocate(RowType.FLOAT16, 2, 3);
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> slab.floats(0, 1));
    assertEquals(
        "the rows of Slab[2, 3 FLOAT16] are not float32; read them by get, or through bytes",
        e.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> Slab.allocate(RowType.INT8, 1 << 16, 1 << 16));
  }

  @Test
  void holdsAreCountedWithoutAPoolToo() {
    Slab slab = Slab.allocate(2, 2);
    assertEquals(slab, slab.retain());
    slab.release();
    assertEquals(0f, slab.get(0, 0));
    slab.release();
    assertThrows(IllegalStateException.class, () -> slab.get(0, 0));
    assertThrows(IllegalStateException.class, slab::release);
    slab.close();
    assertEquals("Slab[2, 2] released", slab.toString());
  }

  @Test
  void isOverMemoryThatIsThereFromItsPositionToItsLimit() {
    ByteBuffer memory = ByteBuffer.allocate(7 * Float.BYTES).order(ByteOrder.nativeOrder());
    memory.putFloat(4, 3.5f).position(4).limit(28);
    Slab slab = Slab.over(memory.asReadOnlyBuffer(), RowType.FLOAT32, 3);
    assertEquals(2, slab.rows());
    assertEquals(3.5f, slab.get(0, 0));
    assertEquals(Embedding.of(3.5f, 0, 0), slab.row(0));
    memory.putFloat(4, 4.5f);
    assertEquals(4.5f, slab.row(0).row(0)[0], "no copy");
    assertThrows(ReadOnlyBufferException.class, () -> slab.set(0, 0, 1));
    Slab.over(memory, RowType.FLOAT32, 3).set(1, 2, 9);
    assertEquals(9f, memory.getFloat(24));
  }

  @Test
  void isNotOverMemoryThatHoldsNoWholeRows() {
    ByteBuffer memory = ByteBuffer.allocate(10);
    var refused =
        assertThrows(IllegalArgumentException.class, () -> Slab.over(memory, RowType.FLOAT16, 3));
    assertEquals(
        "10 bytes are no rows of 3 numbers of 2 bytes; give it whole rows, one at least",
        refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Slab.over(memory, RowType.INT8, 0));
    ByteBuffer empty = ByteBuffer.allocate(0);
    assertThrows(IllegalArgumentException.class, () -> Slab.over(empty, RowType.INT8, 3));
  }
}
