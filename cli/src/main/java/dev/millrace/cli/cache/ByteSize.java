package dev.millrace.cli.cache;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A number of bytes, as people write it: {@code 10GB}, {@code 1.5 GiB}, {@code 4096}.
 *
 * @param bytes how many
 */
record ByteSize(long bytes) {
  private static final Pattern TEXT =
      Pattern.compile("(\\d+(?:\\.\\d+)?) ?([kmgt]?i?b?)", Pattern.CASE_INSENSITIVE);
  private static final Map<String, Long> UNITS =
      Map.of(
          "", 1L,
          "k", 1_000L,
          "m", 1_000_000L,
          "g", 1_000_000_000L,
          "t", 1_000_000_000_000L,
          "ki", 1L << 10,
          "mi", 1L << 20,
          "gi", 1L << 30,
          "ti", 1L << 40);
  private static final String[] NAMES = {"kB", "MB", "GB", "TB"};

  /** Reads one from a command line. */
  static final class Converter implements ITypeConverter<ByteSize> {
    @Override
    public ByteSize convert(String text) {
      return parse(text);
    }
  }

  /**
   * Returns the size that a text says. {@code GB} are 10⁹ bytes and {@code GiB} 2³⁰; small letters,
   * and letters without the {@code B}, say the same.
   *
   * @throws TypeConversionException if it says none
   */
  static ByteSize parse(String text) {
    Matcher match = TEXT.matcher(text);
    Long unit = null;
    if (match.matches()) {
      unit = UNITS.get(match.group(2).toLowerCase(Locale.ROOT).replace("b", ""));
    }
    if (unit == null) {
      throw no(text);
    }
    BigDecimal bytes = new BigDecimal(match.group(1)).multiply(BigDecimal.valueOf(unit));
    if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw no(text);
    }
    return new ByteSize(bytes.longValue());
  }

  private static TypeConversionException no(String text) {
    return new TypeConversionException(
        "\"" + text + "\" is no size; write bytes, or a number and a unit, as 500MB or 1.5GiB");
  }

  /** Returns bytes in a unit that suits them, to three digits or more. */
  static String text(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes / 1e3;
    int unit = 0;
    // What would be rounded to 1000 is 1 of the next.
    while (value >= 999.5 && unit < NAMES.length - 1) {
      value /= 1e3;
      unit++;
    }
    int digits = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + digits + "f %s", value, NAMES[unit]);
  }

  @Override
  public String toString() {
    return text(bytes);
  }
}
