package dev.millrace.runtime.spi.codec;

/** Codecs of arrays of primitives: how many there are, and then these. */
public final class Numbers {
  public static final Codec<byte[]> BYTES =
      Codecs.ofMutable(
          "byte[]",
          (out, values) -> {
            out.size(values.length);
            out.bytes(values);
          },
          in -> in.bytes(in.count(Byte.BYTES)));

  public static final Codec<boolean[]> BOOLEANS =
      Codecs.ofMutable(
          "boolean[]",
          (out, values) -> {
            out.size(values.length);
            for (boolean value : values) {
              Codecs.BOOLEAN.write(out, value);
            }
          },
          in -> {
            boolean[] values = new boolean[in.count(Byte.BYTES)];
            for (int i = 0; i < values.length; i++) {
              values[i] = Codecs.BOOLEAN.read(in);
            }
            return values;
          });

  public static final Codec<short[]> SHORTS =
      Codecs.ofMutable(
          "short[]",
          (out, values) -> {
            out.size(values.length);
            for (short value : values) {
              out.i16(value);
            }
          },
          in -> {
            short[] values = new short[in.count(Short.BYTES)];
            for (int i = 0; i < values.length; i++) {
              values[i] = in.i16();
            }
            return values;
          });

  public static final Codec<char[]> CHARS =
      Codecs.ofMutable(
          "char[]",
          (out, values) -> {
            out.size(values.length);
            for (char value : values) {
              out.i16(value);
            }
          },
          in -> {
            char[] values = new char[in.count(Character.BYTES)];
            for (int i = 0; i < values.length; i++) {
              values[i] = (char) in.i16();
            }
            return values;
          });

  public static final Codec<int[]> INTS =
      Codecs.ofMutable(
          "int[]",
          (out, values) -> {
            out.size(values.length);
            for (int value : values) {
              out.i32(value);
            }
          },
          in -> {
            int[] values = new int[in.count(Integer.BYTES)];
            for (int i = 0; i < values.length; i++) {
              values[i] = in.i32();
            }
            return values;
          });

  public static final Codec<long[]> LONGS =
      Codecs.ofMutable(
          "long[]",
          (out, values) -> {
            out.size(values.length);
            for (long value : values) {
              out.i64(value);
            }
          },
          in -> {
            long[] values = new long[in.count(Long.BYTES)];
            for (int i = 0; i < values.length; i++) {
              values[i] = in.i64();
            }
            return values;
          });

  /** NaNs keep their bits. */
  public static final Codec<float[]> FLOATS =
      Codecs.ofMutable(
          "float[]",
          (out, values) -> {
            out.size(values.length);
            for (float value : values) {
              out.f32(value);
            }
          },
          in -> {
            float[] values = new float[in.count(Float.BYTES)];
            for (int i = 0; i < values.length; i++) {
              values[i] = in.f32();
            }
            return values;
          });

  /** NaNs keep their bits. */
  public static final Codec<double[]> DOUBLES =
      Codecs.ofMutable(
          "double[]",
          (out, values) -> {
            out.size(values.length);
            for (double value : values) {
              out.f64(value);
            }
          },
          in -> {
            double[] values = new double[in.count(Double.BYTES)];
            for (int i = 0; i < values.length; i++) {
              values[i] = in.f64();
            }
            return values;
          });

  private Numbers() {}
}
