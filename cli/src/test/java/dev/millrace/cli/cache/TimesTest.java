package dev.millrace.cli.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class TimesTest {

  @Test
  void tellsTimesInTheZone() {
    Times times = new Times(ZoneId.of("Asia/Tokyo"));
    assertEquals("2026-11-22 08:59:59", times.text(Instant.parse("2026-11-21T23:59:59.9Z")));
  }

  @Test
  void tellsHowLongInUnitsThatSuit() {
    assertEquals("0.0 ms", Times.duration(0));
    assertEquals("0.3 ms", Times.duration(250_000));
    assertEquals("999.0 ms", Times.duration(999_000_000));
    assertEquals("1.0 s", Times.duration(1_000_000_000));
    assertEquals("59.9 s", Times.duration(59_999_999_999L));
    assertEquals("1 min 0 s", Times.duration(60_000_000_000L));
    assertEquals("59 min 59 s", Times.duration(3_599_999_999_999L));
    assertEquals("1 h 0 min", Times.duration(3_600_000_000_000L));
    assertEquals("100 h 1 min", Times.duration(360_060_000_000_000L));
    assertEquals("1,234.5 ms", Times.millis(1_234_500_000) + " ms");
  }
}
