package dev.millrace.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.spi.CallInputs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OutcomeTest {
  private static final IOException CAUSE = new IOException("away");

  private static <T> Outcome.Failed<T> failed() {
    return new Outcome.Failed<>("vec", 7, Map.of("text", "a"), CAUSE);
  }

  @Test
  void anOkHasItsValueEvenIfThatIsNull() {
    Outcome<@Nullable String> none = new Outcome.Ok<>(null);
    assertTrue(none.isOk());
    assertNull(none.orElseThrow());
    assertEquals("a", new Outcome.Ok<>("a").orElseThrow());
  }

  @Test
  void aFailureThrowsItsCauseAsItIs() {
    Outcome<String> failed = failed();
    assertFalse(failed.isOk());
    assertSame(CAUSE, assertThrows(IOException.class, failed::orElseThrow));
  }

  @Test
  void everyOutcomeIsOneOfTheTwo() {
    for (Outcome<String> outcome : List.of(new Outcome.Ok<>("a"), OutcomeTest.<String>failed())) {
      String told;
      if (outcome instanceof Outcome.Ok<String> ok) {
        told = ok.value();
      } else if (outcome instanceof Outcome.Failed<String> failed) {
        told = failed.node() + " " + failed.index();
      } else {
        throw new AssertionError(outcome);
      }
      assertEquals(outcome.isOk() ? "a" : "vec 7", told);
    }
  }

  @Test
  void aFailureKeepsItsInputsInOrderWhateverBecomesOfTheMap() {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    given.put("z", 1);
    given.put("a", null);
    given.put("m", 2);
    Outcome.Failed<String> failed = new Outcome.Failed<>("vec", 0, given, CAUSE);
    given.clear();
    assertEquals(List.of("z", "a", "m"), new ArrayList<>(failed.inputs().keySet()));
    assertTrue(failed.inputs().containsKey("a"));
    assertNull(failed.inputs().get("a"));
    assertThrows(UnsupportedOperationException.class, () -> failed.inputs().put("b", 1));
  }

  @Test
  void aFailureThatNoRunMadeCannotBeReproduced() {
    NotReproducibleException refused =
        assertThrows(NotReproducibleException.class, OutcomeTest.<String>failed()::reproduce);
    assertEquals(
        "this failure of \"vec\" was not made by a run, so there is no call to repeat; ask a"
            + " failure that a run has returned",
        refused.getMessage());
  }

  @Test
  void aFailureOfARunMakesItsCallAgain() throws Exception {
    List<String> calls = new ArrayList<>();
    CallInputs inputs =
        CallInputs.of(
            () -> {
              calls.add("a");
              if (calls.size() == 1) {
                throw CAUSE;
              }
              return calls.size();
            },
            "text",
            "a",
            "scale",
            null);
    Outcome.Failed<String> failed = new Outcome.Failed<>("vec", 7, inputs, CAUSE);
    assertSame(inputs, failed.inputs());
    assertSame(CAUSE, assertThrows(IOException.class, failed::reproduce));
    assertEquals(2, failed.reproduce());
    assertInstanceOf(Outcome.Failed.class, failed.map(Function.identity()));
  }

  @Test
  void aFailureTellsWhereAndWhyAndNotItsInputs() {
    assertEquals("Failed[\"vec\", item 7: java.io.IOException: away]", failed().toString());
  }

  @Test
  void itemsAreCountedFromZero() {
    assertEquals(
        "items are counted from 0, but this is -1",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Outcome.Failed<>("vec", -1, Map.of(), CAUSE))
            .getMessage());
  }

  @Test
  void aFailureIsMappedToItself() {
    Outcome<String> failed = failed();
    assertSame(
        failed,
        failed.map(
            text -> {
              throw new AssertionError(text);
            }));
  }

  @Property
  void mappingAndDroppingFailuresAreWhatTheyAreForLists(
      @ForAll List<@net.jqwik.api.constraints.WithNull Integer> numbers) {
    List<Outcome<Integer>> outcomes = new ArrayList<>();
    for (Integer number : numbers) {
      outcomes.add(new Outcome.Ok<>(number));
      outcomes.add(failed());
    }
    assertEquals(numbers, Outcome.values(outcomes));
    assertEquals(
        numbers.stream().map(Objects::toString).toList(),
        Outcome.values(outcomes.stream().map(each -> each.map(Objects::toString)).toList()));
  }

  @Test
  void theValuesAreOfATypeAboveTheirOwnAndNobodyChangesThem() {
    List<Number> values =
        Outcome.values(Arrays.asList(new Outcome.Ok<>(1), new Outcome.Ok<>(1.5), failed()));
    assertEquals(List.of(1, 1.5), values);
    assertThrows(UnsupportedOperationException.class, () -> values.add(2));
  }
}
