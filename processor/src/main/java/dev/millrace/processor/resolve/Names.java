package dev.millrace.processor.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds what a slip of the pen may have meant. */
public final class Names {
  private static final int FARTHEST = 2;

  private Names() {}

  /**
   * Returns the nearest of the names: at most two edits away, and fewer than half the length of the
   * shorter one; of several equally near, the first.
   */
  public static Optional<String> nearest(String name, Collection<String> names) {
    String nearest = null;
    int best = FARTHEST + 1;
    for (String each : names) {
      int distance = distance(name, each);
      if (distance < best && 2 * distance < Math.min(name.length(), each.length())) {
        best = distance;
        nearest = each;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Returns whether one name may be a slip for the other. */
  static boolean isNear(String name, String other) {
    return nearest(name, List.of(other)).isPresent();
  }

  /** Returns {@code ". Did you mean …?"}, or nothing. */
  public static String didYouMean(String name, Collection<String> names) {
    return nearest(name, names).map(each -> ". Did you mean \"" + each + "\"?").orElse("");
  }

  /** Levenshtein's distance, of which only small values matter. */
  static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > FARTHEST) {
      return FARTHEST + 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
