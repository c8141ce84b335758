package dev.millrace.runtime.spi.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Embedding;
import dev.millrace.runtime.RowType;
import dev.millrace.runtime.Slab;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodecsTest {
  /** What a user's type is: lists in maps in optionals, and others of itself. */
  record Tree(String name, Optional<List<Tree>> below, Map<String, Embedding> vectors) {
    static final Codec<Tree> CODEC =
        Codecs.of("Tree(name, below, vectors)", Tree::write, Tree::read);

    private static Codec<Optional<List<Tree>>> trees() {
      return Codecs.optional(Codecs.list(Codecs.later("Tree", true, () -> CODEC)));
    }

    private static Codec<Map<String, Embedding>> named() {
      return Codecs.map(Codecs.STRING, Codecs.EMBEDDING);
    }

    private static void write(BlobOut out, Tree tree) {
      out.text(tree.name);
      trees().write(out, tree.below);
      named().write(out, tree.vectors);
    }

    private static Tree read(BlobIn in) {
      return new Tree(in.text(), trees().read(in), named().read(in));
    }
  }

  private static final Tree TREE =
      new Tree(
          "a \ud83d\ude00 and half of one \ud83d",
          Optional.of(List.of(new Tree("b", Optional.empty(), Map.of()))),
          Map.of("one", Embedding.of(1, 2, 3)));

  private static <T extends @Nullable Object> ByteBuffer blob(Codec<T> codec, T value) {
    BlobOut out = new BlobOut();
    codec.write(out, value);
    return out.finish();
  }

  private static <T extends @Nullable Object> T read(Codec<T> codec, ByteBuffer blob) {
    BlobIn in = new BlobIn(blob);
    T value = codec.read(in);
    in.end();
    return value;
  }

  private static <T extends @Nullable Object> T again(Codec<T> codec, T value) {
    return read(codec, blob(codec, value));
  }

  @SafeVarargs
  private static <T> void comesBack(Codec<T> codec, T... values) {
    for (T value : values) {
      assertEquals(value, again(codec, value), codec.schema());
    }
  }

  @Test
  void everyScalarComesBack() {
    comesBack(Codecs.BOOLEAN, true, false);
    comesBack(Codecs.BYTE, Byte.MIN_VALUE, Byte.MAX_VALUE);
    comesBack(Codecs.SHORT, Short.MIN_VALUE, Short.MAX_VALUE);
    comesBack(Codecs.CHAR, '\0', '\uffff', '\ud800');
    comesBack(Codecs.INT, Integer.MIN_VALUE, -1, Integer.MAX_VALUE);
    comesBack(Codecs.LONG, Long.MIN_VALUE, -1L, Long.MAX_VALUE);
    comesBack(Codecs.FLOAT, -0.0f, 0.0f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, Float.NaN);
    comesBack(Codecs.DOUBLE, -0.0, 0.0, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN);
    comesBack(Codecs.BIG_INTEGER, BigInteger.ZERO, BigInteger.ONE.shiftLeft(999).negate());
    comesBack(Codecs.BIG_DECIMAL, new BigDecimal("1.0"), new BigDecimal("1.00E-999"));
    comesBack(Codecs.UUID, new UUID(-1, 1));
    comesBack(Codecs.URI, URI.create("a/b?c=%20#d"));
    comesBack(Codecs.enumOf(TimeUnit.class), TimeUnit.values());
  }

  @Test
  void everyTimeComesBack() {
    comesBack(Codecs.INSTANT, Instant.MIN, Instant.EPOCH.plusNanos(1), Instant.MAX);
    comesBack(
        Codecs.DURATION,
        Duration.ZERO,
        Duration.ofSeconds(Long.MIN_VALUE),
        Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
        Duration.ofSeconds(-1, 1));
    comesBack(Codecs.PERIOD, Period.ZERO, Period.of(-1, 14, Integer.MIN_VALUE));
    comesBack(Codecs.LOCAL_DATE, LocalDate.MIN, LocalDate.MAX);
    comesBack(Codecs.LOCAL_TIME, LocalTime.MIN, LocalTime.MAX);
    comesBack(Codecs.LOCAL_DATE_TIME, LocalDateTime.MIN, LocalDateTime.MAX);
    comesBack(Codecs.OFFSET_DATE_TIME, OffsetDateTime.MIN, OffsetDateTime.MAX);
    ZoneId paris = ZoneId.of("Europe/Paris");
    ZonedDateTime twice = LocalDateTime.of(2024, 10, 27, 2, 30).atZone(paris);
    comesBack(
        Codecs.ZONED_DATE_TIME,
        twice.withEarlierOffsetAtOverlap(),
        twice.withLaterOffsetAtOverlap(),
        twice.withZoneSameInstant(ZoneOffset.ofHours(-3)),
        twice.withZoneSameInstant(ZoneId.of("UTC+5")));
    comesBack(Codecs.ZONE_ID, paris, ZoneOffset.UTC, ZoneId.of("Z"), ZoneId.of("GMT0"));
  }

  @Test
  void everyArrayComesBackToTheBit() {
    byte[] bytes = {-1, 0, 1};
    assertArrayEquals(bytes, again(Numbers.BYTES, bytes));
    boolean[] booleans = {true, false};
    assertArrayEquals(booleans, again(Numbers.BOOLEANS, booleans));
    short[] shorts = {Short.MIN_VALUE, 7};
    assertArrayEquals(shorts, again(Numbers.SHORTS, shorts));
    char[] chars = {'\0', '\udfff'};
    assertArrayEquals(chars, again(Numbers.CHARS, chars));
    int[] ints = {Integer.MIN_VALUE, 7};
    assertArrayEquals(ints, again(Numbers.INTS, ints));
    long[] longs = {Long.MIN_VALUE, 7};
    assertArrayEquals(longs, again(Numbers.LONGS, longs));
    float odd = Float.intBitsToFloat(0x7fc12345);
    assertEquals(0x7fc12345, Float.floatToRawIntBits(again(Numbers.FLOATS, new float[] {odd})[0]));
    double odder = Double.longBitsToDouble(0x7ff8123456789abcL);
    double[] doubles = again(Numbers.DOUBLES, new double[] {odder});
    assertEquals(0x7ff8123456789abcL, Double.doubleToRawLongBits(doubles[0]));
    String[][] texts = {{"a", "b"}, {}};
    Codec<String[][]> codec =
        Codecs.array(Codecs.array(Codecs.STRING, String[]::new), String[][]::new);
    assertArrayEquals(texts, again(codec, texts));
    assertFalse(codec.isImmutable());
    assertFalse(Codecs.list(Numbers.FLOATS).isImmutable());
  }

  @Test
  void collectionsKeepTheirOrderAndTheirNullsAndCannotBeChanged() {
    List<@Nullable Integer> list = Arrays.asList(3, null, 1);
    List<@Nullable Integer> read = again(Codecs.list(Codecs.nullable(Codecs.INT)), list);
    assertEquals(list, read);
    assertThrows(UnsupportedOperationException.class, () -> read.add(1));
    Set<String> set = new LinkedHashSet<>(List.of("z", "a", "m"));
    assertEquals(new ArrayList<>(set), new ArrayList<>(again(Codecs.set(Codecs.STRING), set)));
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("z", 1);
    map.put("a", 2);
    Map<String, Integer> again = again(Codecs.map(Codecs.STRING, Codecs.INT), map);
    assertEquals(new ArrayList<>(map.entrySet()), new ArrayList<>(again.entrySet()));
    assertTrue(Codecs.map(Codecs.STRING, Codecs.INT).isImmutable());
  }

  @Test
  void aNestedValueComesBack() {
    comesBack(Tree.CODEC, TREE);
  }

  @Property(tries = 200)
  void anyTextComesBack(@ForAll List<String> texts) {
    comesBack(Codecs.list(Codecs.STRING), texts);
  }

  @Property(tries = 200)
  void anyNumbersComeBack(@ForAll List<Long> numbers, @ForAll double[] doubles) {
    comesBack(Codecs.optional(Codecs.list(Codecs.LONG)), Optional.of(numbers));
    assertArrayEquals(doubles, again(Numbers.DOUBLES, doubles));
  }

  @Test
  void rowsOfOneWidthLieTogetherAndAreReadWhereTheyLie() {
    List<Embedding> embeddings = new ArrayList<>();
    Slab half = Slab.allocate(RowType.FLOAT16, 3, 5);
    half.set(2, 4, 1.5f);
    for (int i = 0; i < 10; i++) {
      embeddings.add(Embedding.of(new float[][] {{i, 1, 2}, {3, i, 5}}));
      embeddings.add(half.rows(1, 2));
    }
    Codec<List<Embedding>> codec = Codecs.list(Codecs.EMBEDDING);
    ByteBuffer heap = blob(codec, embeddings);
    ByteBuffer blob = ByteBuffer.allocateDirect(heap.remaining()).put(heap).flip();
    List<Embedding> read = read(codec, blob);
    assertEquals(embeddings, read);
    assertSame(read.get(0).slab(), read.get(18).slab());
    assertEquals(20, read.get(0).slab().rows());
    assertEquals(2, read.stream().map(Embedding::slab).distinct().count());
    assertTrue(read.get(0).slab().bytes(0, 1).isDirect(), "no copy");
    assertTrue(read.get(0).slab().bytes(0, 1).isReadOnly());
  }

  @Test
  void theFormatIsTheSameForGood() {
    Tree tree = new Tree("a\ud800", Optional.empty(), Map.of("b", Embedding.of(1, 2)));
    String header = "4d524231" + "0f000000" + "01000000"; // "MRB1", the body, one kind of rows
    String rows = "00000000" + "02000000" + "01000000" + "40000000"; // float32 [1, 2] at 64
    String name = "01" + "04" + "610000d8"; // UTF-16
    String vectors = "00" + "01" + "00" + "00" + "01" + "62" + "00" + "00" + "01";
    String padding = "00".repeat(64 - 12 - 16 - 15);
    String numbers = "0000803f" + "00000040";
    assertEquals(
        header + rows + name + vectors + padding + numbers,
        HexFormat.of().formatHex(bytes(blob(Tree.CODEC, tree))));
  }

  private static byte[] bytes(ByteBuffer blob) {
    byte[] bytes = new byte[blob.remaining()];
    blob.duplicate().get(bytes);
    return bytes;
  }

  @Test
  void whatIsCutOffAnywhereIsSaidToBeDamaged() {
    byte[] whole = bytes(blob(Tree.CODEC, TREE));
    for (int length = 0; length < whole.length; length++) {
      ByteBuffer part = ByteBuffer.wrap(whole, 0, length);
      assertThrows(DamagedBlobException.class, () -> read(Tree.CODEC, part), length + " bytes");
    }
  }

  /** A bit may make another value; it makes no other failure, and no room for what is not there. */
  @Test
  void aFlippedBitIsAnotherValueOrDamage() {
    byte[] whole = bytes(blob(Tree.CODEC, TREE));
    int damaged = 0;
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        read(Tree.CODEC, ByteBuffer.wrap(flipped));
      } catch (DamagedBlobException expected) {
        damaged++;
      }
    }
    assertTrue(damaged > 100, damaged + " times");
  }

  @Test
  void aSizeBeyondAllBytesMakesNoRoom() {
    BlobOut out = new BlobOut();
    out.size(Integer.MAX_VALUE);
    ByteBuffer blob = out.finish();
    List<Codec<?>> codecs =
        List.of(Codecs.STRING, Numbers.LONGS, Numbers.BYTES, Codecs.BIG_INTEGER);
    for (Codec<?> codec : codecs) {
      assertThrows(DamagedBlobException.class, () -> read(codec, blob), codec.schema());
    }
  }

  @Test
  void sizesComeBack() {
    for (int size : new int[] {0, 127, 128, 16_383, 16_384, Integer.MAX_VALUE}) {
      BlobOut out = new BlobOut();
      out.size(size);
      assertEquals(size, new BlobIn(out.finish()).size());
    }
  }

  @Test
  void aTextThatIsNoneOfItsTypeIsDamage() {
    Function<Codec<?>, Object> read = codec -> read(codec, blob(Codecs.STRING, "no time"));
    assertThrows(DamagedBlobException.class, () -> read.apply(Codecs.INSTANT));
    assertThrows(DamagedBlobException.class, () -> read.apply(Codecs.ZONE_ID));
  }

  @Test
  void theSchemaSaysWhatIsWritten() {
    assertEquals(
        "Map<String, List<Optional<float[]>?>>",
        Codecs.map(Codecs.STRING, Codecs.list(Codecs.nullable(Codecs.optional(Numbers.FLOATS))))
            .schema());
    assertEquals(
        "dev.millrace.runtime.RowType[FLOAT32, FLOAT16, INT8]",
        Codecs.enumOf(RowType.class).schema());
  }
}
