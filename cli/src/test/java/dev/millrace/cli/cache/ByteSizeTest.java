package dev.millrace.cli.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

final class ByteSizeTest {

  @Test
  void readsNumbersAndUnits() {
    assertEquals(4096, ByteSize.parse("4096").bytes());
    assertEquals(0, ByteSize.parse("0").bytes());
    assertEquals(12, ByteSize.parse("12 B").bytes());
    assertEquals(10_000_000_000L, ByteSize.parse("10GB").bytes());
    assertEquals(10_000_000_000L, ByteSize.parse("10g").bytes());
    assertEquals(1_610_612_736L, ByteSize.parse("1.5 GiB").bytes());
    assertEquals(2048, ByteSize.parse("2ki").bytes());
    assertEquals(500_000, ByteSize.parse("0.5MB").bytes());
    assertEquals(3L << 40, ByteSize.parse("3TiB").bytes());
  }

  @Test
  void refusesWhatIsNone() {
    for (String text :
        new String[] {
          "", "GB", "-1", "1e9", "1,000", "10 PB", "10GBit", "iB", "1 i", "99999999TB"
        }) {
      String said =
          assertThrows(TypeConversionException.class, () -> ByteSize.parse(text), text)
              .getMessage();
      assertTrue(said.startsWith("\"" + text + "\" is no size; write "), said);
    }
  }

  @Test
  void writesThreeDigitsOrMore() {
    assertEquals("0 B", ByteSize.text(0));
    assertEquals("999 B", ByteSize.text(999));
    assertEquals("1.00 kB", ByteSize.text(1000));
    assertEquals("9.99 kB", ByteSize.text(9994));
    assertEquals("10.0 kB", ByteSize.text(9996));
    assertEquals("99.9 kB", ByteSize.text(99_940));
    assertEquals("100 kB", ByteSize.text(99_960));
    assertEquals("999 kB", ByteSize.text(999_499));
    assertEquals("1.00 MB", ByteSize.text(999_500));
    assertEquals("12000 TB", ByteSize.text(12_000_000_000_000_000L));
  }

  @Property(tries = 1000)
  void whatIsWrittenIsReadToThreeDigits(@ForAll @LongRange(min = 0) long bytes) {
    long read = ByteSize.parse(ByteSize.text(bytes)).bytes();
    assertTrue(Math.abs(read - bytes) <= bytes / 100, bytes + " was read as " + read);
  }
}
