package dev.millrace.runtime.spi.codec;

import dev.millrace.runtime.Embedding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The codecs that others are put together from. */
public final class Codecs {
  /** One byte: 0 or 1. */
  public static final Codec<Boolean> BOOLEAN =
      of("boolean", (out, value) -> out.i8(value ? 1 : 0), Codecs::bool);

  public static final Codec<Byte> BYTE = of("byte", (out, value) -> out.i8(value), BlobIn::i8);
  public static final Codec<Short> SHORT = of("short", (out, value) -> out.i16(value), BlobIn::i16);
  public static final Codec<Character> CHAR =
      of("char", (out, value) -> out.i16(value), in -> (char) in.i16());
  public static final Codec<Integer> INT = of("int", BlobOut::i32, BlobIn::i32);
  public static final Codec<Long> LONG = of("long", BlobOut::i64, BlobIn::i64);

  /** Four bytes, NaNs as they are. */
  public static final Codec<Float> FLOAT = of("float", BlobOut::f32, BlobIn::f32);

  /** Eight bytes, NaNs as they are. */
  public static final Codec<Double> DOUBLE = of("double", BlobOut::f64, BlobIn::f64);

  /** Any text, to the char. */
  public static final Codec<String> STRING = of("String", BlobOut::text, BlobIn::text);

  /** A handle on rows that lie in the blob. */
  public static final Codec<Embedding> EMBEDDING =
      of("Embedding", BlobOut::embedding, BlobIn::embedding);

  public static final Codec<BigInteger> BIG_INTEGER =
      of("BigInteger", Codecs::integer, Codecs::integer);
  public static final Codec<BigDecimal> BIG_DECIMAL =
      of(
          "BigDecimal",
          (out, value) -> {
            integer(out, value.unscaledValue());
            out.i32(value.scale());
          },
          in -> new BigDecimal(integer(in), in.i32()));
  public static final Codec<UUID> UUID =
      of(
          "UUID",
          (out, value) -> {
            out.i64(value.getMostSignificantBits());
            out.i64(value.getLeastSignificantBits());
          },
          in -> new UUID(in.i64(), in.i64()));
  public static final Codec<Instant> INSTANT = text("Instant", Instant::parse);
  public static final Codec<Duration> DURATION = text("Duration", Duration::parse);
  public static final Codec<Period> PERIOD = text("Period", Period::parse);
  public static final Codec<LocalDate> LOCAL_DATE = text("LocalDate", LocalDate::parse);
  public static final Codec<LocalTime> LOCAL_TIME = text("LocalTime", LocalTime::parse);
  public static final Codec<LocalDateTime> LOCAL_DATE_TIME =
      text("LocalDateTime", LocalDateTime::parse);
  public static final Codec<OffsetDateTime> OFFSET_DATE_TIME =
      text("OffsetDateTime", OffsetDateTime::parse);
  public static final Codec<ZonedDateTime> ZONED_DATE_TIME =
      text("ZonedDateTime", ZonedDateTime::parse);
  public static final Codec<ZoneId> ZONE_ID = text("ZoneId", ZoneId::of);
  public static final Codec<OffsetTime> OFFSET_TIME = text("OffsetTime", OffsetTime::parse);
  public static final Codec<ZoneOffset> ZONE_OFFSET = text("ZoneOffset", ZoneOffset::of);
  public static final Codec<Year> YEAR =
      of("Year", (out, value) -> out.i32(value.getValue()), in -> Year.of(in.i32()));
  public static final Codec<YearMonth> YEAR_MONTH =
      of(
          "YearMonth",
          (out, value) -> {
            out.i32(value.getYear());
            out.i8(value.getMonthValue());
          },
          in -> YearMonth.of(in.i32(), in.i8()));
  public static final Codec<MonthDay> MONTH_DAY = text("MonthDay", MonthDay::parse);
  public static final Codec<URI> URI = text("URI", java.net.URI::create);
  public static final Codec<Charset> CHARSET = text("Charset", Charset::forName);
  public static final Codec<Currency> CURRENCY = text("Currency", Currency::getInstance);
  public static final Codec<OptionalInt> OPTIONAL_INT =
      of(
          "OptionalInt",
          (out, value) -> {
            out.i8(value.isPresent() ? 1 : 0);
            value.ifPresent(out::i32);
          },
          in -> bool(in) ? OptionalInt.of(in.i32()) : OptionalInt.empty());
  public static final Codec<OptionalLong> OPTIONAL_LONG =
      of(
          "OptionalLong",
          (out, value) -> {
            out.i8(value.isPresent() ? 1 : 0);
            value.ifPresent(out::i64);
          },
          in -> bool(in) ? OptionalLong.of(in.i64()) : OptionalLong.empty());
  public static final Codec<OptionalDouble> OPTIONAL_DOUBLE =
      of(
          "OptionalDouble",
          (out, value) -> {
            out.i8(value.isPresent() ? 1 : 0);
            value.ifPresent(out::f64);
          },
          in -> bool(in) ? OptionalDouble.of(in.f64()) : OptionalDouble.empty());

