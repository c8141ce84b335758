package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.MissingInputException;
import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.ProgressSnapshot;
import dev.millrace.runtime.Results;
import dev.millrace.runtime.RunInfo;
import dev.millrace.runtime.TooManyItemsException;
import dev.millrace.runtime.UnequalLengthsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many runs in one call: what comes of them, and how often each node runs. */
final class SweepTest {
  private static final HandMade.Body JOINED = (values, use) -> String.valueOf(values);

  /** index reads the corpus, hits read it and the query, ranked reads hits and k. */
  private final HandMade search =
      new HandMade("corpus", "query", "k")
          .node("index = corpus", JOINED)
          .node("hits = query, index", JOINED)
          .node("ranked = hits, k", JOINED)
          .node("size = corpus", JOINED);

  private Settings corpus() {
    return search.with(search.over(), "corpus", "c");
  }

  // Items

  @Test
  void whatVariesIsTakenSideBySide() {
    Settings over = search.each(search.each(corpus(), "query", "a", "b"), "k", 1, 2);
    assertEquals(List.of("[[a, [c]], 1]", "[[b, [c]], 2]"), search.sweep(over, "ranked").values());
  }

  @Test
  void orEachIsCombinedWithEachTheFirstBeingTheSlowest() {
    Settings over = search.each(search.each(corpus(), "query", "a", "b"), "k", 1, 2, 3).product();
    assertEquals(
        List.of(
            "[[a, [c]], 1]",
            "[[a, [c]], 2]",
            "[[a, [c]], 3]",
            "[[b, [c]], 1]",
            "[[b, [c]], 2]",
            "[[b, [c]], 3]"),
        search.sweep(over, "ranked").values());
  }

  @Test
  void withoutAnythingThatVariesThereIsOneItem() {
    Settings over = search.with(corpus(), "query", "a");
    assertEquals(List.of("[a, [c]]"), search.sweep(over, "hits").values());
    assertEquals(List.of("[a, [c]]"), search.sweep(over.product(), "hits").values());
  }

  @Test
  void nothingInGivesNothingOutAndNothingRuns() {
    Settings none = search.each(corpus(), "query");
    assertEquals(Results.of(List.of()), search.sweep(none, "hits"));
    Settings combined = search.each(none, "k", IntStream.range(0, 70_000).boxed().toArray());
    combined = search.each(combined, "corpus", IntStream.range(0, 70_000).boxed().toArray());
    assertEquals(Results.of(List.of()), search.sweep(combined.product(), "ranked"));
    assertEquals(List.of(), search.ran);
  }

  @Test
  void unequalLengthsAreRefusedBeforeAnythingRuns() {
    Settings over = search.each(search.each(corpus(), "query", "a", "b"), "k", 1);
    assertEquals(
        "\"Made\" maps over \"query\" (2 items) and \"k\" (1 items) together; they must be equally"
            + " long",
        assertThrows(UnequalLengthsException.class, () -> search.sweep(over, "ranked"))
            .getMessage());
    assertEquals(List.of(), search.ran);
  }

  @Test
  void moreThanAListCanHoldIsRefusedBeforeAnythingRuns() {
    Object[] many = IntStream.range(0, 50_000).boxed().toArray();
    Settings over = search.each(search.each(corpus(), "query", many), "k", many).product();
    assertTrue(
        assertThrows(TooManyItemsException.class, () -> search.sweep(over, "ranked"))
            .getMessage()
            .startsWith("\"Made\" combines its lists to at least 2500000000 items"));
    assertEquals(List.of(), search.ran);
  }

  // What is set

  @Test
  void whatIsSetLastCounts() {
    Settings varying = search.each(search.with(corpus(), "query", "a"), "query", "b", "c");
    assertEquals(List.of("[b, [c]]", "[c, [c]]"), search.sweep(varying, "hits").values());
    Settings same = search.with(varying, "query", "d");
    assertEquals(List.of("[d, [c]]"), search.sweep(same, "hits").values());
    Settings again = search.each(search.each(varying, "k", 1, 2), "query", "e", "f").product();
    assertEquals(
        List.of("[[e, [c]], 1]", "[[f, [c]], 1]", "[[e, [c]], 2]", "[[f, [c]], 2]"),
        search.sweep(again, "ranked").values(),
        "and it is the fastest");
  }

  @Test
  void aListIsTakenAsItIsWhenItIsSet() {
    List<String> queries = new ArrayList<>(List.of("a"));
    Settings over = corpus().each(search.place("query"), "query", queries);
    queries.set(0, "b");
    queries.add("c");
    assertEquals(List.of("[a, [c]]"), search.sweep(over, "hits").values());
  }

