package dev.millrace.cli.cache;

import java.util.Locale;

/** Numbers of things in sentences. */
final class Counts {
  private Counts() {}

  /** Returns a number with commas. */
  static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns a number of results. */
  static String results(long number) {
    return of(number, "result", "results");
  }

  /** Returns a number of things, by the word for one or for several. */
  static String of(long number, String one, String several) {
    return of(number) + " " + (number == 1 ? one : several);
  }
}