  /** The path's text, of the default file system; what is there is not looked at. */
  public static final Codec<Path> PATH = of("Path", Codecs::path, in -> Path.of(in.text()));

  private Codecs() {}

  /** Returns a codec of values that nobody can change. */
  public static <T> Codec<T> of(
      String schema, BiConsumer<BlobOut, T> write, Function<BlobIn, ? extends T> read) {
    return new Written<>(Form.of(schema, true), write, read);
  }

  /** Returns a codec of values that some can change: of arrays, and of records that hold them. */
  public static <T> Codec<T> ofMutable(
      String schema, BiConsumer<BlobOut, T> write, Function<BlobIn, ? extends T> read) {
    return new Written<>(Form.of(schema, false), write, read);
  }

  /** Returns a codec of values that are known by their text. */
  public static <T> Codec<T> text(String schema, Function<String, ? extends T> parse) {
    return of(
        schema,
        (out, value) -> out.text(value.toString()),
        in -> {
          String text = in.text();
          try {
            return parse.apply(text);
          } catch (RuntimeException malformed) {
            throw new DamagedBlobException("\"" + text + "\" is no " + schema);
          }
        });
  }

  /** Returns a codec of an enum's constants: by their names, which are its schema. */
  public static <E extends Enum<E>> Codec<E> enumOf(Class<E> type) {
    return enumOf(type.getEnumConstants());
  }

  /**
   * Returns a codec of an enum's constants: by their names, which are its schema.
   *
   * @param constants all of them, in their order
   */
  public static <E extends Enum<E>> Codec<E> enumOf(E[] constants) {
    E[] all = constants.clone();
    String type = all.getClass().getComponentType().getName();
    String schema = type + Stream.of(all).map(Enum::name).toList();
    return new Written<>(
        new Form(type, schema, List.of(), "", true, List.of()),
        (out, value) -> out.size(value.ordinal()),
        in -> {
          int ordinal = in.size();
          if (ordinal >= all.length) {
            throw new DamagedBlobException(type + " has no constant " + ordinal);
          }
          return all[ordinal];
        });
  }

  /** Returns a codec of values that may be null. */
  public static <T> Codec<@Nullable T> nullable(Codec<T> codec) {
    return new Written<@Nullable T>(
        Form.around("", "?", true, codec),
        true,
        new Immutability(),
        (out, value) -> {
          out.i8(value == null ? 0 : 1);
          if (value != null) {
            codec.write(out, value);
          }
        },
        in -> bool(in) ? codec.read(in) : null);
  }

  /** Returns a codec of optionals. */
  public static <T> Codec<Optional<T>> optional(Codec<T> codec) {
    Codec<@Nullable T> nullable = nullable(codec);
    return new Written<>(
        Form.around("Optional<", ">", true, codec),
        (out, value) -> nullable.write(out, value.orElse(null)),
        in -> Optional.ofNullable(nullable.read(in)));
  }

