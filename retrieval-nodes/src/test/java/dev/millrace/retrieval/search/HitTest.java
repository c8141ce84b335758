package dev.millrace.retrieval.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HitTest {
  @Test
  void refusesAScoreThatIsNotANumber() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new Hit("p7", Double.NaN));
    assertTrue(e.getMessage().contains("\"p7\"") && e.getMessage().contains("NaN"), e::getMessage);
  }

  @Test
  void takesNegativeZeroForZero() {
    assertEquals(new Hit("a", 0.0), new Hit("a", -0.0));
  }
}
