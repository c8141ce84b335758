package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.NullResultException;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ColumnTest {
  private static Column<String> letters(Rows rows) {
    Column<String> column = Column.of("letter", rows);
    for (int row = 0; row < rows.size(); row++) {
      column.set(row, String.valueOf((char) ('a' + row)));
    }
    return column;
  }

  @Test
  void givesBackWhatWasSet() {
    Column<String> column = Column.of("vec", Rows.all(512, 3));
    column.set(2, "c");
    column.set(0, "a");
    assertEquals("a", column.get(0));
    assertEquals("c", column.get(2));
  }

  @Test
  void refusesNullWithTheItemInTheWholeMap() {
    Column<String> column = Column.of("vec", Rows.all(512, 3));
    NullResultException refused =
        assertThrows(NullResultException.class, () -> column.set(2, null));
    assertEquals(
        "\"vec\" is null for item 514; declare it @Nullable, or give it a value",
        refused.getMessage());
  }

  @Test
  void takesNullWhereThatIsAValue() {
    Rows rows = Rows.all(0, 2);
    Column<@Nullable String> column = Column.ofNullable("vec", rows);
    column.set(0, "a");
    column.set(0, null);
    assertNull(column.get(0));
    column.set(1, "b");
    assertEquals(Arrays.asList(null, "b"), Column.<@Nullable String>list(column, rows));
  }

  @Test
  void refusesNullInListsThatAreToBeJoined() {
    Column<List<String>> column = Column.ofLists("words", Rows.all(512, 3));
    column.set(0, List.of());
    column.set(1, List.of("a", "b"));
    assertEquals(List.of("a", "b"), column.get(1));
    NullResultException element =
        assertThrows(NullResultException.class, () -> column.set(2, Arrays.asList(null, "c")));
    assertEquals(
        "\"words\" has null at position 0 for item 514; declare its elements @Nullable, as in"
            + " List<@Nullable T>, or leave nulls out",
        element.getMessage());
    NullResultException list = assertThrows(NullResultException.class, () -> column.set(2, null));
    assertEquals(
        "\"words\" is null for item 514; declare it @Nullable, or give it a value",
        list.getMessage());
  }

  @Test
  void laidOverItemsReadsThemFromTheChunksFirst() {
    Rows rows = Rows.all(2, 2);
    Column<String> column =
        Column.over("text", Rows.all(2, 3), new Object[] {"a", "b", "c", "d", "e"});
    assertEquals("c", column.get(0));
    assertEquals("d", column.get(1));
    assertEquals(List.of("c", "d"), Column.<String>list(column, rows));
  }

  @Test
  void listsRowsOfATypeAboveItsOwnAndNobodyChangesThem() {
    Rows rows = Rows.all(0, 3);
    Column<Integer> column = Column.of("length", rows);
    for (int row = 0; row < 3; row++) {
      column.set(row, 10 + row);
    }
    List<Number> all = Column.<Number>list(column, rows);
    rows.drop(1);
    List<Number> some = Column.<Number>list(column, rows);
    rows.failFrom(0, new IllegalStateException());
    assertEquals(List.of(10, 11, 12), all);
    assertEquals(List.of(10, 12), some);
    assertEquals(List.of(), Column.<Number>list(column, rows));
    for (List<Number> list : List.of(all, some)) {
      assertInstanceOf(RandomAccess.class, list);
      assertThrows(UnsupportedOperationException.class, () -> list.set(0, 1.5));
      assertThrows(UnsupportedOperationException.class, () -> list.add(1.5));
      assertThrows(UnsupportedOperationException.class, () -> list.remove(0));
      assertThrows(IndexOutOfBoundsException.class, () -> list.get(3));
    }
  }

  @Property(tries = 200)
  void listsTheRowsInTheirOrder(@ForAll @Size(min = 1, max = 20) List<Boolean> chosen) {
    Rows rows = Rows.all(0, chosen.size());
    Column<String> column = letters(rows);
    List<String> list = Column.list(column, rows.where(chosen::get));
    StringBuilder expected = new StringBuilder();
    for (int row = 0; row < chosen.size(); row++) {
      if (chosen.get(row)) {
        expected.append((char) ('a' + row));
      }
    }
    assertEquals(expected.toString(), String.join("", list));
  }
}