  /** Returns a codec of lists, of nulls too: what is read cannot be changed. */
  public static <T extends @Nullable Object> Codec<List<T>> list(Codec<T> codec) {
    return new Written<>(
        Form.around("List<", ">", true, codec),
        (out, value) -> Elements.write(out, value, codec),
        in -> Collections.unmodifiableList(Elements.read(in, codec, new ArrayList<>())));
  }

  /**
   * Returns a codec of sets, of nulls too: what is read cannot be changed, and has the order it
   * had.
   */
  public static <T extends @Nullable Object> Codec<Set<T>> set(Codec<T> codec) {
    return new Written<>(
        Form.around("Set<", ">", true, codec),
        (out, value) -> Elements.write(out, value, codec),
        in -> Collections.unmodifiableSet(Elements.read(in, codec, new LinkedHashSet<>())));
  }

  /**
   * Returns a codec of maps, of nulls too: what is read cannot be changed, and has the order it
   * had.
   */
  public static <K extends @Nullable Object, V extends @Nullable Object> Codec<Map<K, V>> map(
      Codec<K> keys, Codec<V> values) {
    return new Written<>(
        Form.around("Map<", ">", true, keys, values),
        (out, value) -> Elements.write(out, value, keys, values),
        in -> Collections.unmodifiableMap(Elements.read(in, keys, values, new LinkedHashMap<>())));
  }

  /** Returns a codec of arrays of objects, of nulls too. */
  public static <T extends @Nullable Object> Codec<T[]> array(
      Codec<T> codec, IntFunction<T[]> make) {
    return new Written<>(
        Form.around("", "[]", false, codec),
        (out, value) -> Elements.write(out, Arrays.asList(value), codec),
        in -> Elements.read(in, codec, new ArrayList<>()).toArray(make.apply(0)));
  }

  /**
   * Returns a codec that is known only when it is used: of a type that holds others of itself.
   *
   * @param name the type's, which stands for its schema
   * @param isImmutable whether nobody can change the type's values
   */
  public static <T> Codec<T> later(
      String name, boolean isImmutable, Supplier<? extends Codec<T>> codec) {
    return new Written<>(
        Form.of(name, isImmutable),
        (out, value) -> codec.get().write(out, value),
        in -> codec.get().read(in));
  }

  /**
   * Returns a codec that a user wrote, under its class's name: whatever it throws where it reads is
   * damage, and there is a byte before what it writes, so that this is never nothing.
   */
  public static <T> Codec<T> custom(Codec<T> codec) {
    return new Written<>(
        Form.around(codec.getClass().getName() + "(", ")", true, codec),
        (out, value) -> {
          out.i8(1);
          codec.write(out, value);
        },
        in -> {
          if (in.i8() != 1) {
            throw new DamagedBlobException("there is nothing that " + codec + " wrote");
          }
          return codec.read(in);
        });
  }

  /**
   * Returns a codec as that of a type whose values are the same: of {@code List<? extends Word>},
   * where it is one of {@code List<Word>}.
   */
  @SuppressWarnings("unchecked")
  public static <T extends @Nullable Object> Codec<T> as(Codec<?> codec) {
    return (Codec<T>) codec;
  }

  static boolean bool(BlobIn in) {
    byte value = in.i8();
    if (value != 0 && value != 1) {
      throw new DamagedBlobException(value + " is neither true nor false");
    }
    return value == 1;
  }

  private static void path(BlobOut out, Path path) {
    if (!path.getFileSystem().equals(FileSystems.getDefault())) {
      throw new UnwritableValueException(
          path + " is of another file system than the default one, and is not stored");
    }
    out.text(path.toString());
  }

  private static void integer(BlobOut out, BigInteger value) {
    byte[] bytes = value.toByteArray();
    out.size(bytes.length);
    out.bytes(bytes);
  }

  private static BigInteger integer(BlobIn in) {
    byte[] bytes = in.bytes(in.count(Byte.BYTES));
    if (bytes.length == 0) {
      throw new DamagedBlobException("a number has one byte at least");
    }
    return new BigInteger(bytes);
  }
}
