package dev.millrace.runtime.cache.key;

/**
 * The byte that every value begins with in a key: values of two kinds never meet. A code is never
 * given to another kind.
 */
public enum Tag {
  NULL(0x00),

  BOOLEAN(0x01),
  BYTE(0x02),
  SHORT(0x03),
  INT(0x04),
  LONG(0x05),
  CHAR(0x06),
  FLOAT(0x07),
  DOUBLE(0x08),
  STRING(0x09),
  BIG_INTEGER(0x0A),
  BIG_DECIMAL(0x0B),

  ENUM(0x10),
  CLASS(0x11),
  UUID(0x12),
  URI(0x13),
  LOCALE(0x14),
  CHARSET(0x15),
  PATTERN(0x16),
  CURRENCY(0x17),

  INSTANT(0x20),
  DURATION(0x21),
  PERIOD(0x22),
  LOCAL_DATE(0x23),
  LOCAL_TIME(0x24),
  LOCAL_DATE_TIME(0x25),
  OFFSET_TIME(0x26),
  OFFSET_DATE_TIME(0x27),
  ZONED_DATE_TIME(0x28),
  YEAR(0x29),
  YEAR_MONTH(0x2A),
  MONTH_DAY(0x2B),
  ZONE_OFFSET(0x2C),
  ZONE_REGION(0x2D),

  BOOLEANS(0x30),
  BYTES(0x31),
  SHORTS(0x32),
  INTS(0x33),
  LONGS(0x34),
  CHARS(0x35),
  FLOATS(0x36),
  DOUBLES(0x37),
  /** An array of objects, by the digests of its elements. */
  ARRAY(0x38),

  /** In order, by the digests of its elements. */
  LIST(0x40),
  /** In order, of boxed numbers: a digest would be longer than what it stands for. */
  NUMBERS(0x41),
  /** Without order: the digests of the elements, sorted. */
  SET(0x42),
  /** Without order: the digests of the entries, sorted. */
  MAP(0x43),
  /** A set whose type promises an order. */
  ORDERED_SET(0x44),
  /** A map whose type promises an order. */
  ORDERED_MAP(0x45),
  /** A collection that is neither a list nor a set, in the order of its iterator. */
  COLLECTION(0x46),
  OPTIONAL(0x48),
  OPTIONAL_INT(0x49),
  OPTIONAL_LONG(0x4A),
  OPTIONAL_DOUBLE(0x4B),

  /** A record, or a class by its public state: a digest of its name and parts' names first. */
  PARTS(0x50),
  /** A class that gives its own key: its name, then the key. */
  KEYED(0x51),
  /** A class whose instances are all alike: its name. */
  ALIKE(0x52),
  /** An object that is nothing but itself. */
  IDENTITY(0x53),
  /** What is left out of keys on purpose. */
  IGNORED(0x54),

  PATH_NAME(0x60),
  PATH_CONTENT(0x61),
  FILE(0x62),
  FOLDER(0x63),

  EMBEDDING(0x68);

  private final byte code;

  Tag(int code) {
    this.code = (byte) code;
  }

  /** Returns the byte. */
  public byte code() {
    return code;
  }
}
