package dev.millrace.processor.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class NamesTest {

  @Test
  void aSlipIsNear() {
    assertTrue(Names.isNear("token", "tokens"), "a letter too few");
    assertTrue(Names.isNear("tokens", "token"), "a letter too many");
    assertTrue(Names.isNear("tokans", "tokens"), "another letter");
    assertTrue(Names.isNear("toknes", "tokens"), "two letters the other way round");
  }

  @Test
  void whatIsHalfAnotherNameIsNoSlip() {
    assertFalse(Names.isNear("a", "b"));
    assertFalse(Names.isNear("up", "us"));
    assertFalse(Names.isNear("rank", "tank1"), "two of four letters");
    assertTrue(Names.isNear("ranks", "tanky"), "two of five");
  }

  @Test
  void theNearestIsMeantAndOfEquallyNearOnesTheFirst() {
    assertEquals(
        Optional.of("tokens"), Names.nearest("token", List.of("taken1", "tokens", "tokes")));
    assertEquals(Optional.of("tokes"), Names.nearest("token", List.of("tokes", "tokens")));
    assertEquals(Optional.empty(), Names.nearest("token", List.of("words")));
  }

  @Test
  void itAsksForTheNearestOrSaysNothing() {
    assertEquals(". Did you mean \"tokens\"?", Names.didYouMean("token", List.of("tokens")));
    assertEquals("", Names.didYouMean("token", List.of()));
  }

  /** The oracle is Levenshtein's definition; beyond two edits, how many does not matter. */
  @Property(tries = 1000)
  void theDistanceIsTheFewestEdits(
      @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'c') String a,
      @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'c') String b) {
    int edits = edits(a, b);
    int distance = Names.distance(a, b);
    assertEquals(edits <= 2 ? edits : Math.max(3, distance), distance);
    assertEquals(distance, Names.distance(b, a));
  }

  private static int edits(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    String restOfA = a.substring(1);
    String restOfB = b.substring(1);
    int kept = edits(restOfA, restOfB) + (a.charAt(0) == b.charAt(0) ? 0 : 1);
    return Math.min(kept, 1 + Math.min(edits(restOfA, b), edits(a, restOfB)));
  }
}
