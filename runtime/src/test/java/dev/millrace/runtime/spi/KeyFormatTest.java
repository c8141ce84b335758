package dev.millrace.runtime.spi;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.RowType;
import dev.millrace.runtime.Slab;
import dev.millrace.runtime.cache.key.KeyBytes;
import dev.millrace.runtime.cache.key.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bytes that keys are made of. What was stored under them is lost when they change: who changes
 * one on purpose changes {@code KeyBytes.VERSION} with it, and begins another file. No two of these
 * values are alike, so the file is also a test that kinds never meet.
 */
final class KeyFormatTest {
  private final Map<String, String> written = new LinkedHashMap<>();
  private final Set<Tag> tags = new HashSet<>();

  private <T extends @Nullable Object> void add(
      String name, Tag tag, T value, KeyEncoder<? super T> encoder) {
    KeySink sink = new KeySink();
    KeyEncoder<T> kept =
        (same, into) -> {
          encoder.encode(same, into);
          String hex = HexFormat.of().formatHex(into.bytes.written());
          assertEquals(null, written.put(name, hex.substring(2)));
          assertEquals(KeyBytes.VERSION, into.bytes.written()[0]);
          assertEquals(tag.code(), into.bytes.written()[1]);
        };
    sink.take(name, value, kept);
    tags.add(tag);
  }

