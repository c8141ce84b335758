package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.KeyShape;
import dev.millrace.processor.model.KeyShape.Known;
import dev.millrace.processor.model.TypeRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The types whose encoders the runtime has, by their names. */
final class KnownKeys {
  static final ClassRef ARRAYS = spi("ArrayKeys");
  static final ClassRef COLLECTIONS = spi("CollectionKeys");
  static final KeyShape ENUM = new Known(spi("NamedKeys"), "ENUM");
  static final KeyShape PATH_BY_NAME = new Known(spi("NamedKeys"), "PATH_BY_NAME");
  static final KeyShape HANDLE = new Known(spi("NamedKeys"), "HANDLE");
  static final KeyShape PATH_BY_CONTENT = new Known(spi("NamedKeys"), "PATH_BY_CONTENT");

  private static final ClassRef SCALARS = spi("ScalarKeys");
  private static final ClassRef TIMES = spi("TimeKeys");
  private static final ClassRef NAMES = spi("NamedKeys");

  private static final Map<String, Known> CLASSES = new HashMap<>();

  /** The method that makes the encoder, by the collection's class. */
  private static final Map<String, String> OF_ONE = new HashMap<>();

  private static final Map<String, String> OF_TWO = new HashMap<>();

  static {
    known(SCALARS, "java.lang.Boolean", "BOOLEAN");
    known(SCALARS, "java.lang.Byte", "BYTE");
    known(SCALARS, "java.lang.Short", "SHORT");
    known(SCALARS, "java.lang.Integer", "INTEGER");
    known(SCALARS, "java.lang.Long", "LONG");
    known(SCALARS, "java.lang.Character", "CHARACTER");
    known(SCALARS, "java.lang.Float", "FLOAT");
    known(SCALARS, "java.lang.Double", "DOUBLE");
    known(SCALARS, "java.lang.String", "STRING");
    known(SCALARS, "java.math.BigInteger", "BIG_INTEGER");
    known(SCALARS, "java.math.BigDecimal", "BIG_DECIMAL");
    known(SCALARS, "java.util.OptionalInt", "OPTIONAL_INT");
    known(SCALARS, "java.util.OptionalLong", "OPTIONAL_LONG");
    known(SCALARS, "java.util.OptionalDouble", "OPTIONAL_DOUBLE");
    known(NAMES, "java.lang.Class", "CLASS");
    known(NAMES, "java.util.UUID", "UUID");
    known(NAMES, "java.net.URI", "URI");
    known(NAMES, "java.util.Locale", "LOCALE");
    known(NAMES, "java.nio.charset.Charset", "CHARSET");
    known(NAMES, "java.util.regex.Pattern", "PATTERN");
    known(NAMES, "java.util.Currency", "CURRENCY");
    known(NAMES, "dev.millrace.runtime.Embedding", "EMBEDDING");
    known(TIMES, "java.time.Instant", "INSTANT");
    known(TIMES, "java.time.Duration", "DURATION");
    known(TIMES, "java.time.Period", "PERIOD");
    known(TIMES, "java.time.LocalDate", "LOCAL_DATE");
    known(TIMES, "java.time.LocalTime", "LOCAL_TIME");
    known(TIMES, "java.time.LocalDateTime", "LOCAL_DATE_TIME");
    known(TIMES, "java.time.OffsetTime", "OFFSET_TIME");
    known(TIMES, "java.time.OffsetDateTime", "OFFSET_DATE_TIME");
    known(TIMES, "java.time.ZonedDateTime", "ZONED_DATE_TIME");
    known(TIMES, "java.time.Year", "YEAR");
    known(TIMES, "java.time.YearMonth", "YEAR_MONTH");
    known(TIMES, "java.time.MonthDay", "MONTH_DAY");
    known(TIMES, "java.time.ZoneId", "ZONE_ID");
    known(TIMES, "java.time.ZoneOffset", "ZONE_ID");
    made(OF_ONE, "list", "java.util.List", "java.util.ArrayList", "java.util.LinkedList");
    made(OF_ONE, "list", "dev.millrace.runtime.Block");
    made(OF_ONE, "set", "java.util.Set", "java.util.HashSet", "java.util.EnumSet");
    made(OF_ONE, "orderedSet", "java.util.LinkedHashSet", "java.util.SortedSet");
    made(OF_ONE, "orderedSet", "java.util.NavigableSet", "java.util.TreeSet");
    made(OF_ONE, "collection", "java.util.Collection", "java.util.Queue", "java.util.Deque");
    made(OF_ONE, "collection", "java.util.ArrayDeque");
    made(OF_ONE, "optional", "java.util.Optional");
    made(OF_TWO, "map", "java.util.Map", "java.util.HashMap", "java.util.EnumMap");
    made(OF_TWO, "map", "java.util.concurrent.ConcurrentMap");
    made(OF_TWO, "map", "java.util.concurrent.ConcurrentHashMap");
    made(OF_TWO, "orderedMap", "java.util.LinkedHashMap", "java.util.SortedMap");
    made(OF_TWO, "orderedMap", "java.util.NavigableMap", "java.util.TreeMap");
  }

  private KnownKeys() {}

  private static ClassRef spi(String name) {
    return ClassRef.of("dev.millrace.runtime.spi", name);
  }

  private static void known(ClassRef holder, String type, String constant) {
    CLASSES.put(type, new Known(holder, constant));
  }

  private static void made(Map<String, String> table, String method, String... types) {
    for (String type : types) {
      table.put(type, method);
    }
  }

  /** Returns the encoder of a class, if the runtime has it. */
  static Optional<Known> of(ClassRef type) {
    return Optional.ofNullable(CLASSES.get(type.canonicalName()));
  }

  /** Returns the encoder of an array of primitives. */
  static Known of(TypeRef.Primitive component) {
    return new Known(ARRAYS, component.name() + "S");
  }

  /** Returns the encoder of a primitive's box. */
  static Known box(TypeRef.Primitive primitive) {
    return CLASSES.get(((TypeRef.Declared) primitive.boxed()).type().canonicalName());
  }

  /** Returns whether values of a type stand in a list themselves, rather than their digests. */
  static boolean isNumber(KeyShape shape) {
    return shape instanceof Known known
        && known.holder().equals(SCALARS)
        && !known.constant().startsWith("OPTIONAL")
        && !known.constant().startsWith("BIG")
        && !known.constant().equals("STRING");
  }

  /** Returns the method that makes the encoder of a generic class, if there is one. */
  static Optional<String> maker(ClassRef type, int arguments) {
    Map<String, String> table = arguments == 1 ? OF_ONE : OF_TWO;
    return Optional.ofNullable(table.get(type.canonicalName()));
  }

  /** Returns the element of a block of numbers. */
  static Optional<TypeRef.Primitive> blockOf(ClassRef type) {
    return switch (type.canonicalName()) {
      case "dev.millrace.runtime.IntBlock" -> Optional.of(TypeRef.Primitive.INT);
      case "dev.millrace.runtime.LongBlock" -> Optional.of(TypeRef.Primitive.LONG);
      case "dev.millrace.runtime.FloatBlock" -> Optional.of(TypeRef.Primitive.FLOAT);
      case "dev.millrace.runtime.DoubleBlock" -> Optional.of(TypeRef.Primitive.DOUBLE);
      default -> Optional.empty();
    };
  }
}
