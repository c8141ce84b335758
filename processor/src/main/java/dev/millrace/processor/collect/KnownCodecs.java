package dev.millrace.processor.collect;

import dev.millrace.processor.model.ClassRef;
import dev.millrace.processor.model.CodecShape.Known;
import dev.millrace.processor.model.TypeRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types whose codecs the runtime has or makes, by their names. */
final class KnownCodecs {
  static final ClassRef CODEC = codec("Codec");
  static final ClassRef FOLDER_CODEC = codec("FolderCodec");
  static final ClassRef CODECS = codec("Codecs");

  private static final ClassRef CONTAINERS = codec("Containers");
  private static final ClassRef NUMBERS = codec("Numbers");

  private static final Map<String, Known> CLASSES = new HashMap<>();
  private static final Map<String, Maker> MAKERS = new HashMap<>();

  /** What a codec can be made for that nothing promises to be equal once it is read back. */
  private static final Map<String, String> REFUSED = new HashMap<>();

  /** A method of the runtime that makes a codec. */
  record Maker(ClassRef holder, String method) {}

  static {
    known("java.lang.Boolean", "BOOLEAN");
    known("java.lang.Byte", "BYTE");
    known("java.lang.Short", "SHORT");
    known("java.lang.Character", "CHAR");
    known("java.lang.Integer", "INT");
    known("java.lang.Long", "LONG");
    known("java.lang.Float", "FLOAT");
    known("java.lang.Double", "DOUBLE");
    known("java.lang.String", "STRING");
    known("java.math.BigInteger", "BIG_INTEGER");
    known("java.math.BigDecimal", "BIG_DECIMAL");
    known("java.util.UUID", "UUID");
    known("java.util.Currency", "CURRENCY");
    known("java.util.OptionalInt", "OPTIONAL_INT");
    known("java.util.OptionalLong", "OPTIONAL_LONG");
    known("java.util.OptionalDouble", "OPTIONAL_DOUBLE");
    known("java.net.URI", "URI");
    known("java.nio.charset.Charset", "CHARSET");
    known("java.nio.file.Path", "PATH");
    known("java.time.Instant", "INSTANT");
    known("java.time.Duration", "DURATION");
    known("java.time.Period", "PERIOD");
    known("java.time.LocalDate", "LOCAL_DATE");
    known("java.time.LocalTime", "LOCAL_TIME");
    known("java.time.LocalDateTime", "LOCAL_DATE_TIME");
    known("java.time.OffsetTime", "OFFSET_TIME");
    known("java.time.OffsetDateTime", "OFFSET_DATE_TIME");
    known("java.time.ZonedDateTime", "ZONED_DATE_TIME");
    known("java.time.Year", "YEAR");
    known("java.time.YearMonth", "YEAR_MONTH");
    known("java.time.MonthDay", "MONTH_DAY");
    known("java.time.ZoneId", "ZONE_ID");
    known("java.time.ZoneOffset", "ZONE_OFFSET");
    known("dev.millrace.runtime.Embedding", "EMBEDDING");
    made(CODECS, "java.util.List", "list");
    made(CODECS, "java.util.Set", "set");
    made(CODECS, "java.util.Map", "map");
    made(CODECS, "java.util.Optional", "optional");
    made(CONTAINERS, "java.util.Collection", "collection");
    made(CONTAINERS, "java.lang.Iterable", "iterable");
    made(CONTAINERS, "java.util.ArrayList", "arrayList");
    made(CONTAINERS, "java.util.LinkedList", "linkedList");
    made(CONTAINERS, "java.util.HashSet", "hashSet");
    made(CONTAINERS, "java.util.LinkedHashSet", "linkedHashSet");
    made(CONTAINERS, "java.util.HashMap", "hashMap");
    made(CONTAINERS, "java.util.LinkedHashMap", "linkedHashMap");
    for (String each : List.of("SortedSet", "NavigableSet", "TreeSet")) {
      refused(each, "Set or LinkedHashSet");
    }
    for (String each : List.of("SortedMap", "NavigableMap", "TreeMap")) {
      refused(each, "Map or LinkedHashMap");
    }
  }

  private KnownCodecs() {}

  private static ClassRef codec(String name) {
    return ClassRef.of("dev.millrace.runtime.spi.codec", name);
  }

  private static void known(String type, String constant) {
    CLASSES.put(type, new Known(CODECS, constant));
  }

  private static void made(ClassRef holder, String type, String method) {
    MAKERS.put(type, new Maker(holder, method));
  }

  private static void refused(String name, String other) {
    REFUSED.put(
        "java.util." + name,
        " may be sorted by a comparator, which cannot be stored; let it be a "
            + other
            + ", which keeps the order that it is given");
  }

  /** Returns the codec of a class, if the runtime has it. */
  static Optional<Known> of(ClassRef type) {
    return Optional.ofNullable(CLASSES.get(type.canonicalName()));
  }

  /** Returns the codec of an array of primitives. */
  static Known of(TypeRef.Primitive component) {
    return new Known(NUMBERS, component.name() + "S");
  }

  /** Returns the codec of a primitive's box. */
  static Known box(TypeRef.Primitive primitive) {
    return CLASSES.get(((TypeRef.Declared) primitive.boxed()).type().canonicalName());
  }

  /** Returns what makes the codec of a generic class, if there is such a method. */
  static Optional<Maker> maker(ClassRef type) {
    return Optional.ofNullable(MAKERS.get(type.canonicalName()));
  }

  /** Returns why a class of the JDK has no codec, but for its name. */
  static String refusal(ClassRef type) {
    return REFUSED.getOrDefault(
        type.canonicalName(),
        " is a type of the JDK that has no codec; let it be another, or say"
            + " @Stored(by = …) on the node");
  }
}
