package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.runtime.Block;
import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.IntBlock;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** The law of keys: what is equal has the same one, and nothing else has. */
final class KeyLawTest {

  /** A type: its values, few enough that equal ones meet, and how they are written. */
  record Kind<T>(String name, KeyEncoder<? super T> encoder, Arbitrary<@Nullable T> values) {
    @Override
    public String toString() {
      return name;
    }
  }

  record Two<T>(Kind<T> kind, @Nullable T first, @Nullable T second) {
    boolean areEqual() {
      return Arrays.deepEquals(new Object[] {first}, new Object[] {second});
    }
  }

  record Pair<A, B>(@Nullable A a, @Nullable B b) {}

  @Property(tries = 5000)
  void equalValuesAndNoOthersHaveTheSameKey(@ForAll("two") Two<?> two) {
    check(two);
  }

  private static <T> void check(Two<T> two) {
    boolean same =
        Taken.of(two.first(), two.kind().encoder())
            .equals(Taken.of(two.second(), two.kind().encoder()));
    assertEquals(two.areEqual(), same);
  }

  @Property(tries = 2000)
  void textsOfAnyCharactersAreEqualOrDiffer(
      @ForAll("texts") String first, @ForAll("texts") String second) {
    assertEquals(
        first.equals(second),
        Taken.of(first, ScalarKeys.STRING).equals(Taken.of(second, ScalarKeys.STRING)));
  }

  @Property
  void theClassOfAListDoesNotCount(@ForAll List<Integer> numbers) {
    KeyEncoder<Collection<? extends Integer>> encoder = CollectionKeys.numbers(ScalarKeys.INTEGER);
    Taken taken = Taken.of(numbers, encoder);
    assertEquals(taken, Taken.of(new LinkedList<>(numbers), encoder));
    assertEquals(taken, Taken.of(IntBlock.copyOf(numbers), encoder));
    assertEquals(taken, Taken.of(Block.copyOf(numbers), encoder));
  }

  @Property
  void theOrderOfAMapDoesNotCount(@ForAll Map<String, Integer> map) {
    KeyEncoder<Map<? extends String, ? extends Integer>> encoder =
        CollectionKeys.map(ScalarKeys.STRING, ScalarKeys.INTEGER);
    Map<String, Integer> backwards = new LinkedHashMap<>(new TreeMap<>(map).descendingMap());
    assertEquals(Taken.of(map, encoder), Taken.of(backwards, encoder));
  }

