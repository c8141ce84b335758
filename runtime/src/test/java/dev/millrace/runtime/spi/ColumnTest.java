package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.NullResultException;
import java.util.List;
import java.util.RandomAccess;
import org.junit.jupiter.api.Test;

final class ColumnTest {

  @Test
  void givesBackWhatWasSet() {
    Column<String> column = Column.of("vec", 512, 3);
    column.set(2, "c");
    column.set(0, "a");
    assertEquals("a", column.get(0));
    assertEquals("c", column.get(2));
  }

  @Test
  void refusesNullWithTheItemInTheWholeMap() {
    Column<String> column = Column.of("vec", 512, 3);
    NullResultException refused =
        assertThrows(NullResultException.class, () -> column.set(2, null));
    assertEquals("\"vec\" is null for item 514; every item needs a value", refused.getMessage());
  }

  @Test
  void laidOverItemsReadsAndWritesThemFromItsFirst() {
    Object[] items = {"a", "b", "c", "d"};
    Column<String> column = Column.over("text", items, 2);
    assertEquals("c", column.get(0));
    column.set(1, "D");
    assertEquals("D", items[3]);
    assertEquals(List.of("c", "D"), Column.list(column, 2));
    assertEquals(
        "\"text\" is null for item 3; every item needs a value",
        assertThrows(NullResultException.class, () -> column.set(1, null)).getMessage());
  }

  @Test
  void listsItsFirstRowsOfATypeAboveItsOwnAndNobodyChangesThem() {
    Column<Integer> column = Column.of("length", 0, 3);
    column.set(0, 10);
    column.set(1, 11);
    List<Number> list = Column.<Number>list(column, 2);
    assertEquals(List.of(10, 11), list);
    assertInstanceOf(RandomAccess.class, list);
    assertThrows(UnsupportedOperationException.class, () -> list.set(0, 1.5));
    assertThrows(UnsupportedOperationException.class, () -> list.add(1.5));
    assertThrows(IndexOutOfBoundsException.class, () -> list.get(2));
    assertEquals(List.of(), Column.<Number>list(column, 0));
  }

  @Test
  void takesResultsUpToTheFirstNull() {
    Column<String> column = Column.of("vec", 0, 3);
    assertEquals(3, column.setAll(new Object[] {"a", "b", "c"}));
    assertEquals(List.of("a", "b", "c"), Column.<String>list(column, 3));
    assertEquals(1, column.setAll(new Object[] {"x", null, "z"}));
    assertEquals(List.of("x", "b", "c"), Column.<String>list(column, 3));
    assertEquals(0, column.setAll(new Object[] {null, "y", "z"}));
  }
}
