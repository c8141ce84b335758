package dev.millrace.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final int MANY = 1000;

  @Test
  void beginsWithTheEdgeCases() {
    assertEquals(
        List.of(0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE), Samples.ints().list(5, 5));
    assertEquals(List.of(3, 9), Samples.ints(3, 9).list(5, 2));
    assertEquals(0L, Samples.longs().get(5, 0));
    assertEquals(List.of(0.0, -0.0), Samples.doubles().list(5, 2));
    assertEquals(List.of(0f, -0f), Samples.floats().list(5, 2));
    assertEquals(List.of("", " ", "a"), Samples.strings().list(5, 3));
    assertEquals(List.of(), Samples.lists(Samples.ints()).get(5, 0));
    assertEquals(1, Samples.lists(Samples.ints()).get(5, 1).size());
    assertEquals(Optional.empty(), Samples.optionals(Samples.ints()).get(5, 0));
    assertEquals(null, Samples.nullable(Samples.ints()).get(5, 0));
    assertEquals(Double.NaN, Samples.doubles().or(Double.NaN).get(5, 0));
    assertEquals("[0.0, 0.0]", Arrays.toString(Samples.floatVectors(2).get(5, 0)));
    assertEquals(
        List.of(TimeUnit.values()),
        Samples.enums(TimeUnit.class).list(5, TimeUnit.values().length));
  }

  @Property(tries = 50)
  void decidesValuesBySeedAndNumberAndMakesThemAnew(@ForAll long seed) {
    Samples<List<float[]>> samples =
        Samples.lists(Samples.floatVectors(3)).filter(l -> !l.isEmpty());
    for (int number = 0; number < 20; number++) {
      List<float[]> first = samples.get(seed, number);
      List<float[]> second = samples.get(seed, number);
      assertEquals(first.size(), second.size());
      assertTrue(Arrays.equals(first.get(0), second.get(0)));
      assertNotSame(first.get(0), second.get(0));
    }
    assertEquals(Samples.strings().list(seed, 40), Samples.strings().list(seed, 40));
  }

  @Test
  void givesOtherValuesForOtherSeeds() {
    assertFalse(Samples.longs().list(1, 30).equals(Samples.longs().list(2, 30)));
  }

  @Test
  void coversWhatItPromises() {
    List<String> texts = Samples.strings().list(1, MANY);
    assertTrue(texts.stream().anyMatch(each -> each.length() > 1000));
    assertTrue(texts.stream().filter(String::isEmpty).count() > 5, "edge cases come again");
    assertTrue(texts.stream().anyMatch(each -> each.codePoints().anyMatch(c -> c > 0xffff)));
    assertTrue(new HashSet<>(texts).size() > MANY / 2);
    assertEquals(
        List.of(3, 4, 5), Samples.ints(3, 5).list(1, MANY).stream().distinct().sorted().toList());
    assertTrue(
        Samples.nullable(Samples.ints()).list(1, MANY).stream().anyMatch(each -> each != null));
    assertTrue(
        Samples.lists(Samples.booleans()).list(1, MANY).stream().anyMatch(l -> l.size() == 8));
    assertEquals(
        4,
        new HashSet<>(
                Samples.combine(Samples.booleans(), Samples.booleans(), List::of).list(1, MANY))
            .size());
  }

  @Test
  void givesNoNaNUnlessAsked() {
    assertTrue(Samples.doubles().list(1, MANY).stream().allMatch(Double::isFinite));
    assertTrue(Samples.floats().list(1, MANY).stream().allMatch(Float::isFinite));
  }

  @Test
  void putsEdgeCasesInStep() {
    Samples<String> samples =
        Samples.combine(Samples.of("a", "b"), Samples.ints(1, 9), (text, n) -> text + n);
    assertEquals(List.of("a1", "b9"), samples.list(3, 2));
    List<Object> seen = new ArrayList<>();
    for (Object[] row : Samples.rows(Samples.strings(), Samples.ints(7, 7)).list(3, 3)) {
      seen.addAll(Arrays.asList(row));
    }
    assertEquals(List.of("", 7, " ", 7, "a", 7), seen);
  }

  @Test
  void filtersEdgeCasesToo() {
    assertTrue(
        Samples.strings().filter(each -> !each.isBlank()).list(1, MANY).stream()
            .noneMatch(String::isBlank));
    assertThrows(IllegalStateException.class, () -> Samples.ints().filter(each -> false).get(1, 0));
  }

  @Test
  void refusesWhatHasNoValues() {
    assertThrows(IllegalArgumentException.class, () -> Samples.of());
    assertThrows(IllegalArgumentException.class, () -> Samples.ints(2, 1));
    assertThrows(IllegalArgumentException.class, () -> Samples.floatVectors(0));
  }
}