  /** Halves of surrogate pairs among them, and whole ones. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("\uD800", "\uDC00", "\uD83D\uDE00", "?", "a", "é", "€", "\0")
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Two<?>> two() {
    Arbitrary<Kind<?>> all =
        Arbitraries.frequencyOf(
            Tuple.of(4, kinds(3)),
            Tuple.of(1, kinds(1).map(KeyLawTest::array)),
            Tuple.of(1, Arbitraries.of(primitiveArrays())));
    return all.flatMap(KeyLawTest::twoOf);
  }

  private static <T> Arbitrary<Two<?>> twoOf(Kind<T> kind) {
    return Combinators.combine(kind.values(), kind.values())
        .as((first, second) -> new Two<>(kind, first, second));
  }

  private static Arbitrary<Kind<?>> kinds(int depth) {
    Arbitrary<Kind<?>> leaf = Arbitraries.of(leaves());
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Kind<?>> inner = kinds(depth - 1);
    return Arbitraries.oneOf(
        leaf,
        inner.map(KeyLawTest::list),
        inner.map(KeyLawTest::set),
        inner.map(KeyLawTest::optional),
        Combinators.combine(inner, inner).as(KeyLawTest::map),
        Combinators.combine(inner, inner).as(KeyLawTest::pair));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // nothing is written to it
  private static <T> Kind<T> leaf(String name, KeyEncoder<? super T> encoder, T... values) {
    return new Kind<>(name, encoder, Arbitraries.of(List.of(values)).injectNull(0.1));
  }

  private static List<Kind<?>> leaves() {
    return List.of(
        leaf("boolean", ScalarKeys.BOOLEAN, true, false),
        leaf("byte", ScalarKeys.BYTE, (byte) 0, (byte) 1, (byte) -1),
        leaf("short", ScalarKeys.SHORT, (short) 0, (short) 1, (short) 256),
        leaf("int", ScalarKeys.INTEGER, 0, 1, 256, -1, Integer.MIN_VALUE),
        leaf("long", ScalarKeys.LONG, 0L, 1L, 1L << 32, -1L),
        leaf("char", ScalarKeys.CHARACTER, 'a', '\0', '\uD800'),
        leaf("float", ScalarKeys.FLOAT, 0f, -0f, 1f, Float.NaN, Float.intBitsToFloat(0x7fc00001)),
        leaf("double", ScalarKeys.DOUBLE, 0d, -0d, Double.NaN, Double.longBitsToDouble(-1L)),
        leaf("String", ScalarKeys.STRING, "", "a", "ab", "b", "\uD800", "?", "\0"),
        leaf("BigInteger", ScalarKeys.BIG_INTEGER, BigInteger.ZERO, BigInteger.TEN.pow(30)),
        leaf(
            "BigDecimal",
            ScalarKeys.BIG_DECIMAL,
            new BigDecimal("1"),
            new BigDecimal("1.0"),
            new BigDecimal("0"),
            new BigDecimal("0.0")),
        leaf(
            "OptionalInt",
            ScalarKeys.OPTIONAL_INT,
            OptionalInt.empty(),
            OptionalInt.of(0),
            OptionalInt.of(1)),
        leaf("Instant", TimeKeys.INSTANT, Instant.EPOCH, Instant.ofEpochSecond(0, 1)),
        leaf("Duration", TimeKeys.DURATION, Duration.ZERO, Duration.ofNanos(-1)),
        leaf("Period", TimeKeys.PERIOD, Period.ofMonths(12), Period.ofYears(1)),
        leaf("LocalDate", TimeKeys.LOCAL_DATE, LocalDate.EPOCH, LocalDate.MAX),
        leaf("LocalTime", TimeKeys.LOCAL_TIME, LocalTime.MIN, LocalTime.MAX),
        leaf(
            "LocalDateTime",
            TimeKeys.LOCAL_DATE_TIME,
            LocalDateTime.of(2026, 1, 2, 3, 4),
            LocalDateTime.of(2026, 1, 2, 3, 4, 5)),
        leaf(
            "OffsetDateTime",
            TimeKeys.OFFSET_DATE_TIME,
            OffsetDateTime.parse("2026-01-02T03:00:00Z"),
            OffsetDateTime.parse("2026-01-02T04:00:00+01:00")),
        leaf(
            "ZonedDateTime",
            TimeKeys.ZONED_DATE_TIME,
            ZonedDateTime.parse("2026-07-02T04:00:00+02:00"),
            ZonedDateTime.parse("2026-07-02T04:00:00+02:00[Europe/Berlin]"),
            ZonedDateTime.parse("2026-07-02T04:00:00+02:00[Europe/Paris]")),
        leaf("Year", TimeKeys.YEAR, Year.of(1), Year.of(-1)),
        leaf("YearMonth", TimeKeys.YEAR_MONTH, YearMonth.of(1, 2), YearMonth.of(2, 1)),
        leaf("MonthDay", TimeKeys.MONTH_DAY, MonthDay.of(1, 2), MonthDay.of(2, 1)),
        leaf("ZoneId", TimeKeys.ZONE_ID, ZoneOffset.UTC, ZoneId.of("UTC"), ZoneId.of("UTC+1")),
        leaf("DayOfWeek", NamedKeys.ENUM, DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
        leaf("Class", NamedKeys.CLASS, int.class, Integer.class, int[].class, Map.Entry.class),
        leaf("UUID", NamedKeys.UUID, new UUID(1, 2), new UUID(2, 1)),
        leaf(
            "Locale",
            NamedKeys.LOCALE,
            Locale.ROOT,
            Locale.GERMAN,
            Locale.GERMANY,
            Locale.forLanguageTag("de-DE-u-co-phonebk"),
            Locale.forLanguageTag("de-DE-x-a")),
        leaf("Charset", NamedKeys.CHARSET, StandardCharsets.UTF_8, StandardCharsets.UTF_16),
        leaf("Path", NamedKeys.PATH_BY_NAME, Path.of("a"), Path.of("a/b"), Path.of("/a")),
        leaf(
            "Embedding",
            NamedKeys.EMBEDDING,
            Embedding.of(1f, 2f),
            Embedding.of(1f, 2f).copy(),
            Embedding.of(new float[][] {{1f}, {2f}}),
            Embedding.of(0f, -0f)));
  }

  private static List<Kind<?>> primitiveArrays() {
    return List.of(
        leaf("boolean[]", ArrayKeys.BOOLEANS, new boolean[0], new boolean[] {true}),
        leaf("byte[]", ArrayKeys.BYTES, new byte[] {1, 2}, new byte[] {1, 2}, new byte[] {2, 1}),
        leaf("short[]", ArrayKeys.SHORTS, new short[] {1, 2}, new short[] {1, 2}, new short[1]),
        leaf("int[]", ArrayKeys.INTS, new int[] {1, 2}, new int[] {1, 2}, new int[0]),
        leaf("long[]", ArrayKeys.LONGS, new long[] {1, 2}, new long[] {1, 2}, new long[] {2}),
        leaf("char[]", ArrayKeys.CHARS, new char[] {'a'}, new char[] {'a'}, new char[] {'b'}),
        leaf("float[]", ArrayKeys.FLOATS, new float[] {0f}, new float[] {-0f}, new float[] {0f}),
        leaf("double[]", ArrayKeys.DOUBLES, new double[] {0}, new double[] {-0d}, new double[1]));
  }

  private static <E> Kind<?> list(Kind<E> element) {
    KeyEncoder<Collection<? extends E>> encoder = CollectionKeys.list(element.encoder());
    Arbitrary<Collection<? extends E>> values =
        element.values().list().ofMaxSize(3).map(list -> list);
    return new Kind<Collection<? extends E>>(
        "List<" + element + ">", encoder, values.injectNull(0.1));
  }

  private static <E> Kind<?> set(Kind<E> element) {
    KeyEncoder<Collection<? extends E>> encoder = CollectionKeys.set(element.encoder());
    Arbitrary<Collection<? extends E>> values =
        element.values().list().ofMaxSize(3).map(list -> new LinkedHashSet<>(list));
    return new Kind<Collection<? extends E>>(
        "Set<" + element + ">", encoder, values.injectNull(0.1));
  }

  private static <E> Kind<?> optional(Kind<E> element) {
    KeyEncoder<Optional<? extends E>> encoder = CollectionKeys.optional(element.encoder());
    Arbitrary<Optional<? extends E>> values = element.values().map(Optional::ofNullable);
    return new Kind<Optional<? extends E>>(
        "Optional<" + element + ">", encoder, values.injectNull(0.1));
  }

  private static <K, V> Kind<?> map(Kind<K> key, Kind<V> value) {
    KeyEncoder<Map<? extends K, ? extends V>> encoder =
        CollectionKeys.map(key.encoder(), value.encoder());
    Arbitrary<Map<? extends K, ? extends V>> values =
        Combinators.combine(key.values().list().ofMaxSize(3), value.values().list().ofSize(3))
            .as(KeyLawTest::zip);
    return new Kind<Map<? extends K, ? extends V>>(
        "Map<" + key + ", " + value + ">", encoder, values.injectNull(0.1));
  }

  private static <K, V> Map<K, V> zip(List<K> keys, List<V> values) {
    Map<K, V> map = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), values.get(i));
    }
    return map;
  }

  private static <A, B> Kind<?> pair(Kind<A> a, Kind<B> b) {
    KeyType type = KeyType.of("Pair", "a", "b");
    KeyEncoder<Pair<A, B>> encoder =
        (value, sink) -> {
          if (value == null) {
            sink.writeNull();
            return;
          }
          sink.begin(type);
          sink.part("a", value.a(), a.encoder());
          sink.part("b", value.b(), b.encoder());
        };
    Arbitrary<Pair<A, B>> values =
        Combinators.combine(a.values(), b.values()).as((one, two) -> new Pair<>(one, two));
    return new Kind<Pair<A, B>>("Pair<" + a + ", " + b + ">", encoder, values.injectNull(0.1));
  }

  private static <E> Kind<?> array(Kind<E> element) {
    KeyEncoder<Object[]> encoder = ArrayKeys.array(untyped(element.encoder()));
    Arbitrary<Object[]> values =
        element.values().list().ofMaxSize(3).map(list -> new ArrayList<Object>(list).toArray());
    return new Kind<Object[]>(element + "[]", encoder, values.injectNull(0.1));
  }

  @SuppressWarnings("unchecked") // the array has nothing else
  private static <E> KeyEncoder<Object> untyped(KeyEncoder<? super E> encoder) {
    return (value, sink) -> encoder.encode((E) value, sink);
  }
}