  @Test
  void anIntermediateMayVaryAndIsThenNotComputed() {
    Settings over = search.each(search.with(search.over(), "query", "q"), "index", "i", "j");
    assertEquals(List.of("[q, i]", "[q, j]"), search.sweep(over, "hits").values());
    assertEquals(List.of("hits", "hits"), search.ran);
  }

  @Test
  void whatIsMissingIsSaidBeforeAnythingRunsAndByTheCall() {
    Settings over = search.each(corpus(), "k", 1, 2);
    MissingInputException missing =
        assertThrows(MissingInputException.class, () -> search.sweep(over, "ranked"));
    assertEquals(List.of("query"), missing.missing());
    assertArrayEquals(new int[] {0, 1}, missing.items());
    assertEquals(List.of(), search.ran);
  }

  @Test
  void noItemThatLacksSomethingMakesAnExceptionOfItsOwn() {
    Settings over = search.each(corpus(), "k", 1, 2, 3);
    int want = search.place("ranked");
    List<MissingInputException> made = new ArrayList<>();
    Sweep.Once<Object> once =
        (slots, memo) -> {
          try {
            return search.execute(slots, want, memo);
          } catch (MissingInputException each) {
            made.add(each);
            throw each;
          }
        };
    Sweep sweep = Sweep.of(search.wiring(), new Execution("Made", Setup.DEFAULT), null);
    assertThrows(MissingInputException.class, () -> sweep.run(over, want, once));
    assertEquals(List.of(), made);
  }

  @Test
  void whatOnlyALaterItemMissesIsSaidBeforeTheFirstRuns() {
    HandMade choosing =
        new HandMade("which", "a", "b")
            .node("private x$0 = a", JOINED)
            .node("private x$1 = b", JOINED)
            .choice("x = which, x$0, x$1");
    Settings over = choosing.each(choosing.with(choosing.over(), "a", "A"), "which", 0, 1, 0, 1);
    MissingInputException missing =
        assertThrows(MissingInputException.class, () -> choosing.sweep(over, "x"));
    assertEquals(List.of("b"), missing.missing());
    assertArrayEquals(new int[] {1, 3}, missing.items());
    assertEquals(List.of(), choosing.ran);
  }

  @Test
  void whatDifferentItemsMissIsSaidTogetherInTheOrderOfTheStages() {
    HandMade choosing =
        new HandMade("which", "a", "b")
            .node("private x$0 = a", JOINED)
            .node("private x$1 = b", JOINED)
            .choice("x = which, x$0, x$1");
    Settings over = choosing.each(choosing.over(), "which", 1, 0);
    MissingInputException missing =
        assertThrows(MissingInputException.class, () -> choosing.sweep(over, "x"));
    assertEquals(List.of("a", "b"), missing.missing());
  }

  // What runs

  @Test
  void whatIsTheSameForAllRunsOnce() {
    Settings over = search.each(search.with(corpus(), "query", "q"), "k", 1, 2, 3);
    assertEquals(3, search.sweep(over, "ranked").counts().ok());
    assertEquals(List.of("index", "hits", "ranked", "ranked", "ranked"), search.ran);
  }

  @Test
  void anOutputThatIsTheSameForAllIsComputedOnceAndGivenToAll() {
    Settings over = search.each(corpus(), "k", 1, 2, 3);
    assertEquals(List.of("[c]", "[c]", "[c]"), search.sweep(over, "index").values());
    assertEquals(List.of("index"), search.ran);
  }

  @Test
  void allOutputsMayBeAskedFor() {
    Settings over = search.each(search.with(corpus(), "k", 1), "query", "a", "b");
    List<Map<String, Object>> all = search.sweepAll(over).values();
    assertEquals(
        Map.of("index", "[c]", "hits", "[b, [c]]", "ranked", "[[b, [c]], 1]", "size", "[c]"),
        all.get(1));
    assertEquals(List.of("index", "hits", "ranked", "size", "hits", "ranked"), search.ran);
  }

  @Test
  void aNullThatIsAValueIsKeptToo() {
    HandMade made =
        new HandMade("k").nullableNode("none =", (values, use) -> null).node("x = none, k", JOINED);
    Settings over = made.each(made.over(), "k", 1, 2);
    assertEquals(List.of("[null, 1]", "[null, 2]"), made.sweep(over, "x").values());
    assertEquals(List.of("none", "x", "x"), made.ran);
  }

