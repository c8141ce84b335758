package dev.millrace.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a batch broke a law.
 *
 * @param row the place in the batch, -1 for all of it
 * @param notes what else helps, a line each
 */
record TwinViolation(
    TwinLaw law,
    int row,
    String expected,
    String actual,
    List<String> notes,
    @Nullable Throwable cause) {

  static TwinViolation of(TwinLaw law, int row, String expected, String actual, String... notes) {
    return new TwinViolation(law, row, expected, actual, List.of(notes), null);
  }

  static TwinViolation thrown(TwinLaw law, int row, String expected, Throwable thrown) {
    return new TwinViolation(law, row, expected, "throws " + thrown, List.of(), thrown);
  }

  /** Returns the same at another place. */
  TwinViolation at(int place) {
    return new TwinViolation(law, place, expected, actual, notes, cause);
  }

  /** Returns the same under another law. */
  TwinViolation as(TwinLaw other) {
    return new TwinViolation(other, row, expected, actual, notes, cause);
  }
}
