package dev.millrace.runtime.spi;

import dev.millrace.runtime.cache.key.Tag;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Numbers, characters and texts in keys. */
public final class ScalarKeys {
  /** Of a {@code Boolean}. */
  public static final KeyEncoder<Boolean> BOOLEAN =
      orNull((value, sink) -> sink.write(value.booleanValue()));

  /** Of a {@code Byte}. */
  public static final KeyEncoder<Byte> BYTE =
      orNull((value, sink) -> sink.write(value.byteValue()));

  /** Of a {@code Short}. */
  public static final KeyEncoder<Short> SHORT =
      orNull((value, sink) -> sink.write(value.shortValue()));

  /** Of an {@code Integer}. */
  public static final KeyEncoder<Integer> INTEGER =
      orNull((value, sink) -> sink.write(value.intValue()));

  /** Of a {@code Long}. */
  public static final KeyEncoder<Long> LONG =
      orNull((value, sink) -> sink.write(value.longValue()));

  /** Of a {@code Character}. */
  public static final KeyEncoder<Character> CHARACTER =
      orNull((value, sink) -> sink.write(value.charValue()));

  /** Of a {@code Float}, as {@link KeySink#write(float)}. */
  public static final KeyEncoder<Float> FLOAT =
      orNull((value, sink) -> sink.write(value.floatValue()));

  /** Of a {@code Double}, as {@link KeySink#write(double)}. */
  public static final KeyEncoder<Double> DOUBLE =
      orNull((value, sink) -> sink.write(value.doubleValue()));

  /** Of a text. */
  public static final KeyEncoder<String> STRING = (value, sink) -> sink.write(value);

  /** Of a {@code BigInteger}. */
  public static final KeyEncoder<BigInteger> BIG_INTEGER =
      orNull((value, sink) -> sink.bytes.tag(Tag.BIG_INTEGER).sized(value.toByteArray()));

  /** Of a {@code BigDecimal}; 1.0 and 1.00 are two, as {@code equals} says. */
  public static final KeyEncoder<BigDecimal> BIG_DECIMAL =
      orNull(
          (value, sink) ->
              sink.bytes
                  .tag(Tag.BIG_DECIMAL)
                  .int32(value.scale())
                  .sized(value.unscaledValue().toByteArray()));

  /** Of an {@code OptionalInt}. */
  public static final KeyEncoder<OptionalInt> OPTIONAL_INT =
      orNull(
          (value, sink) -> {
            sink.bytes.tag(Tag.OPTIONAL_INT).int8(value.isPresent() ? (byte) 1 : 0);
            value.ifPresent(sink.bytes::int32);
          });

  /** Of an {@code OptionalLong}. */
  public static final KeyEncoder<OptionalLong> OPTIONAL_LONG =
      orNull(
          (value, sink) -> {
            sink.bytes.tag(Tag.OPTIONAL_LONG).int8(value.isPresent() ? (byte) 1 : 0);
            value.ifPresent(sink.bytes::int64);
          });

  /** Of an {@code OptionalDouble}. */
  public static final KeyEncoder<OptionalDouble> OPTIONAL_DOUBLE =
      orNull(
          (value, sink) -> {
            sink.bytes.tag(Tag.OPTIONAL_DOUBLE).int8(value.isPresent() ? (byte) 1 : 0);
            value.ifPresent(sink.bytes::float64);
          });

  private ScalarKeys() {}

  /** Writes a value that is there. */
  @FunctionalInterface
  interface Present<T> {
    void encode(T value, KeySink sink);
  }

  /** Returns the encoder that writes null, too. */
  static <T> KeyEncoder<T> orNull(Present<T> present) {
    return (@Nullable T value, KeySink sink) -> {
      if (value == null) {
        sink.writeNull();
      } else {
        present.encode(value, sink);
      }
    };
  }
}
