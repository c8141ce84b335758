package dev.millrace.cli.cache;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Times as people read them.
 *
 * @param zone in which they are told
 */
record Times(ZoneId zone) {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** Returns when something was, to the second. */
  String text(Instant when) {
    return FORMAT.format(when.atZone(zone));
  }

  /** Returns nanoseconds as milliseconds with a digit behind the point. */
  static String millis(long nanos) {
    return String.format(Locale.ROOT, "%,.1f", nanos / 1e6);
  }

  /** Returns how long something took, in units that suit it. */
  static String duration(long nanos) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos);
    if (seconds < 1) {
      return millis(nanos) + " ms";
    }
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", Math.floor(nanos / 1e8) / 10);
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
  }
}
