package dev.millrace.runtime.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalTest {
  private static int columns(String system, String... environment) {
    return Terminal.columns(
        true, environment.length == 0 ? Map.of() : Map.of(environment[0], environment[1]), system);
  }

  @Test
  void aTerminalHasEightyColumnsUnlessItSaysOtherwise() {
    assertEquals(80, columns("Linux", "TERM", "xterm"));
    assertEquals(132, columns("Linux", "COLUMNS", "132"));
    assertEquals(40, columns("Linux", "COLUMNS", "7"));
    assertEquals(80, columns("Linux", "COLUMNS", "wide"));
    assertEquals(80, columns("Mac OS X"));
  }

  @Test
  void nothingIsDrawnWhereThereIsNoTerminalOrOneThatKnowsNoMovements() {
    assertEquals(0, Terminal.columns(false, Map.of("TERM", "xterm"), "Linux"));
    assertEquals(0, columns("Linux", "TERM", "dumb"));
    assertEquals(0, columns("Windows 10"));
    assertEquals(80, columns("Windows 11", "WT_SESSION", "1"));
    assertEquals(80, columns("Windows 10", "TERM", "xterm"));
  }
}
