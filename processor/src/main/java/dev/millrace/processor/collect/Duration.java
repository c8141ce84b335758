package dev.millrace.processor.collect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as annotations write it: {@code 200ms}, {@code 10s}, {@code 5m}, {@code 1h}. */
final class Duration {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h)");
  private static final long HOUR = 3_600_000_000_000L;
  private static final long LONGEST = 30 * 24 * HOUR;

  private Duration() {}

  /** Returns the time in nanoseconds; 0 for a text that is none, for no time and for too much. */
  static long nanos(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return 0;
    }
    long unit =
        switch (matcher.group(2)) {
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          default -> HOUR;
        };
    long count = Long.parseLong(matcher.group(1));
    return count <= LONGEST / unit ? count * unit : 0;
  }
}
