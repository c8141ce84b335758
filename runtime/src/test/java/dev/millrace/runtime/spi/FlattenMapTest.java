package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A map of nodes of which some are for some items only, whose lists are joined. */
final class FlattenMapTest {

  /**
   * A mapped use as the compiler writes them, each of its outputs a list of an item's: {@code
   * words} is as many as the item's number, from one of two nodes; {@code mark} is the same for
   * all; {@code perhaps} is nothing for odd items.
   */
  private static final class WordsMap extends MapRegion<WordsMap.Result> {
    record Result(
        List<Outcome<String>> words, List<Outcome<String>> marks, List<Outcome<String>> perhaps) {}

    private final Items<@Nullable Integer> number;
    private final List<String> mark;
    private final List<Integer> few = new ArrayList<>();
    private final List<Integer> many = new ArrayList<>();

    WordsMap(List<@Nullable Integer> number, String mark) {
      super(new Execution("P", Setup.DEFAULT).start(Memo.NONE), "words", Mode.SOFT_ZIP, 3);
      this.number = itemsOrNull("number", number);
      this.mark = List.of(mark);
    }

    @Override
    protected void chunk(Rows rows) {
      Column<@Nullable Integer> number = column(this.number, rows);
      Rows fewRows = rows.where(at -> isFew(number.get(at)));
      Rows manyRows = rows.where(at -> !isFew(number.get(at)));
      Column<Integer> size = Column.of("size", rows);
      size(size, number, rows);
      Column<List<String>> few = Column.of("few", rows);
      words(few, size, fewRows, "few", this.few);
      Column<List<String>> many = Column.of("many", rows);
      words(many, size, manyRows, "many", this.many);
      Column<List<String>> words = Column.of("words", rows);
      for (int row = rows.first(); row >= 0; row = rows.after(row)) {
        words.set(row, isFew(number.get(row)) ? few.get(row) : many.get(row));
      }
      Column<@Nullable String> perhaps = Column.ofNullable("perhaps", rows);
      for (int row = rows.first(); row >= 0; row = rows.after(row)) {
        perhaps.set(row, size.get(row) % 2 == 0 ? "even" : null);
      }
      keep(0, words, rows);
      keep(1, this.mark, rows);
      keep(2, perhaps, rows);
    }

    private static boolean isFew(@Nullable Integer number) {
      return number == null || number < 3;
    }

    private void size(Column<Integer> size, Column<@Nullable Integer> number, Rows rows) {
      for (int row = rows.first(); row >= 0; row = rows.after(row)) {
        try {
          size.set(row, number.get(row));
        } catch (NullResultException failure) {
          fail("size", rows, row, failure, CallInputs.of(() -> null, "number", null));
        }
      }
    }

    private static void words(
        Column<List<String>> words,
        Column<Integer> size,
        Rows rows,
        String node,
        List<Integer> given) {
      for (int row = rows.first(); row >= 0; row = rows.after(row)) {
        given.add(size.get(row));
        words.set(row, Collections.nCopies(size.get(row), node));
      }
    }

    @Override
    protected Result result() {
      return new Result(flatOutcomes(0), flatOutcomes(1), outcomes(2));
    }
  }

  @Property(tries = 200)
  void listsAreJoinedAndAFailureStandsInItsPlace(
      @ForAll @Size(max = 600) List<@IntRange(min = -1, max = 5) Integer> numbers) {
    List<@Nullable Integer> given = new ArrayList<>(numbers);
    given.replaceAll(each -> each < 0 ? null : each);
    WordsMap map = new WordsMap(given, "mark");
    WordsMap.Result result = map.map();
    List<@Nullable String> words = new ArrayList<>();
    List<@Nullable String> marks = new ArrayList<>();
    List<@Nullable String> perhaps = new ArrayList<>();
    for (int item = 0; item < given.size(); item++) {
      Integer number = given.get(item);
      String failed = "words.size " + item;
      words.addAll(
          number == null
              ? List.of(failed)
              : Collections.nCopies(number, number < 3 ? "few" : "many"));
      marks.add(number == null ? failed : "mark");
      perhaps.add(number == null ? failed : number % 2 == 0 ? "even" : null);
    }
    assertEquals(words, told(result.words()));
    assertEquals(marks, told(result.marks()));
    assertEquals(perhaps, told(result.perhaps()));
    List<Integer> sound = given.stream().filter(Objects::nonNull).toList();
    assertEquals(sound.stream().filter(each -> each < 3).toList(), map.few);
    assertEquals(sound.stream().filter(each -> each >= 3).toList(), map.many);
  }

  private static List<@Nullable String> told(List<Outcome<String>> outcomes) {
    List<@Nullable String> told = new ArrayList<>();
    for (Outcome<String> outcome : outcomes) {
      told.add(
          outcome instanceof Outcome.Failed<String> failed
              ? failed.node() + " " + failed.index()
              : outcome.orElseThrow());
    }
    return told;
  }

  /** A strict map that joins the lists it is given. */
  private static final class JoinMap extends MapRegion<List<String>> {
    private final Items<List<String>> list;

    JoinMap(List<List<String>> list) {
      super(new Execution("P", Setup.DEFAULT).start(Memo.NONE), "joined", Mode.ZIP, 1);
      this.list = items("list", list);
    }

    @Override
    protected void chunk(Rows rows) {
      keep(0, column(this.list, rows), rows);
    }

    @Override
    protected List<String> result() {
      return flat(0);
    }
  }

  @Property(tries = 100)
  void aStrictMapJoinsTheListsInOrder(
      @ForAll @Size(max = 300) List<@Size(max = 3) List<String>> lists) {
    assertEquals(lists.stream().flatMap(List::stream).toList(), new JoinMap(lists).map());
  }

  @Test
  void theJoinedListCannotBeChanged() {
    List<String> joined = new JoinMap(List.of(List.of("a"), List.of("b"))).map();
    assertThrows(UnsupportedOperationException.class, () -> joined.set(0, "c"));
  }
}
