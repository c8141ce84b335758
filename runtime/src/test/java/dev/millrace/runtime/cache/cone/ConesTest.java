package dev.millrace.runtime.cache.cone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.Signature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConesTest {
  private static final BitSet NONE = new BitSet();
  private static final byte[] ENVIRONMENT = bytes("here");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Wire step(String code, Integer... reads) {
    return new Wire.Step(bytes(code), List.of(reads));
  }

  private static Wire cut() {
    return new Wire.Cut();
  }

  private static Cones cones(Wire... wires) {
    return new Cones(ENVIRONMENT, List.of(wires));
  }

  private static Signature value(int value) {
    return new Signature(17, value);
  }

  /** The seed's first scenario: what is not above a value has no say in its key. */
  @Test
  void hasTheCutsAboveItAndNoOthers() {
    Cones cones = cones(cut(), cut(), cut(), step("foo", 0, 1), step("bar", 3, 2));
    assertEquals(List.of(0, 1), cones.above(3, NONE).cuts());
    assertEquals(List.of(0, 1, 2), cones.above(4, NONE).cuts());
  }

  @Test
  void whatIsGivenIsACutAndNothingAboveItCounts() {
    Cones cones = cones(cut(), step("foo", 0), step("bar", 1));
    BitSet given = new BitSet();
    given.set(1);
    Cone cone = cones.above(2, given);
    assertEquals(List.of(1), cone.cuts());
    assertNotEquals(cones.above(2, NONE).key(cut -> value(1)), cone.key(cut -> value(1)));
    given.set(0);
    assertArrayEquals(cone.digest(), cones.above(2, given).digest(), "the ancestor is ignored");
  }

  @Test
  void whatIsImpureCutsOff() {
    Cones cones = cones(cut(), cut(), step("bar", 1));
    assertEquals(List.of(1), cones.above(2, NONE).cuts());
  }

  @Test
  void theOrderOfDeclarationsDoesNotCount() {
    Cone one = cones(cut(), cut(), step("f", 0), step("g", 1), step("h", 2, 3)).above(4, NONE);
    Cone other = cones(cut(), cut(), step("g", 0), step("f", 1), step("h", 3, 2)).above(4, NONE);
    assertArrayEquals(one.digest(), other.digest());
    assertEquals(List.of(0, 1), one.cuts());
    assertEquals(List.of(1, 0), other.cuts());
    assertEquals(one.key(ConesTest::value), other.key(cut -> value(1 - cut)));
  }

  @Test
  void theOrderOfParametersDoes() {
    Cone one = cones(cut(), cut(), step("f", 0, 1)).above(2, NONE);
    Cone swapped = cones(cut(), cut(), step("f", 1, 0)).above(2, NONE);
    assertNotEquals(one.key(ConesTest::value), swapped.key(ConesTest::value));
    Cone twice = cones(cut(), cut(), step("f", 0, 0)).above(2, NONE);
    assertNotEquals(one.key(cut -> value(7)), twice.key(cut -> value(7)));
  }

  @Test
  void codeAnywhereAboveCountsAndSoDoesTheEnvironment() {
    Wire[] wires = {cut(), step("f", 0), step("g", 1)};
    Signature key = cones(wires).above(2, NONE).key(ConesTest::value);
    Signature changed =
        cones(cut(), step("F", 0), step("g", 1)).above(2, NONE).key(ConesTest::value);
    assertNotEquals(key, changed);
    Signature elsewhere =
        new Cones(bytes("there"), List.of(wires)).above(2, NONE).key(ConesTest::value);
    assertNotEquals(key, elsewhere);
  }

  @Test
  void aCutHasNoConeAndAStepReadsWhatIsThereBeforeIt() {
    assertThrows(IllegalArgumentException.class, () -> cones(cut()).above(0, NONE));
    assertThrows(IllegalArgumentException.class, () -> cones(cut(), step("f", 1)));
    assertThrows(IllegalArgumentException.class, () -> cones(cut(), step("f", -1)));
  }

  /** The oracle: what a value is computed by, written out, its cuts numbered as they are met. */
  private static String term(Wire[] wires, BitSet given, int place, Map<Integer, Integer> cuts) {
    if (given.get(place) || wires[place] instanceof Wire.Cut) {
      cuts.putIfAbsent(place, cuts.size());
      return "#" + cuts.get(place);
    }
    Wire.Step step = (Wire.Step) wires[place];
    return new String(step.code(), StandardCharsets.UTF_8)
        + step.reads().stream()
            .map(read -> term(wires, given, read, cuts))
            .collect(Collectors.joining(",", "(", ")"));
  }

  @Property(tries = 300)
  void conesAreEqualWhereWhatTheyStandForIs(@ForAll Random random) {
    Map<String, List<Integer>> digests = new HashMap<>();
    Map<List<Integer>, String> terms = new HashMap<>();
    for (int graph = 0; graph < 10; graph++) {
      Wire[] wires = wires(random);
      BitSet given = new BitSet();
      for (int place = 0; place < wires.length; place++) {
        given.set(place, random.nextInt(6) == 0);
      }
      Cones cones = cones(wires);
      for (int place = 0; place < wires.length; place++) {
        if (given.get(place) || wires[place] instanceof Wire.Cut) {
          continue;
        }
        Map<Integer, Integer> cuts = new HashMap<>();
        String term = term(wires, given, place, cuts);
        Cone cone = cones.above(place, given);
        assertEquals(cuts.size(), cone.cuts().size());
        cone.cuts().forEach(cut -> assertEquals(cuts.get(cut), cone.cuts().indexOf(cut)));
        List<Integer> digest = boxed(cone.digest());
        assertEquals(digest, digests.computeIfAbsent(term, added -> digest), term);
        assertEquals(term, terms.computeIfAbsent(digest, added -> term));
      }
    }
  }

  private static Wire[] wires(Random random) {
    Wire[] wires = new Wire[2 + random.nextInt(6)];
    for (int place = 0; place < wires.length; place++) {
      if (place == 0 || random.nextInt(4) == 0) {
        wires[place] = cut();
        continue;
      }
      Integer[] reads = new Integer[random.nextInt(3)];
      for (int read = 0; read < reads.length; read++) {
        reads[read] = random.nextInt(place);
      }
      wires[place] = step(random.nextBoolean() ? "f" : "g", reads);
    }
    return wires;
  }

  private static List<Integer> boxed(byte[] bytes) {
    List<Integer> boxed = new ArrayList<>();
    for (byte each : bytes) {
      boxed.add((int) each);
    }
    return boxed;
  }
}
