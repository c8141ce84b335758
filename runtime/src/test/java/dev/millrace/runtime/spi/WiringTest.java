package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

final class WiringTest {
  private final Wiring wiring =
      Wiring.of("P", "a", "b", "root =", "private x$1 = a, root", "x = x$1, b", "private y = x");

  private static BitSet set(int... places) {
    BitSet set = new BitSet();
    for (int place : places) {
      set.set(place);
    }
    return set;
  }

  @Test
  void namesValuesByPlace() {
    assertEquals("P", wiring.pipeline());
    assertEquals(6, wiring.size());
    assertEquals("b", wiring.name(1));
    assertEquals("x$1", wiring.name(3));
    assertEquals("x", wiring.label(3));
    assertEquals("y", wiring.label(5));
  }

  @Test
  void knowsWhatAStepReads() {
    assertTrue(wiring.readsAny(3, set(2)));
    assertFalse(wiring.readsAny(3, set(1, 3)));
    assertFalse(wiring.readsAny(0, set(0, 1, 2, 3, 4, 5)));
    BitSet reads = set(5);
    wiring.addReads(4, reads);
    wiring.addReads(2, reads);
    assertEquals(set(1, 3, 5), reads);
  }

  @Test
  void knowsWhatIsAskedFor() {
    assertEquals(set(4), wiring.wanted(4));
    assertEquals(set(2, 4), wiring.wanted(-1), "inputs are no outputs, nor what is private");
  }

  @Test
  void refusesAStepThatReadsWhatIsNotThere() {
    assertEquals(
        "\"x = later\" reads what is not there before it",
        assertThrows(IllegalArgumentException.class, () -> Wiring.of("P", "x = later", "later ="))
            .getMessage());
  }
}
