package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.DoubleBlock;
import dev.millrace.runtime.FloatBlock;
import dev.millrace.runtime.IntBlock;
import dev.millrace.runtime.LongBlock;
import dev.millrace.runtime.NullResultException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnboxedColumnTest {
  private final Rows rows = Rows.all(512, 3);

  @Test
  void giveBackWhatWasPutAndWhatWasSet() {
    IntColumn ints = Column.ofInt("n", rows);
    ints.put(0, 7);
    ints.set(2, 9);
    assertEquals(7, ints.at(0));
    assertEquals(9, ints.get(2));
    LongColumn longs = Column.ofLong("n", rows);
    longs.put(1, 1L << 40);
    longs.set(2, -1L);
    assertEquals(1L << 40, longs.get(1));
    assertEquals(-1, longs.at(2));
    FloatColumn floats = Column.ofFloat("n", rows);
    floats.put(0, -0f);
    floats.set(2, Float.NaN);
    assertEquals(-0f, floats.get(0));
    assertEquals(Float.NaN, floats.at(2));
    DoubleColumn doubles = Column.ofDouble("n", rows);
    doubles.put(0, Double.MIN_VALUE);
    doubles.set(1, 0.5);
    assertEquals(Double.MIN_VALUE, doubles.get(0));
    assertEquals(0.5, doubles.at(1));
  }

  @Test
  void refuseNullWithTheItemInTheWholeMap() {
    for (Column<?> column :
        List.of(
            Column.ofInt("n", rows),
            Column.ofLong("n", rows),
            Column.ofFloat("n", rows),
            Column.ofDouble("n", rows))) {
      NullResultException refused =
          assertThrows(NullResultException.class, () -> column.set(2, null));
      assertEquals(
          "\"n\" is null for item 514; its results are primitive, and need a value each",
          refused.getMessage());
    }
  }

  @Test
  void listAsBlocksThatStayAsTheyAre() {
    IntColumn ints = Column.ofInt("n", rows);
    LongColumn longs = Column.ofLong("n", rows);
    FloatColumn floats = Column.ofFloat("n", rows);
    DoubleColumn doubles = Column.ofDouble("n", rows);
    for (int row = 0; row < 3; row++) {
      ints.put(row, row);
      longs.put(row, row);
      floats.put(row, row);
      doubles.put(row, row);
    }
    List<Integer> listed = Column.list(ints, rows);
    assertInstanceOf(IntBlock.class, listed);
    ints.put(0, 100);
    assertEquals(List.of(0, 1, 2), listed);
    rows.drop(1);
    assertEquals(IntBlock.of(100, 2), Column.<Integer>list(ints, rows));
    assertEquals(LongBlock.of(0, 2), Column.<Long>list(longs, rows));
    assertEquals(FloatBlock.of(0, 2), Column.<Float>list(floats, rows));
    assertEquals(DoubleBlock.of(0, 2), Column.<Double>list(doubles, rows));
  }
}
