package dev.millrace.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ResultsTest {

  enum End {
    OK,
    FAILED,
    CANCELLED
  }

  private static Outcome<Integer> outcome(End end, int index) {
    return switch (end) {
      case OK -> new Outcome.Ok<>(index);
      case FAILED -> new Outcome.Failed<>("vec", index, Map.of(), new IOException("" + index));
      case CANCELLED -> new Outcome.Failed<>("vec", index, Map.of(), new CancelledException("vec"));
    };
  }

  private static Results<Integer> results(List<End> ends) {
    List<Outcome<Integer>> outcomes = new ArrayList<>();
    for (End end : ends) {
      outcomes.add(outcome(end, outcomes.size()));
    }
    return Results.of(outcomes);
  }

  @Property
  void countEveryItemOnceAndKeepTheOrder(@ForAll List<End> ends) {
    Results<Integer> results = results(ends);
    Results.Counts counts = results.counts();
    assertEquals(ends.size(), results.size());
    assertEquals(ends.size(), counts.requested());
    assertEquals(ends.stream().filter(End.OK::equals).count(), counts.ok());
    assertEquals(ends.stream().filter(End.FAILED::equals).count(), counts.failed());
    assertEquals(ends.stream().filter(End.CANCELLED::equals).count(), counts.skipped());
    assertEquals(counts.failed() + counts.skipped(), results.failures().size());
    int index = 0;
    for (Outcome<Integer> outcome : results) {
      assertSame(outcome, results.get(index));
      assertSame(outcome, results.outcomes().get(index++));
    }
  }

  @Property
  void giveAllValuesOrThrowTheFirstFailureAsItIs(@ForAll List<End> ends) {
    Results<Integer> results = results(ends);
    @Nullable Throwable first =
        results.failures().isEmpty() ? null : results.failures().get(0).cause();
    if (first == null) {
      assertEquals(ends.size(), results.values().size());
      assertEquals(Outcome.values(results.outcomes()), results.values());
    } else {
      assertSame(first, assertThrows(Throwable.class, results::values));
    }
  }

  @Test
  void tellHowManyFailed() {
    assertEquals("1 of 3 failed", results(List.of(End.OK, End.FAILED, End.OK)).toString());
    assertEquals(
        "1 of 3 failed, 2 skipped",
        results(List.of(End.CANCELLED, End.FAILED, End.CANCELLED)).toString());
    assertEquals("0 of 0 failed", results(List.of()).toString());
  }

  @Test
  void cannotBeChanged() {
    List<Outcome<Integer>> given = new ArrayList<>(List.of(outcome(End.OK, 0)));
    Results<Integer> results = Results.of(given);
    given.clear();
    assertEquals(1, results.size());
    assertThrows(UnsupportedOperationException.class, () -> results.outcomes().clear());
    assertThrows(UnsupportedOperationException.class, () -> results.values().clear());
    assertThrows(UnsupportedOperationException.class, () -> results.failures().add(null));
    assertThrows(IndexOutOfBoundsException.class, () -> results.get(1));
  }

  @Test
  void keepNullValuesAndRefuseNullOutcomes() {
    List<Outcome<@Nullable String>> outcomes = List.of(new Outcome.Ok<>(null));
    assertEquals(Arrays.asList((Object) null), Results.of(outcomes).values());
    List<Outcome<String>> none = Arrays.asList((Outcome<String>) null);
    assertThrows(NullPointerException.class, () -> Results.of(none));
  }

  @Test
  void areEqualWhenTheirOutcomesAre() {
    Results<Integer> results = results(List.of(End.OK, End.OK));
    assertEquals(results, results(List.of(End.OK, End.OK)));
    assertEquals(results.hashCode(), results(List.of(End.OK, End.OK)).hashCode());
    assertNotEquals(results, results(List.of(End.OK)));
  }
}
