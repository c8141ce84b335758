package dev.millrace.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.testing.TwinCheck.Many;
import dev.millrace.testing.TwinCheck.One;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Twins that are wrong, each in its own way, and some that are right. */
class TwinCheckTest {
  private static final Samples<float[]> VECTORS = Samples.floatVectors(4);

  /** A node: the vector at length 1; zeros stay zeros. */
  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float each : vector) {
      squares += each * each;
    }
    float[] unit = vector.clone();
    for (int i = 0; i < unit.length && squares > 0; i++) {
      unit[i] = (float) (vector[i] / Math.sqrt(squares));
    }
    return unit;
  }

  private static List<float[]> units(List<float[]> vectors) {
    List<float[]> units = new ArrayList<>();
    vectors.forEach(each -> units.add(unit(each)));
    return units;
  }

  private record Scored(String text, int length) {}

  private static Scored scored(String text) {
    return new Scored(text, text.length());
  }

  private static <A, R> List<R> each(List<A> rows, One<A, R> node) throws Exception {
    List<R> results = new ArrayList<>();
    for (A row : rows) {
      results.add(node.apply(row));
    }
    return results;
  }

  private static <A, R> TwinMismatchError caught(
      Samples<A> samples, One<A, R> node, Many<A, R> twin) {
    return assertThrows(
        TwinMismatchError.class, () -> TwinCheck.named("Nodes#node").check(samples, node, twin));
  }

  @Property(tries = 25)
  void letsRightTwinsPassWithEverySeed(@ForAll long seed) {
    TwinCheck check = TwinCheck.named("Nodes#node").seed(seed).tries(40);
    check.check(VECTORS, TwinCheckTest::unit, TwinCheckTest::units);
    check.check(
        Samples.strings(), TwinCheckTest::scored, rows -> each(rows, TwinCheckTest::scored));
    check.check(Samples.nullable(Samples.strings()), row -> row, ArrayList::new);
  }

  @Test
  void catchesResultsThatAreOffByOne() {
    TwinMismatchError error =
        caught(
            Samples.ints(),
            row -> row / 2,
            rows -> {
              List<Integer> results = new ArrayList<>();
              for (int i = 0; i < rows.size(); i++) {
                results.add(rows.get(Math.max(0, i - 1)) / 2);
              }
              return results;
            });
    assertEquals(TwinLaw.NO_NEIGHBOURS, error.law());
    assertEquals(2, error.batch().size());
    assertEquals(1, error.row());
    assertTrue(error.getMessage().contains("the twin's is what row 0 gives"), error.getMessage());
  }

  @Test
  void catchesAnotherOrder() {
    TwinMismatchError error =
        caught(
            Samples.strings(),
            TwinCheckTest::scored,
            rows -> each(rows.stream().sorted().toList(), TwinCheckTest::scored));
    assertEquals(TwinLaw.IN_ORDER, error.law());
    assertEquals(2, error.batch().size());
  }

  @Test
  void catchesOneResultForAll() {
    TwinMismatchError error =
        caught(
            Samples.strings(),
            TwinCheckTest::scored,
            rows -> Collections.nCopies(rows.size(), scored(rows.get(0))));
    assertEquals(TwinLaw.NO_NEIGHBOURS, error.law());
    assertEquals(2, error.batch().size());
  }

  @Test
  void catchesMissingNormalisation() {
    TwinMismatchError error =
        caught(VECTORS, TwinCheckTest::unit, rows -> each(rows, float[]::clone));
    assertEquals(TwinLaw.SAME_RESULTS, error.law());
    assertEquals(List.of("float[][1.0, 1.0, 1.0, 1.0]"), error.batch());
    assertEquals("float[][0.5, 0.5, 0.5, 0.5]", error.expected());
    assertEquals("float[][1.0, 1.0, 1.0, 1.0]", error.actual());
  }

  @Test
  void catchesMissingNormalisationAlsoWhereOnlyTheAngleCounts() {
    TwinCheck check = TwinCheck.named("Nodes#unit").tolerance(Tolerance.cosine(0.999));
    check.check(VECTORS, TwinCheckTest::unit, TwinCheckTest::units);
    TwinMismatchError error =
        assertThrows(
            TwinMismatchError.class,
            () -> check.check(VECTORS, TwinCheckTest::unit, rows -> each(rows, float[]::clone)));
    assertTrue(error.getMessage().contains("lengths are as 0.5 to 1"), error.getMessage());
  }

  @Test
  void catchesATwinThatChangesItsList() {
    TwinMismatchError error =
        caught(
            Samples.ints(),
            row -> row,
            rows -> {
              try {
                rows.sort(null);
              } catch (UnsupportedOperationException swallowed) {
                return new ArrayList<>(rows);
              }
              return rows;
            });
    assertEquals(TwinLaw.LIST_UNTOUCHED, error.law());
    assertEquals(-1, error.row());
  }

  @Test
  void catchesATwinThatChangesAColumn() {
    TwinMismatchError error =
        caught(
            Samples.rows(Samples.ints(), Samples.strings()),
            row -> row[1],
            rows -> {
              List<Object> texts = TwinCheck.column(rows, row -> row[1]);
              texts.replaceAll(text -> text);
              return texts;
            });
    assertEquals(TwinLaw.LIST_UNTOUCHED, error.law());
  }

  @Test
  void catchesATwinThatChangesItsRows() {
    TwinMismatchError error =
        caught(
            VECTORS,
            TwinCheckTest::unit,
            rows -> {
              List<float[]> units = units(rows);
              for (int i = 0; i < rows.size(); i++) {
                System.arraycopy(units.get(i), 0, rows.get(i), 0, 4);
              }
              return units;
            });
    assertEquals(TwinLaw.ROWS_UNTOUCHED, error.law());
    assertEquals(1, error.batch().size());
    assertTrue(error.getMessage().contains("it was changed by the twin"), error.getMessage());
  }

  /** It cannot be taken apart, but has equals. */
  private static final class Counter {
    private int count;

    @Override
    public boolean equals(Object other) {
      return other instanceof Counter that && count == that.count;
    }

    @Override
    public int hashCode() {
      return count;
    }
  }

  @Test
  void catchesATwinThatChangesRowsWithStateOfTheirOwn() {
    TwinMismatchError error =
        caught(
            Samples.ints().map(number -> new Counter()),
            row -> row.count,
            rows -> each(rows, row -> row.count++));
    assertEquals(TwinLaw.ROWS_UNTOUCHED, error.law());
  }

  @Test
  void catchesANodeThatChangesItsRow() {
    TwinMismatchError error =
        caught(
            VECTORS,
            row -> {
              Arrays.sort(row);
              return row[0];
            },
            rows -> each(rows, row -> units(List.of(row)).get(0)[0]));
    assertEquals(TwinLaw.ROWS_UNTOUCHED, error.law());
    assertTrue(error.getMessage().contains("it was changed by the node"), error.getMessage());
  }

  @Test
  void catchesALengthThatDependsOnTheData() {
    TwinMismatchError error =
        caught(
            Samples.strings(),
            TwinCheckTest::scored,
            rows ->
                each(rows.stream().filter(row -> !row.isBlank()).toList(), TwinCheckTest::scored));
    assertEquals(TwinLaw.AS_MANY_RESULTS, error.law());
    assertEquals(List.of("\"\""), error.batch());
  }

  @Test
  void catchesOneResultTooMany() {
    TwinMismatchError error =
        caught(
            Samples.ints(),
            row -> row,
            rows -> {
              List<Integer> results = new ArrayList<>(rows);
              results.add(0);
              return results;
            });
    assertEquals(TwinLaw.AS_MANY_RESULTS, error.law());
    assertEquals("2 results", error.actual());
  }

  @Test
  void catchesNullInsteadOfAList() {
    assertEquals(TwinLaw.AS_MANY_RESULTS, caught(Samples.ints(), row -> row, rows -> null).law());
  }

  @Test
  void catchesNullAmongTheResults() {
    TwinMismatchError error =
        caught(
            Samples.strings(),
            String::strip,
            rows -> each(rows, row -> row.isBlank() ? null : row.strip()));
    assertEquals(TwinLaw.SAME_RESULTS, error.law());
    assertEquals("null", error.actual());
  }

  @Test
  void catchesResultsThatDependOnNeighbours() {
    TwinMismatchError error =
        caught(
            Samples.ints(0, 1000),
            row -> row,
            rows -> {
              int most = Collections.max(rows);
              return each(rows, row -> most > 500 && rows.size() > 4 ? row + 1 : row);
            });
    assertEquals(TwinLaw.NO_NEIGHBOURS, error.law());
    assertEquals(5, error.batch().size(), "what is shrunk further is no longer wrong");
    assertTrue(error.getMessage().contains("shrunk from 17"), error.getMessage());
  }

  @Test
  void catchesOneArrayForTwoRows() {
    TwinMismatchError error =
        caught(
            VECTORS,
            TwinCheckTest::unit,
            rows -> {
              Map<String, float[]> known = new HashMap<>();
              return each(
                  rows, row -> known.computeIfAbsent(Arrays.toString(row), key -> unit(row)));
            });
    assertEquals(TwinLaw.OWN_RESULTS, error.law());
    assertEquals(2, error.batch().size());
  }

  @Test
  void catchesABufferThatTheNextCallWritesInto() {
    List<float[]> buffers = new ArrayList<>();
    TwinMismatchError error =
        caught(
            VECTORS,
            TwinCheckTest::unit,
            rows -> {
              while (buffers.size() < rows.size()) {
                buffers.add(new float[4]);
              }
              for (int i = 0; i < rows.size(); i++) {
                System.arraycopy(unit(rows.get(i)), 0, buffers.get(i), 0, 4);
              }
              return List.copyOf(buffers.subList(0, rows.size()));
            });
    assertEquals(TwinLaw.OWN_RESULTS, error.law());
  }

  @Test
  void catchesStateThatIsKeptBetweenCalls() {
    int[] calls = {0};
    TwinMismatchError error =
        caught(
            Samples.ints(),
            row -> row,
            rows -> {
              int call = calls[0]++;
              return each(rows, row -> row + call);
            });
    assertEquals(TwinLaw.TWIN_REPEATS, error.law());
  }

  @Test
  void catchesANodeThatNeverGivesTheSame() {
    int[] calls = {0};
    assertEquals(
        TwinLaw.NODE_REPEATS, caught(Samples.ints(), row -> calls[0]++, rows -> rows).law());
  }

  @Test
  void catchesAFailureOfTheTwinAlone() {
    IOException failure = new IOException("too large");
    TwinMismatchError error =
        caught(
            Samples.ints(0, 9),
            row -> row,
            rows -> {
              if (rows.size() > 3) {
                throw failure;
              }
              return rows;
            });
    assertEquals(TwinLaw.SAME_FAILURES, error.law());
    assertEquals(4, error.batch().size());
    assertSame(failure, error.getCause());
  }

  @Test
  void catchesAFailureOfTheNodeAlone() {
    TwinMismatchError error =
        caught(
            Samples.ints(0, 9),
            row -> 90 / row,
            rows -> each(rows, row -> row == 0 ? 0 : 90 / row));
    assertEquals(TwinLaw.SAME_FAILURES, error.law());
    assertEquals(List.of("0"), error.batch());
    assertEquals("throws java.lang.ArithmeticException: / by zero", error.expected());
  }

  @Test
  void comparesTheOtherRowsWhereBothFormsFailForOne() {
    TwinCheck.named("Nodes#quotient")
        .check(Samples.ints(0, 9), row -> 90 / row, rows -> each(rows, row -> 90 / row));
    TwinMismatchError error =
        caught(
            Samples.ints(0, 9),
            row -> 90 / row,
            rows -> {
              List<Integer> results = each(rows, row -> 90 / row);
              Collections.reverse(results);
              return results;
            });
    assertEquals(TwinLaw.IN_ORDER, error.law());
  }

  @Test
  void refusesToCompareNothing() {
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () ->
                TwinCheck.named("Nodes#never")
                    .check(
                        Samples.ints(),
                        row -> {
                          throw new IOException("never");
                        },
                        rows -> {
                          throw new IOException("never");
                        }));
    assertEquals(
        "Nodes#never: the node fails on every sample, so that nothing was compared; give others",
        error.getMessage());
  }

  @Test
  void acceptsAnArrayThatTheNodeItselfShares() {
    float[] none = {0, 0};
    TwinCheck.named("Nodes#none")
        .check(Samples.ints(), row -> none, rows -> Collections.nCopies(rows.size(), none));
    TwinCheck.named("Nodes#same").check(VECTORS, row -> row, List::copyOf);
  }

  @Test
  void tellsHowToSeeAFaultAgain() {
    TwinMismatchError error = caught(Samples.ints(), row -> row, rows -> each(rows, row -> 7));
    assertEquals(
        """
        Nodes#node breaks the law that the twin gives each row the result that the node gives it
          row       0: 0
          expected  0
          actual    7
          note      differs 0 and 7
          batch     1 row
            0: 0
          seed      0, try 0 of 200; repeat it with .seed(0L)""",
        error.getMessage());
    assertEquals(0, error.seed());
    assertEquals(0, error.attempt());
  }

  @Test
  void refusesSettingsThatCheckNothing() {
    TwinCheck check = TwinCheck.named("Nodes#node");
    assertThrows(IllegalArgumentException.class, () -> check.tries(0));
    assertThrows(IllegalArgumentException.class, () -> check.maxBatch(0));
  }
}
