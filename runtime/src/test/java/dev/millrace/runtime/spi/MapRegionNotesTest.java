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
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a map adds to an exception: where it happened. */
final class MapRegionNotesTest {
  /** Fails at one text with an exception that is there already. */
  private static LengthsMap.Nodes poisoned(String poison, RuntimeException shared) {
    return new LengthsMap.Nodes() {
      @Override
      public Integer length(String text) {
        if (text.equals(poison)) {
          throw shared;
        }
        return 1;
      }
    };
  }

  @Test
  void aSharedExceptionKeepsOneNoteHoweverOftenItIsThrown() {
    RuntimeException shared = new IllegalStateException("shared");
    for (int i = 0; i < 2000; i++) {
      LengthsMap.Nodes nodes = poisoned(Integer.toString(i % 300), shared);
      assertSame(
          shared,
          assertThrows(IllegalStateException.class, () -> LengthsMap.map(texts(300), nodes)));
      assertEquals(1, shared.getSuppressed().length);
    }
  }

  @Test
  void aSharedExceptionNamesNoItemOnceItIsThrownForAnother() {
    RuntimeException shared = new IllegalStateException("shared");
    for (String poison : List.of("7", "7", "8", "7")) {
      LengthsMap.Nodes nodes = poisoned(poison, shared);
      assertThrows(IllegalStateException.class, () -> LengthsMap.map(texts(300), nodes));
      String item =
          poison.equals("7") && ((FailedItem) shared.getSuppressed()[0]).index() == 7
              ? ", item 7"
              : "";
      assertEquals(List.of("in the node \"labels.length\"" + item), notes(shared));
    }
    assertEquals(-1, ((FailedItem) shared.getSuppressed()[0]).index());
  }

  @Test
  void aSharedExceptionNamesTheItemOfTheNodeThatThrewItLast() {
    RuntimeException shared = new IllegalStateException("shared");
    assertThrows(
        IllegalStateException.class, () -> LengthsMap.map(texts(300), poisoned("7", shared)));
    LengthsMap.Nodes labels =
        new LengthsMap.Nodes() {
          @Override
          public String label(String text, int scaled) {
            if (text.equals("9")) {
              throw shared;
            }
            return text;
          }
        };
    assertThrows(IllegalStateException.class, () -> LengthsMap.map(texts(300), labels));
    assertEquals(
        List.of("in the node \"labels.length\"", "in the node \"labels.label\", item 9"),
        notes(shared));
  }

  @Test
  void theOutcomesOfASharedExceptionNameTheirOwnItemsAndItNamesNone() {
    RuntimeException shared = new IllegalStateException("shared");
    assertThrows(
        IllegalStateException.class, () -> LengthsMap.map(texts(300), poisoned("7", shared)));
    List<Outcome<String>> outcomes = SoftLengthsMap.map(texts(300), poisoned("9", shared));
    Outcome.Failed<String> failed = (Outcome.Failed<String>) outcomes.get(9);
    assertEquals(9, failed.index());
    assertEquals("labels.length", failed.node());
    assertEquals(Map.of("text", "9"), failed.inputs());
    assertEquals(List.of("in the node \"labels.length\""), notes(failed.cause()));
  }

  /** Two lanes fail at once, and the later item is noted first. */
  @Test
  void ofTheItemsOfOneMapTheLowestIsNoted() {
    RuntimeException shared = new IllegalStateException("shared");
    Notes notes = new Notes();
    notes.add("labels.length", 9, true, shared);
    notes.add("labels.length", 7, true, shared);
    notes.add("labels.label", 8, true, shared);
    assertEquals(List.of("in the node \"labels.length\", item 7"), notes(shared));
    notes.add("labels.label", 6, true, shared);
    assertEquals(
        List.of("in the node \"labels.length\"", "in the node \"labels.label\", item 6"),
        notes(shared));
  }

  /** A node has made a run that failed, on this thread. */
  @Test
  void whatANodesOwnRunHasNotedStays() {
    RuntimeException thrown = new IllegalStateException();
    Notes outer = new Notes();
    new Notes().add("inner.node", 3, true, thrown);
    Notes.leave(thrown);
    outer.add("outer.node", 5, true, thrown);
    assertEquals(
        List.of("in the node \"inner.node\", item 3", "in the node \"outer.node\", item 5"),
        notes(thrown));
    outer.keep("outer.other", thrown);
    assertEquals(
        List.of("in the node \"inner.node\"", "in the node \"outer.node\""),
        notes(thrown),
        "and is of that item alone");
  }

  @Test
  void whatARunHasNotedThatEndedBeforeNamesNoItemOfThisOne() {
    RuntimeException shared = new IllegalStateException();
    new Notes().add("before.node", 3, true, shared);
    Notes.leave(shared);
    new Notes().add("now.node", 5, true, shared);
    assertEquals(
        List.of("in the node \"before.node\"", "in the node \"now.node\", item 5"), notes(shared));
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
