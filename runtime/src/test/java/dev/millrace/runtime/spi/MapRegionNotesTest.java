package dev.millrace.runtime.spi;

import static dev.millrace.runtime.spi.LengthsMap.SOUND;
import static dev.millrace.runtime.spi.LengthsMap.notes;
import static dev.millrace.runtime.spi.LengthsMap.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.FailedItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a map adds to an exception: where it happened. */
final class MapRegionNotesTest {
  @Test
  void aSharedExceptionKeepsOneNoteHoweverOftenItIsThrown() {
    RuntimeException shared = new IllegalStateException("shared");
    for (int i = 0; i < 2000; i++) {
      String poison = Integer.toString(i % 300);
      LengthsMap.Nodes nodes =
          new LengthsMap.Nodes() {
            @Override
            public Integer length(String text) {
              if (text.equals(poison)) {
                throw shared;
              }
              return 1;
            }
          };
      assertSame(
          shared,
          assertThrows(IllegalStateException.class, () -> LengthsMap.map(texts(300), nodes)));
    }
    assertEquals(List.of("in the node \"labels.length\", item 0"), notes(shared));
  }

  @Test
  void aSharedExceptionIsNotLockedOrBrokenByManyThreads() {
    RuntimeException shared = new IllegalStateException("shared");
    LengthsMap.Nodes nodes =
        new LengthsMap.Nodes() {
          @Override
          public Integer length(String text) {
            throw shared;
          }
        };
    IntStream.range(0, 4000)
        .parallel()
        .forEach(
            i ->
                assertSame(
                    shared,
                    assertThrows(
                        IllegalStateException.class, () -> LengthsMap.map(texts(3), nodes))));
    int notes = shared.getSuppressed().length;
    assertTrue(
        notes >= 1 && notes <= Runtime.getRuntime().availableProcessors() + 1,
        "one a thread at most, where they came at once: " + notes);
  }

  @Test
  void whatANodeSuppressedItselfStays() {
    RuntimeException mine = new IllegalStateException("mine");
    mine.addSuppressed(new IllegalArgumentException("also"));
    LengthsMap.Nodes nodes =
        new LengthsMap.Nodes() {
          @Override
          public Integer length(String text) {
            throw mine;
          }
        };
    assertThrows(IllegalStateException.class, () -> LengthsMap.map(texts(3), nodes));
    assertEquals(List.of("also", "in the node \"labels.length\", item 0"), notes(mine));
  }

  @Test
  void nestedMapsNoteEachLevelTheInnermostFirst() {
    List<List<String>> groups = List.of(texts(3), texts(300), texts(3));
    IllegalStateException failure = new IllegalStateException();
    LengthsMap.Nodes poisoned =
        new LengthsMap.Nodes() {
          @Override
          public String label(String text, int scaled) {
            if (text.equals("290")) {
              throw failure;
            }
            return text;
          }
        };
    GroupsMap map =
        new GroupsMap(new Execution("P", Setup.DEFAULT).start(Memo.NONE), groups, poisoned);
    assertSame(failure, assertThrows(IllegalStateException.class, map::map));
    assertEquals(
        List.of(
            "in the node \"groups.labels.label\", item 290",
            "in the node \"groups.labels\", item 1"),
        notes(failure));
    FailedItem inner = (FailedItem) failure.getSuppressed()[0];
    assertEquals(290, inner.index());
  }

  @Test
  void nestedMapsGiveListsOfLists() {
    List<List<String>> groups = List.of(texts(3), List.of(), texts(300));
    List<List<String>> results =
        new GroupsMap(new Execution("P", Setup.DEFAULT).start(Memo.NONE), groups, SOUND).map();
    assertEquals(groups.stream().map(each -> LengthsMap.map(each, SOUND)).toList(), results);
    assertFalse(results.get(1) instanceof ArrayList);
    assertEquals(Collections.emptyList(), results.get(1));
  }

  /** A mapped use of a mapped use, as the compiler writes them. */
  private static final class GroupsMap extends MapRegion<List<List<String>>> {
    private final Items<List<String>> group;
    private final LengthsMap.Nodes nodes;

    GroupsMap(Probe probe, List<List<String>> group, LengthsMap.Nodes nodes) {
      super(probe, "groups", Mode.ZIP, 1);
      this.group = items("group", group);
      this.nodes = nodes;
    }

    @Override
    protected void chunk(Rows rows) {
      Column<List<String>> group = column(this.group, rows);
      Column<List<String>> labels = Column.of("labels", rows);
      labels(labels, group, rows);
      keep(0, labels, rows);
    }

    private void labels(Column<List<String>> labels, Column<List<String>> group, Rows rows) {
      for (int row = rows.first(); row >= 0; row = rows.after(row)) {
        try {
          labels.set(
              row, new LengthsMap(probe(), "groups.labels", group.get(row), this.nodes).map());
        } catch (Exception failure) {
          fail("labels", rows, row, failure);
        }
      }
    }

    @Override
    protected List<List<String>> result() {
      return list(0);
    }
  }
}
