package dev.millrace.runtime.observe;

import java.util.Map;

/** What is known of the terminal that a program has, if it has one. */
public final class Terminal {
  private static final int USUAL = 80;
  private static final int FEWEST = 40;

  private Terminal() {}

  /**
   * Returns how many columns it has; 0 where there is none on which lines can be drawn again.
   *
   * @param has whether there is a terminal at all
   * @param environment the program's
   * @param system the operating system's name
   */
  public static int columns(boolean has, Map<String, String> environment, String system) {
    String kind = environment.getOrDefault("TERM", "");
    boolean isOld =
        system.startsWith("Windows") && kind.isEmpty() && !environment.containsKey("WT_SESSION");
    if (!has || kind.equals("dumb") || isOld) {
      return 0;
    }
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[0-9]{1,4}") ? Math.max(FEWEST, Integer.parseInt(columns)) : USUAL;
  }
}