  @Test
  void everyKindIsWrittenAsItEverWas(@TempDir Path folder) throws IOException {
    scalars();
    names(folder);
    times();
    collections();
    String said =
        written.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue() + "\n")
            .collect(joining());
    assertEquals(expected(), said);
    assertEquals(written.size(), new HashSet<>(written.values()).size(), "two are written alike");
    Set<Tag> open = new TreeSet<>(Set.of(Tag.values()));
    open.removeAll(tags);
    open.removeAll(Set.of(Tag.FILE, Tag.FOLDER)); // in digests of files
    assertEquals(Set.of(), open);
  }

  @Test
  void noTwoKindsHaveOneCode() {
    Set<Byte> codes = new HashSet<>();
    for (Tag tag : Tag.values()) {
      assertTrue(codes.add(tag.code()), tag.toString());
    }
  }

  private static String expected() throws IOException {
    String name = "keys/format-" + KeyBytes.VERSION + ".txt";
    try (InputStream in = KeyFormatTest.class.getClassLoader().getResourceAsStream(name)) {
      return in == null
          ? name + " is missing"
          : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void scalars() {
    add("null", Tag.NULL, null, ScalarKeys.STRING);
    add("true", Tag.BOOLEAN, true, ScalarKeys.BOOLEAN);
    add("false", Tag.BOOLEAN, false, ScalarKeys.BOOLEAN);
    add("(byte)1", Tag.BYTE, (byte) 1, ScalarKeys.BYTE);
    add("(short)1", Tag.SHORT, (short) 1, ScalarKeys.SHORT);
    add("1", Tag.INT, 1, ScalarKeys.INTEGER);
    add("1L", Tag.LONG, 1L, ScalarKeys.LONG);
    add("'1'", Tag.CHAR, '1', ScalarKeys.CHARACTER);
    add("1f", Tag.FLOAT, 1f, ScalarKeys.FLOAT);
    add("0f", Tag.FLOAT, 0f, ScalarKeys.FLOAT);
    add("-0f", Tag.FLOAT, -0f, ScalarKeys.FLOAT);
    add("NaNf", Tag.FLOAT, Float.NaN, ScalarKeys.FLOAT);
    add("1d", Tag.DOUBLE, 1d, ScalarKeys.DOUBLE);
    add("-0d", Tag.DOUBLE, -0d, ScalarKeys.DOUBLE);
    add("NaNd", Tag.DOUBLE, Double.NaN, ScalarKeys.DOUBLE);
    add("\"1\"", Tag.STRING, "1", ScalarKeys.STRING);
    add("\"\"", Tag.STRING, "", ScalarKeys.STRING);
    add("\"null\"", Tag.STRING, "null", ScalarKeys.STRING);
    add("\"true\"", Tag.STRING, "true", ScalarKeys.STRING);
    add("\"é€😀\"", Tag.STRING, "é€\uD83D\uDE00", ScalarKeys.STRING);
    add("\"\\uD83D\"", Tag.STRING, "\uD83D", ScalarKeys.STRING);
    add("BigInteger:-1", Tag.BIG_INTEGER, BigInteger.ONE.negate(), ScalarKeys.BIG_INTEGER);
    add("BigDecimal:1.0", Tag.BIG_DECIMAL, new BigDecimal("1.0"), ScalarKeys.BIG_DECIMAL);
    add("BigDecimal:1.00", Tag.BIG_DECIMAL, new BigDecimal("1.00"), ScalarKeys.BIG_DECIMAL);
    add("OptionalInt:", Tag.OPTIONAL_INT, OptionalInt.empty(), ScalarKeys.OPTIONAL_INT);
    add("OptionalInt:1", Tag.OPTIONAL_INT, OptionalInt.of(1), ScalarKeys.OPTIONAL_INT);
    add("OptionalLong:1", Tag.OPTIONAL_LONG, OptionalLong.of(1), ScalarKeys.OPTIONAL_LONG);
    add("OptionalDouble:1", Tag.OPTIONAL_DOUBLE, OptionalDouble.of(1), ScalarKeys.OPTIONAL_DOUBLE);
  }

  private void names(Path folder) throws IOException {
    add("Month.MAY", Tag.ENUM, Month.MAY, NamedKeys.ENUM);
    add("RowType.INT8", Tag.ENUM, RowType.INT8, NamedKeys.ENUM);
    add("String.class", Tag.CLASS, String.class, NamedKeys.CLASS);
    add("UUID", Tag.UUID, new UUID(1, 2), NamedKeys.UUID);
    add("URI", Tag.URI, URI.create("http://a/b"), NamedKeys.URI);
    add("Locale:de-DE", Tag.LOCALE, Locale.GERMANY, NamedKeys.LOCALE);
    add("Locale:th-u-nu-thai", Tag.LOCALE, Locale.forLanguageTag("th-u-nu-thai"), NamedKeys.LOCALE);
    add("UTF-8", Tag.CHARSET, StandardCharsets.UTF_8, NamedKeys.CHARSET);
    add("Pattern", Tag.PATTERN, Pattern.compile("a*", Pattern.CASE_INSENSITIVE), NamedKeys.PATTERN);
    add("Currency", Tag.CURRENCY, Currency.getInstance("EUR"), NamedKeys.CURRENCY);
    add("Path:name", Tag.PATH_NAME, Path.of("a"), NamedKeys.PATH_BY_NAME);
    Path file = Files.writeString(folder.resolve("a"), "a");
    add("Path:file", Tag.PATH_CONTENT, file, NamedKeys.PATH_BY_CONTENT);
    add("Path:folder", Tag.PATH_CONTENT, folder, NamedKeys.PATH_BY_CONTENT);
    add("Embedding:float32", Tag.EMBEDDING, Embedding.of(1f, -0f), NamedKeys.EMBEDDING);
    Slab halves = Slab.allocate(RowType.FLOAT16, 2, 1);
    halves.set(1, 0, 1f);
    add("Embedding:float16", Tag.EMBEDDING, halves.rows(0, 2), NamedKeys.EMBEDDING);
    add(
        "keyed",
        Tag.KEYED,
        "x",
        (value, sink) -> {
          sink.keyed(value);
          sink.write(1);
        });
    add("alike", Tag.ALIKE, "x", (value, sink) -> sink.alike(value));
    add("ignored", Tag.IGNORED, "x", (value, sink) -> sink.ignored());
    add(
        "parts",
        Tag.PARTS,
        "x",
        (value, sink) -> {
          sink.begin(KeyType.of("t.Pair", "a", "b"));
          sink.write(1);
          sink.write("b");
        });
    // Another process has another: only the kind can be told.
    KeySink sink = new KeySink();
    sink.take(
        "identity",
        this,
        (value, into) -> {
          into.identity(value);
          assertEquals(Tag.IDENTITY.code(), into.bytes.written()[1]);
          assertEquals(1 + 1 + 16 + 8, into.bytes.written().length);
        });
    tags.add(Tag.IDENTITY);
  }

  private void times() {
    LocalDateTime moment = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6);
    add("Instant", Tag.INSTANT, Instant.ofEpochSecond(1, 2), TimeKeys.INSTANT);
    add("Duration", Tag.DURATION, Duration.ofSeconds(1, 2), TimeKeys.DURATION);
    add("Period", Tag.PERIOD, Period.of(1, 2, 3), TimeKeys.PERIOD);
    add("LocalDate", Tag.LOCAL_DATE, LocalDate.of(2026, 1, 2), TimeKeys.LOCAL_DATE);
    add("LocalTime", Tag.LOCAL_TIME, LocalTime.of(3, 4), TimeKeys.LOCAL_TIME);
    add("LocalDateTime", Tag.LOCAL_DATE_TIME, moment, TimeKeys.LOCAL_DATE_TIME);
    add(
        "OffsetTime",
        Tag.OFFSET_TIME,
        OffsetTime.of(LocalTime.NOON, ZoneOffset.ofHours(1)),
        TimeKeys.OFFSET_TIME);
    add(
        "OffsetDateTime",
        Tag.OFFSET_DATE_TIME,
        OffsetDateTime.of(moment, ZoneOffset.ofHours(1)),
        TimeKeys.OFFSET_DATE_TIME);
    add(
        "ZonedDateTime",
        Tag.ZONED_DATE_TIME,
        ZonedDateTime.of(moment, ZoneId.of("Europe/Berlin")),
        TimeKeys.ZONED_DATE_TIME);
    add("Year", Tag.YEAR, Year.of(2026), TimeKeys.YEAR);
    add("YearMonth", Tag.YEAR_MONTH, YearMonth.of(2026, 1), TimeKeys.YEAR_MONTH);
    add("MonthDay", Tag.MONTH_DAY, MonthDay.of(1, 2), TimeKeys.MONTH_DAY);
    add("ZoneOffset", Tag.ZONE_OFFSET, ZoneOffset.ofHours(1), TimeKeys.ZONE_ID);
    add("ZoneId", Tag.ZONE_REGION, ZoneId.of("UTC"), TimeKeys.ZONE_ID);
  }

  private void collections() {
    add("boolean[]{true}", Tag.BOOLEANS, new boolean[] {true}, ArrayKeys.BOOLEANS);
    add("byte[]{1}", Tag.BYTES, new byte[] {1}, ArrayKeys.BYTES);
    add("short[]{1}", Tag.SHORTS, new short[] {1}, ArrayKeys.SHORTS);
    add("int[]{1}", Tag.INTS, new int[] {1}, ArrayKeys.INTS);
    add("long[]{1}", Tag.LONGS, new long[] {1}, ArrayKeys.LONGS);
    add("char[]{1}", Tag.CHARS, new char[] {'1'}, ArrayKeys.CHARS);
    add("float[]{1}", Tag.FLOATS, new float[] {1}, ArrayKeys.FLOATS);
    add("double[]{1}", Tag.DOUBLES, new double[] {1}, ArrayKeys.DOUBLES);
    add("int[]{}", Tag.INTS, new int[0], ArrayKeys.INTS);
    add(
        "String[]{\"1\"}",
        Tag.ARRAY,
        new String[] {"1"},
        ArrayKeys.<String>array(ScalarKeys.STRING));
    var list = CollectionKeys.<String>list(ScalarKeys.STRING);
    add("[]", Tag.LIST, List.<String>of(), list);
    add("[\"1\"]", Tag.LIST, List.of("1"), list);
    add("[[]]", Tag.LIST, List.of(List.<String>of()), CollectionKeys.list(list));
    add("[1]", Tag.NUMBERS, List.of(1), CollectionKeys.<Integer>numbers(ScalarKeys.INTEGER));
    add("[1L]", Tag.NUMBERS, List.of(1L), CollectionKeys.<Long>numbers(ScalarKeys.LONG));
    add("{\"1\",\"2\"}", Tag.SET, Set.of("1", "2"), CollectionKeys.<String>set(ScalarKeys.STRING));
    add("set{}", Tag.SET, Set.<String>of(), CollectionKeys.<String>set(ScalarKeys.STRING));
    var map = CollectionKeys.<String, Integer>map(ScalarKeys.STRING, ScalarKeys.INTEGER);
    add("{}", Tag.MAP, Map.<String, Integer>of(), map);
    add("{\"a\":1,\"b\":2}", Tag.MAP, Map.of("a", 1, "b", 2), map);
    add(
        "sorted{\"a\",\"b\"}",
        Tag.ORDERED_SET,
        new TreeSet<>(Set.of("a", "b")),
        CollectionKeys.<String>orderedSet(ScalarKeys.STRING));
    add(
        "sorted{\"a\":1}",
        Tag.ORDERED_MAP,
        new TreeMap<>(Map.of("a", 1)),
        CollectionKeys.<String, Integer>orderedMap(ScalarKeys.STRING, ScalarKeys.INTEGER));
    add(
        "values[\"a\"]",
        Tag.COLLECTION,
        Map.of(1, "a").values(),
        CollectionKeys.<String>collection(ScalarKeys.STRING));
    var optional = CollectionKeys.<String>optional(ScalarKeys.STRING);
    add("Optional.empty()", Tag.OPTIONAL, Optional.<String>empty(), optional);
    add("Optional.of(\"1\")", Tag.OPTIONAL, Optional.of("1"), optional);
  }
}
