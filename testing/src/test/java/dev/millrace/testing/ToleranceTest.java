package dev.millrace.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Embedding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToleranceTest {
  private record Encoded(String id, Embedding embedding, float weight) {}

  private record Holder(Object value) {}

  private static @Nullable String difference(Tolerance tolerance, Object a, Object b) {
    return new Comparison(tolerance).difference(Form.of(a), Form.of(b));
  }

  private static void same(Tolerance tolerance, Object a, Object b) {
    assertNull(difference(tolerance, a, b));
  }

  private static void differ(Tolerance tolerance, Object a, Object b) {
    assertFalse(new Comparison(tolerance).same(Form.of(a), Form.of(b)));
  }

  @Test
  void comparesPartByPart() {
    Tolerance exact = Tolerance.exact();
    same(exact, new Holder(new int[] {1, 2}), new Holder(new int[] {1, 2}));
    same(exact, new Object[][] {{"a"}, {}}, new Object[][] {{"a"}, {}});
    same(exact, Map.of("k", new long[] {1}), Map.of("k", new long[] {1}));
    same(exact, Optional.of(new char[] {'a'}), Optional.of(new char[] {'a'}));
    same(exact, Set.of(1, 2), Set.of(2, 1));
    same(exact, new double[] {Double.NaN}, new double[] {Double.NaN});
    same(exact, Embedding.of(1, 2), Embedding.of(1, 2));
    differ(exact, new double[] {0.0}, new double[] {-0.0});
    differ(exact, new float[] {1}, new double[] {1});
    differ(exact, List.of(1f), List.of(1d));
    differ(exact, List.of("a"), new String[] {"a"});
    differ(exact, Embedding.of(1, 2), Embedding.of(new float[][] {{1}, {2}}));
    differ(exact, Map.of("k", 1), Map.of("l", 1));
    differ(exact, Optional.empty(), Optional.of(1));
    differ(exact, new Holder(1), 1);
  }

  @Test
  void saysWhere() {
    Embedding one = Embedding.of(new float[][] {{1, 2}, {3, 4}});
    Embedding other = Embedding.of(new float[][] {{1, 2}, {3, 5}});
    assertEquals(
        "at [1].embedding[1, 1]: 4.0 and 5.0",
        difference(
            Tolerance.exact(),
            List.of("x", new Encoded("a", one, 1)),
            List.of("x", new Encoded("a", other, 1))));
    assertTrue(
        difference(Tolerance.exact(), new Object(), new Object())
            .endsWith("(java.lang.Object has no equals)"));
  }

  @Property(tries = 200)
  void countsFloatsBetweenTwo(@ForAll float value, @ForAll @IntRange(max = 20) int steps) {
    float other = value;
    for (int step = 0; step < steps; step++) {
      other = Math.nextUp(other);
    }
    // From -0.0f the first step is to the smallest number: both zeros are one place.
    same(Tolerance.ulps(steps), new float[] {value}, new float[] {other});
    if (steps > 1 && Float.isFinite(other)) {
      differ(Tolerance.ulps(steps - 2), value, other);
    }
  }

  @Test
  void countsDoublesBetweenTwo() {
    double next = Math.nextUp(0.1);
    same(Tolerance.ulps(1), new Holder(0.1), new Holder(next));
    differ(Tolerance.ulps(0), 0.1, next);
    same(Tolerance.ulps(0), 0.0, -0.0);
    differ(Tolerance.ulps(Integer.MAX_VALUE), -Double.MAX_VALUE, Double.MAX_VALUE);
    differ(Tolerance.ulps(Integer.MAX_VALUE), Double.NaN, 1.0);
    same(Tolerance.ulps(2), List.of(0.1f), List.of(Math.nextDown(0.1f)));
    differ(Tolerance.ulps(2), List.of(1), List.of(2));
  }

  @Test
  void comparesVectorsByTheirAngle() {
    Tolerance cosine = Tolerance.cosine(0.99);
    same(cosine, new float[] {1, 0}, new float[] {1, 0.05f});
    same(cosine, new double[] {1, 0}, new double[] {1, 0.05});
    same(cosine, List.of(1f, 0f), List.of(1f, 0.05f));
    same(cosine, new float[] {0, 0}, new float[] {0, -0f});
    differ(cosine, new float[] {1, 0}, new float[] {1, 0.5f});
    differ(cosine, new float[] {1, 0}, new float[] {2, 0});
    differ(cosine, new float[] {1, 0}, new float[] {0, 0});
    differ(cosine, new float[] {1, 0}, new float[] {Float.NaN, 0});
    Embedding one = Embedding.of(new float[][] {{1, 0}, {0, 1}});
    same(cosine, one, Embedding.of(new float[][] {{1, 0.05f}, {0, 1}}));
    differ(cosine, one, Embedding.of(new float[][] {{1, 0}, {1, 1}}));
  }

  @Test
  void takesAllElseExactlyWhereVectorsMayDiffer() {
    Tolerance cosine = Tolerance.cosine(0.99);
    Embedding near = Embedding.of(1, 0.05f);
    Encoded one = new Encoded("a", Embedding.of(1, 0), 1);
    same(cosine, one, new Encoded("a", near, 1));
    differ(cosine, one, new Encoded("b", near, 1));
    differ(cosine, one, new Encoded("a", near, 1.0000001f));
  }

  @Test
  void refusesTolerancesThatAreNone() {
    assertThrows(IllegalArgumentException.class, () -> Tolerance.ulps(-1));
    assertThrows(IllegalArgumentException.class, () -> Tolerance.cosine(1.5));
    assertThrows(IllegalArgumentException.class, () -> Tolerance.cosine(Double.NaN));
  }
}
