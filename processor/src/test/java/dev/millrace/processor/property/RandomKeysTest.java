package dev.millrace.processor.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.spi.KeySink;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever types one makes up: values have one key if, and only if, they are equal. */
final class RandomKeysTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final int VALUES = LONG ? 60 : 16;
  private static final int PIPELINES = LONG ? 20 : 1;

  /** A class whose parts have none has no key either. */
  private static final int TYPES = 10;

  private final KeySink sink = new KeySink();
  private int equal;
  private int different;

  /** Numbers of which many are the same. */
  private static final class Few extends Random {
    private static final long serialVersionUID = 1;

    Few(long seed) {
      super(seed);
    }

    @Override
    public int nextInt() {
      return nextInt(3) - 1;
    }

    @Override
    public long nextLong() {
      return nextInt();
    }
  }

  @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void equalValuesHaveOneKeyAndOthersHaveOthers(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < PIPELINES; i++) {
      String source = RandomTypes.taken(random);
      for (CompilerUnderTest compiler : CompilerUnderTest.values()) {
        List<Method> takers = takers(Build.on(compiler).lenient().source(source).run());
        assertTrue(takers.size() > TYPES, takers::toString);
        for (Method taker : takers) {
          check(taker, random);
        }
      }
    }
    assertTrue(equal > 100 && different > 1000, equal + " equal, " + different + " different");
  }

  private static List<Method> takers(Built built) throws Exception {
    assertTrue(built.success(), built.reports()::toString);
    List<Method> takers = new ArrayList<>();
    for (Method each : built.loader().loadClass("random.P_Keys").getDeclaredMethods()) {
      if (each.getName().startsWith("inx")) {
        each.setAccessible(true);
        takers.add(each);
      }
    }
    return takers;
  }

  private void check(Method taker, Random random) throws Exception {
    Type type = taker.getGenericParameterTypes()[0];
    List<Object> values = new ArrayList<>();
    List<Signature> keys = new ArrayList<>();
    for (int i = 0; i < VALUES; i++) {
      long seed = random.nextLong();
      boolean isFew = i % 2 == 0;
      Object value = new RandomValues(isFew ? new Few(seed) : new Random(seed)).of(type);
      Object same = RandomValues.reversed(isFew ? new Few(seed) : new Random(seed)).of(type);
      Signature key = key(taker, value);
      assertEquals(key, key(taker, same), () -> type + ": " + value + " and " + same);
      values.add(value);
      keys.add(key);
    }
    for (int i = 0; i < VALUES; i++) {
      for (int j = 0; j < i; j++) {
        check(type, values.get(i), values.get(j), keys.get(i).equals(keys.get(j)));
      }
    }
  }

  private void check(Type type, Object one, Object other, boolean haveOneKey) throws Exception {
    if (haveOneKey) {
      equal++;
      assertTrue(
          RandomValues.areEqualInAnyOrder(one, other), () -> type + ": " + one + " as " + other);
    } else {
      different++;
      assertFalse(RandomValues.areEqual(one, other), () -> type + ": " + one + " not " + other);
    }
  }

  private Signature key(Method taker, Object value) throws Exception {
    taker.invoke(null, value, sink);
    return new Signature(sink.high(), sink.low());
  }
}
