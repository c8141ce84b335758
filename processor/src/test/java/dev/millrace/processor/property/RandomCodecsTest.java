package dev.millrace.processor.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.runtime.spi.codec.BlobIn;
import dev.millrace.runtime.spi.codec.BlobOut;
import dev.millrace.runtime.spi.codec.Codec;
import dev.millrace.runtime.spi.codec.DamagedBlobException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever types one makes up: what generated codecs write they read. */
final class RandomCodecsTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final int VALUES = LONG ? 200 : 8;
  private static final int PIPELINES = LONG ? 20 : 1;

  /** The most bytes of a value of which each is damaged. */
  private static final int SMALL = 200;

  @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsRead(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < PIPELINES; i++) {
      String source = RandomTypes.returned(random);
      for (CompilerUnderTest compiler : CompilerUnderTest.values()) {
        Built built = Build.on(compiler).with("-Amillrace.cache=true").source(source).succeed();
        Map<Type, Codec<Object>> codecs = codecs(built);
        assertTrue(codecs.size() > 20, () -> codecs.keySet().toString());
        RandomValues values = new RandomValues(random);
        int damaged = 0;
        for (Map.Entry<Type, Codec<Object>> each : codecs.entrySet()) {
          for (int j = 0; j < VALUES; j++) {
            damaged += check(each.getValue(), values.of(each.getKey()), each.getKey());
          }
        }
        assertTrue(damaged > 1000, damaged + " times");
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<Type, Codec<Object>> codecs(Built built) throws Exception {
    Map<Type, Codec<Object>> codecs = new LinkedHashMap<>();
    for (Field field : built.loader().loadClass("random.P_Codecs").getDeclaredFields()) {
      field.setAccessible(true);
      Type stored = ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
      codecs.put(stored, (Codec<Object>) field.get(null));
    }
    return codecs;
  }

  /** Returns how often damage was found. */
  private static int check(Codec<Object> codec, Object value, Type type) throws Exception {
    byte[] bytes = written(codec, value);
    Object read = read(codec, bytes);
    assertTrue(RandomValues.areEqual(value, read), () -> type + ": " + value + " became " + read);
    assertEquals(ByteBuffer.wrap(bytes), ByteBuffer.wrap(written(codec, read)), type::toString);
    int damaged = 0;
    for (int i = 0; bytes.length <= SMALL && i < bytes.length; i++) {
      for (int flip : new int[] {0xff, 0x01, 0x80}) {
        byte[] other = bytes.clone();
        other[i] ^= (byte) flip;
        damaged += isDamaged(codec, other) ? 1 : 0;
      }
      byte[] part = Arrays.copyOf(bytes, i);
      assertTrue(isDamaged(codec, part), type::toString);
    }
    return damaged;
  }

  /** What is read after all is of the type, to its last part: it can be written. */
  private static boolean isDamaged(Codec<Object> codec, byte[] bytes) {
    Object read;
    try {
      read = read(codec, bytes);
    } catch (DamagedBlobException damaged) {
      return true;
    }
    codec.write(new BlobOut(), read);
    return false;
  }

  private static byte[] written(Codec<Object> codec, Object value) {
    BlobOut out = new BlobOut();
    codec.write(out, value);
    ByteBuffer blob = out.finish();
    byte[] bytes = new byte[blob.remaining()];
    blob.get(bytes);
    return bytes;
  }

  private static Object read(Codec<Object> codec, byte[] bytes) {
    BlobIn in = new BlobIn(ByteBuffer.wrap(bytes));
    Object value = codec.read(in);
    in.end();
    return value;
  }
}
