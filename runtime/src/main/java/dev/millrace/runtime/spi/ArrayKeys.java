package dev.millrace.runtime.spi;

import static dev.millrace.runtime.spi.ScalarKeys.orNull;

import dev.millrace.runtime.cache.key.KeyBytes;
import dev.millrace.runtime.cache.key.Tag;
import org.jspecify.annotations.Nullable;

/** Arrays in keys: by their elements, as {@code Arrays.equals} compares them. */
public final class ArrayKeys {
  /** Of {@code boolean[]}. */
  public static final KeyEncoder<boolean[]> BOOLEANS =
      orNull(
          (values, sink) -> {
            KeyBytes bytes = sink.bytes.tag(Tag.BOOLEANS).int32(values.length);
            for (boolean each : values) {
              bytes.int8(each ? (byte) 1 : 0);
            }
          });

  /** Of {@code byte[]}. */
  public static final KeyEncoder<byte[]> BYTES =
      orNull((values, sink) -> sink.bytes.tag(Tag.BYTES).sized(values));

  /** Of {@code short[]}. */
  public static final KeyEncoder<short[]> SHORTS =
      orNull(
          (values, sink) -> {
            KeyBytes bytes = sink.bytes.tag(Tag.SHORTS).int32(values.length);
            for (short each : values) {
              bytes.int16(each);
            }
          });

  /** Of {@code int[]}. */
  public static final KeyEncoder<int[]> INTS =
      orNull(
          (values, sink) -> {
            KeyBytes bytes = sink.bytes.tag(Tag.INTS).int32(values.length);
            for (int each : values) {
              bytes.int32(each);
            }
          });

  /** Of {@code long[]}. */
  public static final KeyEncoder<long[]> LONGS =
      orNull(
          (values, sink) -> {
            KeyBytes bytes = sink.bytes.tag(Tag.LONGS).int32(values.length);
            for (long each : values) {
              bytes.int64(each);
            }
          });

  /** Of {@code char[]}. */
  public static final KeyEncoder<char[]> CHARS =
      orNull(
          (values, sink) -> {
            KeyBytes bytes = sink.bytes.tag(Tag.CHARS).int32(values.length);
            for (char each : values) {
              bytes.int16((short) each);
            }
          });

  /** Of {@code float[]}. */
  public static final KeyEncoder<float[]> FLOATS =
      orNull(
          (values, sink) -> {
            KeyBytes bytes = sink.bytes.tag(Tag.FLOATS).int32(values.length);
            for (float each : values) {
              bytes.float32(each);
            }
          });

  /** Of {@code double[]}. */
  public static final KeyEncoder<double[]> DOUBLES =
      orNull(
          (values, sink) -> {
            KeyBytes bytes = sink.bytes.tag(Tag.DOUBLES).int32(values.length);
            for (double each : values) {
              bytes.float64(each);
            }
          });

  private ArrayKeys() {}

  /** Returns the encoder of an array of objects. */
  public static <E extends @Nullable Object> KeyEncoder<E[]> array(KeyEncoder<? super E> element) {
    return orNull(
        (values, sink) -> {
          sink.bytes.tag(Tag.ARRAY).int32(values.length);
          for (int i = 0; i < values.length; i++) {
            sink.element(i, values[i], element);
          }
        });
  }
}