  @Test
  void nothingRunsThatNoItemNeedsAndNothingTwiceThatTwoVariantsShare() {
    HandMade choosing =
        new HandMade("which", "a")
            .node("base = a", JOINED)
            .node("private x$0 = base", (values, use) -> "first")
            .node("private x$1 = base", (values, use) -> "second")
            .node("private x$2 = base", (values, use) -> "third")
            .choice("x = which, x$0, x$1, x$2");
    Settings over = choosing.each(choosing.with(choosing.over(), "a", "A"), "which", 0, 1, 0, 1);
    assertEquals(List.of("first", "second", "first", "second"), choosing.sweep(over, "x").values());
    assertEquals(List.of("base", "x$0", "x$1"), choosing.ran);
  }

  // Failures

  /** base, then checked (which varies and fails for 1), then late, which is the same for all. */
  private static HandMade failing(HandMade.Body late) {
    return new HandMade("k")
        .node("base =", JOINED)
        .node("checked = k, base", (values, use) -> odd(values.get(0)))
        .node("late = base", late)
        .node("x = checked, late", JOINED);
  }

  private static Object odd(Object k) throws IOException {
    if (k.equals(1)) {
      throw new IOException("one");
    }
    return k;
  }

  @Test
  void anItemThatFailsIsAnOutcomeAndTheOthersRun() throws Exception {
    HandMade made = failing(JOINED);
    Settings over = made.each(made.over(), "k", 0, 1, 2);
    Results<Object> results = made.sweep(over, "x");
    assertEquals("1 of 3 failed", results.toString());
    Outcome.Failed<Object> failed = results.failures().get(0);
    assertEquals("Failed[\"checked\", item 1: java.io.IOException: one]", failed.toString());
    assertEquals(Map.of("k", 1), failed.inputs());
    made.ran.clear();
    assertSame(IOException.class, assertThrows(IOException.class, failed::reproduce).getClass());
    assertEquals(List.of("base", "checked"), made.ran, "on the item's own inputs");
  }

  @Test
  void theInputsOfAFailureAreAllThatTheItemWasGiven() {
    HandMade made = failing(JOINED);
    Settings over = made.each(made.with(made.over(), "base", "B"), "k", 1);
    Map<String, Object> inputs = made.sweep(over, "x").failures().get(0).inputs();
    assertEquals(List.of("k", "base"), new ArrayList<>(inputs.keySet()));
    assertEquals("B", inputs.get("base"));
  }

  @Test
  void whatAFailedItemHasComputedForAllIsKept() {
    HandMade made = failing(JOINED);
    Settings over = made.each(made.over(), "k", 1, 1, 2, 3);
    made.sweep(over, "x");
    assertEquals(
        List.of("base", "checked", "checked", "checked", "late", "x", "checked", "x"), made.ran);
  }

  @Test
  void aNodeThatWouldFailForAllRunsOnceAndFailsEach() {
    IOException gone = new IOException("gone");
    HandMade made =
        failing(
            (values, use) -> {
              throw gone;
            });
    Results<Object> results = made.sweep(made.each(made.over(), "k", 0, 1, 2), "x");
    assertEquals(
        List.of(
            "Failed[\"late\", item 0: java.io.IOException: gone]",
            "Failed[\"checked\", item 1: java.io.IOException: one]",
            "Failed[\"late\", item 2: java.io.IOException: gone]"),
        results.failures().stream().map(Outcome.Failed::toString).toList());
    assertSame(gone, results.failures().get(2).cause());
    assertEquals(List.of("base", "checked", "late", "checked", "checked"), made.ran);
  }

  @Test
  void aFailureOfAVariantIsNotThatOfAnother() {
    HandMade choosing =
        new HandMade("which")
            .node("private x$0 =", (values, use) -> odd(1))
            .node("private x$1 =", (values, use) -> "second")
            .choice("x = which, x$0, x$1");
    Settings over = choosing.each(choosing.over(), "which", 0, 1, 0);
    Results<Object> results = choosing.sweep(over, "x");
    assertEquals(
        List.of("Failed[\"x\", item 0: java.io.IOException: one]", "Ok[value=second]"),
        List.of(results.get(0).toString(), results.get(1).toString()));
    assertEquals("x", results.failures().get(1).node());
    assertEquals(List.of("x$0", "x$1"), choosing.ran);
  }

  @Test
  void anErrorEndsTheCall() {
    StackOverflowError error = new StackOverflowError();
    HandMade made =
        failing(
            (values, use) -> {
              throw error;
            });
    Settings over = made.each(made.over(), "k", 0, 2);
    assertSame(error, assertThrows(StackOverflowError.class, () -> made.sweep(over, "x")));
    assertEquals(List.of("base", "checked", "late"), made.ran);
  }

