package dev.millrace.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;

/** The law of blocks: they are the list that they were copied from, and cannot be changed. */
final class BlockTest {

  @Property
  void ofObjectsAreLists(@ForAll List<@WithNull String> list) {
    assertIsList(list, Block.copyOf(list));
  }

  @Property
  void ofIntsAreLists(@ForAll List<Integer> list) {
    IntBlock block = IntBlock.copyOf(list);
    assertIsList(list, block);
    int[] array = list.stream().mapToInt(each -> each).toArray();
    assertArrayEquals(array, block.toIntArray());
    assertEquals(block, IntBlock.of(array));
    for (int i = 0; i < array.length; i++) {
      assertEquals(array[i], block.getInt(i));
    }
  }

  @Property
  void ofLongsAreLists(@ForAll List<Long> list) {
    LongBlock block = LongBlock.copyOf(list);
    assertIsList(list, block);
    long[] array = list.stream().mapToLong(each -> each).toArray();
    assertArrayEquals(array, block.toLongArray());
    assertEquals(block, LongBlock.of(array));
    for (int i = 0; i < array.length; i++) {
      assertEquals(array[i], block.getLong(i));
    }
  }

  @Property
  void ofFloatsAreLists(@ForAll List<Float> list) {
    FloatBlock block = FloatBlock.copyOf(list);
    assertIsList(list, block);
    float[] array = block.toFloatArray();
    assertEquals(block, FloatBlock.of(array));
    for (int i = 0; i < array.length; i++) {
      assertEquals(list.get(i), array[i]);
      assertEquals(array[i], block.getFloat(i));
    }
  }

  @Property
  void ofDoublesAreLists(@ForAll List<Double> list) {
    DoubleBlock block = DoubleBlock.copyOf(list);
    assertIsList(list, block);
    double[] array = list.stream().mapToDouble(each -> each).toArray();
    assertArrayEquals(array, block.toDoubleArray());
    assertEquals(block, DoubleBlock.of(array));
    for (int i = 0; i < array.length; i++) {
      assertEquals(array[i], block.getDouble(i));
    }
  }

  private static <T> void assertIsList(List<T> list, Block<T> block) {
    assertEquals(list, block);
    assertEquals(block, list);
    assertEquals(list.hashCode(), block.hashCode());
    assertEquals(list.toString(), block.toString());
    assertEquals(list.size(), block.size());
    assertEquals(list.subList(0, list.size() / 2), block.subList(0, list.size() / 2));
    assertInstanceOf(RandomAccess.class, block);
    assertThrows(IndexOutOfBoundsException.class, () -> block.get(block.size()));
    assertThrows(IndexOutOfBoundsException.class, () -> block.get(-1));
    List<T> longer = new ArrayList<>(list);
    longer.addAll(list);
    if (!list.isEmpty()) {
      assertNotEquals(longer, block);
      assertThrows(UnsupportedOperationException.class, () -> block.set(0, list.get(0)));
      assertThrows(UnsupportedOperationException.class, () -> block.remove(0));
      assertThrows(UnsupportedOperationException.class, block::clear);
      assertThrows(UnsupportedOperationException.class, () -> block.add(list.get(0)));
      assertThrows(UnsupportedOperationException.class, () -> block.sort((a, b) -> 0));
      Iterator<T> iterator = block.iterator();
      iterator.next();
      assertThrows(UnsupportedOperationException.class, iterator::remove);
    }
  }

  @Test
  void keepToTheListsEqualityWhereNumbersAreOdd() {
    List<Double> odd = List.of(Double.NaN, 0.0, -0.0, Double.NEGATIVE_INFINITY);
    assertEquals(odd, DoubleBlock.copyOf(odd));
    assertEquals(DoubleBlock.copyOf(odd), DoubleBlock.copyOf(odd));
    assertNotEquals(DoubleBlock.of(0.0), DoubleBlock.of(-0.0));
    assertNotEquals(FloatBlock.of(0f), FloatBlock.of(-0f));
    assertEquals(FloatBlock.of(Float.NaN), List.of(Float.NaN));
  }

  @Test
  void ofDifferentNumbersDifferAsListsDo() {
    assertNotEquals(IntBlock.of(1), LongBlock.of(1));
    assertEquals(IntBlock.of(), LongBlock.of());
    assertEquals(Block.copyOf(List.of(1, 2)), IntBlock.of(1, 2));
    assertEquals(IntBlock.of(1, 2), Block.copyOf(List.of(1, 2)));
  }

  @Test
  void keepTheirNumbersWhateverBecomesOfTheArray() {
    int[] array = {1, 2};
    IntBlock block = IntBlock.of(array);
    array[0] = 9;
    block.toIntArray()[1] = 9;
    assertEquals(List.of(1, 2), block);
    List<String> list = new ArrayList<>(List.of("a", "b"));
    Block<String> objects = Block.copyOf(list);
    list.set(0, "z");
    assertEquals(List.of("a", "b"), objects);
  }

  @Test
  void areCopiedOnce() {
    IntBlock ints = IntBlock.of(1);
    assertSame(ints, IntBlock.copyOf(ints));
    assertSame(ints, Block.copyOf(ints));
    LongBlock longs = LongBlock.of(1);
    assertSame(longs, LongBlock.copyOf(longs));
    FloatBlock floats = FloatBlock.of(1);
    assertSame(floats, FloatBlock.copyOf(floats));
    DoubleBlock doubles = DoubleBlock.of(1);
    assertSame(doubles, DoubleBlock.copyOf(doubles));
    Block<String> objects = Block.copyOf(List.of("a"));
    assertSame(objects, Block.copyOf(objects));
  }

  @Test
  void areOfATypeAboveTheirElementsAndOfAnyCollection() {
    Block<Number> numbers = Block.copyOf(new LinkedHashSet<>(List.of(3, 1, 2)));
    assertEquals(List.of(3, 1, 2), numbers);
  }

  @Test
  void ofNumbersRefuseNullByItsIndex() {
    assertRefusesNull(IntBlock::copyOf, 1);
    assertRefusesNull(LongBlock::copyOf, 1L);
    assertRefusesNull(FloatBlock::copyOf, 1f);
    assertRefusesNull(DoubleBlock::copyOf, 1d);
  }

  private static <N> void assertRefusesNull(Function<Collection<N>, Block<N>> copyOf, N number) {
    List<N> numbers = Arrays.asList(number, number, null);
    assertEquals(
        "the number at index 2 is null; a primitive block has no place for that",
        assertThrows(NullPointerException.class, () -> copyOf.apply(numbers)).getMessage());
  }
}
