package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.TooManyItemsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Maps that combine each with each. */
final class ProductMapTest {
  private static final List<String> MANY = Collections.nCopies(50_000, "x");

  /** A mapped use over three lists, as the compiler writes them. */
  private static final class TriplesMap extends MapRegion<List<Outcome<String>>> {
    private final Mode mode;
    private final Items<String> a;
    private final Items<String> b;
    private final Items<String> c;
    private final String poison;
    private boolean prepared;

    TriplesMap(Mode mode, List<String> a, List<String> b, List<String> c, String poison) {
      super(new Execution("P", Setup.DEFAULT).start(Memo.NONE), "triples", mode, 1);
      this.mode = mode;
      this.a = items("a", a);
      this.b = items("b", b);
      this.c = items("c", c);
      this.poison = poison;
    }

    @Override
    protected void prepare() {
      prepared = true;
    }

    @Override
    protected void chunk(Rows rows) {
      Column<String> a = column(this.a, rows);
      Column<String> b = column(this.b, rows);
      Column<String> c = column(this.c, rows);
      Column<String> triple = Column.of("triple", rows);
      for (int row = rows.first(); row >= 0; row = rows.after(row)) {
        try {
          triple.set(row, triple(a.get(row), b.get(row), c.get(row)));
        } catch (RuntimeException failure) {
          if (mode == Mode.SOFT_PRODUCT) {
            fail("triple", rows, row, failure, CallInputs.of(() -> null, "a", a.get(row)));
          } else {
            fail("triple", rows, row, failure);
          }
        }
      }
      keep(0, triple, rows);
    }

    private String triple(String a, String b, String c) {
      String triple = a + b + c;
      if (triple.equals(poison)) {
        throw new IllegalStateException(triple);
      }
      return triple;
    }

    @Override
    protected List<Outcome<String>> result() {
      if (mode == Mode.SOFT_PRODUCT) {
        return outcomes(0);
      }
      List<Outcome<String>> all = new ArrayList<>();
      this.<String>list(0).forEach(each -> all.add(new Outcome.Ok<>(each)));
      return all;
    }
  }

  private static List<String> named(String list, int size) {
    return LengthsMap.texts(size).stream().map(each -> list + each).toList();
  }

  private static List<String> loops(List<String> a, List<String> b, List<String> c) {
    List<String> triples = new ArrayList<>();
    for (String x : a) {
      for (String y : b) {
        for (String z : c) {
          triples.add(x + y + z);
        }
      }
    }
    return triples;
  }

  @Property(tries = 100)
  void theProductIsNestedLoopsTheFirstListSlowest(
      @ForAll @Size(max = 12) List<Integer> a,
      @ForAll @Size(max = 12) List<Integer> b,
      @ForAll @Size(max = 12) List<Integer> c) {
    List<String> as = named("a", a.size());
    List<String> bs = named("b", b.size());
    List<String> cs = named("c", c.size());
    TriplesMap map = new TriplesMap(MapRegion.Mode.PRODUCT, as, bs, cs, "");
    assertEquals(loops(as, bs, cs), Outcome.values(map.map()));
    assertEquals(!(a.isEmpty() || b.isEmpty() || c.isEmpty()), map.prepared);
  }

  @Property(tries = 50)
  void aFailureIsToldByItsPlaceInTheProduct(@ForAll @Size(min = 1, max = 12) List<Integer> sizes) {
    List<String> as = named("a", sizes.size());
    List<String> bs = named("b", 7);
    List<String> cs = named("c", 11);
    String poison = "a" + (sizes.size() - 1) + "b3c10";
    int item = loops(as, bs, cs).indexOf(poison);
    List<Outcome<String>> outcomes =
        new TriplesMap(MapRegion.Mode.SOFT_PRODUCT, as, bs, cs, poison).map();
    assertEquals(as.size() * 77, outcomes.size());
    assertEquals(as.size() * 77 - 1, Outcome.values(outcomes).size());
    Outcome.Failed<String> failed = (Outcome.Failed<String>) outcomes.get(item);
    assertEquals(item, failed.index());
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () -> new TriplesMap(MapRegion.Mode.PRODUCT, as, bs, cs, poison).map());
    assertEquals(List.of("in the node \"triples.triple\", item " + item), LengthsMap.notes(thrown));
  }

  @Test
  void moreItemsThanAListHoldsAreRefusedBeforeAnythingRuns() {
    TriplesMap map = new TriplesMap(MapRegion.Mode.PRODUCT, List.of("a"), MANY, MANY, "");
    assertEquals(
        "\"triples\" combines its lists to at least 2500000000 items, more than a list can hold;"
            + " map over parts of them",
        assertThrows(TooManyItemsException.class, map::map).getMessage());
    assertFalse(map.prepared);
    TriplesMap all = new TriplesMap(MapRegion.Mode.SOFT_PRODUCT, MANY, MANY, MANY, "");
    assertThrows(TooManyItemsException.class, all::map);
  }

  @Test
  void anEmptyListGivesNothingHoweverLongTheOthersAre() {
    List<List<List<String>>> empties =
        List.of(
            List.of(List.of(), MANY, MANY),
            List.of(MANY, List.of(), MANY),
            List.of(MANY, MANY, List.of()));
    for (List<List<String>> each : empties) {
      TriplesMap map =
          new TriplesMap(MapRegion.Mode.PRODUCT, each.get(0), each.get(1), each.get(2), "");
      assertEquals(List.of(), map.map());
      assertFalse(map.prepared);
    }
  }

  @Test
  void aNullItemIsToldByItsListAndPlaceThere() {
    List<String> withNull = new ArrayList<>(named("b", 3));
    withNull.set(1, null);
    NullResultException failure =
        assertThrows(
            NullResultException.class,
            () ->
                new TriplesMap(MapRegion.Mode.PRODUCT, named("a", 3), withNull, named("c", 3), ""));
    assertEquals(
        "\"b\" is null for item 1; declare it @Nullable, or give it a value", failure.getMessage());
  }

  @Test
  void aListMayBeCombinedWithItself() {
    List<String> list = named("a", 17);
    TriplesMap map = new TriplesMap(MapRegion.Mode.PRODUCT, list, list, list, "");
    List<Outcome<String>> outcomes = map.map();
    assertEquals(17 * 17 * 17, outcomes.size());
    assertTrue(outcomes.contains(new Outcome.Ok<>("a16a16a16")));
    assertSame(Outcome.Ok.class, outcomes.get(0).getClass());
  }
}