  @Test
  void anInterruptEndsTheCallAsItIs() {
    InterruptedException interrupt = new InterruptedException();
    HandMade made =
        failing(
            (values, use) -> {
              throw interrupt;
            });
    Settings over = made.each(made.over(), "k", 0, 2);
    assertSame(interrupt, assertThrows(InterruptedException.class, () -> made.sweep(over, "x")));
    assertEquals(List.of("base", "checked", "late"), made.ran);
  }

  @Test
  void soDoesWhatIsThrownWhereTheThreadIsInterrupted() {
    IOException closed = new IOException("closed by an interrupt");
    HandMade made =
        failing(
            (values, use) -> {
              Thread.currentThread().interrupt();
              throw closed;
            });
    Settings over = made.each(made.over(), "k", 0, 2);
    assertSame(closed, assertThrows(IOException.class, () -> made.sweep(over, "x")));
    assertTrue(Thread.interrupted());
  }

  // Listeners

  @Test
  void aListenerIsToldOfEachRunAndOfAllTogether() {
    Told told = new Told();
    HandMade made = failing(JOINED);
    made.listener = told;
    made.sweep(made.each(made.over(), "k", 1, 2), "x");
    assertEquals(
        List.of(
            "run Made",
            "map Made 2",
            "run Made",
            "begin base",
            "end base 1",
            "begin checked",
            "failed Made: one",
            "at Made 1/2, 1 failed",
            "run Made",
            "begin checked",
            "end checked 1",
            "begin late",
            "end late 1",
            "begin x",
            "end x 1",
            "ran Made",
            "at Made 2/2, 1 failed",
            "end Made 2",
            "ran Made"),
        told.lines);
    assertNull(told.runs.get(0).around());
    assertEquals(3, told.runs.stream().map(RunInfo::id).distinct().count());
    assertSame(told.runs.get(0), told.runs.get(1).around());
    assertSame(told.runs.get(0), told.runs.get(2).around());
    assertEquals(
        List.of(new ProgressSnapshot.OfMap("Made", 2, 2, 1, List.of())),
        told.runs.get(0).progress().maps());
  }

  @Test
  void aListenerIsToldOfACallThatEnds() {
    Told told = new Told();
    HandMade made =
        new HandMade("k")
            .node(
                "x = k",
                (values, use) -> {
                  if (values.get(0).equals(1)) {
                    throw new InterruptedException();
                  }
                  return "x";
                });
    made.listener = told;
    Settings over = made.each(made.over(), "k", 0, 1, 2);
    assertThrows(InterruptedException.class, () -> made.sweep(over, "x"));
    assertEquals(
        List.of("at Made 1/3", "run Made", "begin x", "failed Made: null", "failed Made: null"),
        told.lines.subList(told.lines.size() - 5, told.lines.size()));
  }

  @Test
  void nullsAreRefusedByIndexWhereTheyAreNoValues() {
    int k = search.place("k");
    assertEquals(
        "\"k\" is null for item 1; declare it @Nullable, or give it a value",
        assertThrows(
                NullResultException.class,
                () -> corpus().each(k, "k", Arrays.asList(1, null, null)))
            .getMessage());
    assertEquals(
        "what \"k\" is to be, each in turn, is null; give it a list",
        assertThrows(NullPointerException.class, () -> corpus().each(k, "k", null)).getMessage());
    assertEquals(
        "\"k\" is null; give it a value or leave it out",
        assertThrows(NullPointerException.class, () -> corpus().with(k, "k", null)).getMessage());
  }

  @Test
  void nullsAreTakenWhereTheyAreValues() {
    HandMade made = new HandMade("k").nullableNode("x = k", (values, use) -> values.get(0));
    int k = made.place("k");
    Settings over = made.over().eachNullable(k, "k", Arrays.asList(1, null));
    assertEquals(Arrays.asList(1, null), made.sweep(over, "x").values());
    Settings same = over.withNullable(k, "k", null);
    assertNull(made.sweep(same, "x").get(0).orElseThrow());
  }

  @Test
  void aNullIsAmongTheInputsOfAFailureWhereItWasGiven() {
    HandMade made = new HandMade("k", "unset").node("x = k", (values, use) -> null);
    Settings over = made.over().eachNullable(0, "k", Collections.singletonList(null));
    Outcome.Failed<Object> failed = made.sweep(over, "x").failures().get(0);
    assertEquals(Collections.singletonMap("k", null), failed.inputs());
    assertEquals(NullResultException.class, failed.cause().getClass());
  }
}
