package dev.millrace.processor;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.CompilerUnderTest;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nested uses that read more values from outside than a method may have parameters. */
final class ManyValuesTest {
  private static final int VALUES = 300;

  /** No two names are near each other. */
  private static String name(int i) {
    return "value" + String.valueOf(i).replaceAll(".", "$0$0$0");
  }

  private static String all(IntFunction<String> each) {
    return IntStream.range(0, VALUES).mapToObj(each).collect(joining("\n"));
  }

  /** One node for each value, of a type that takes one slot or two; the last has their sum. */
  private static String sums() {
    return "@Node static long sum0(int item) { return item; }\n"
        + all(i ->
                "@Node static long sum%d(long sum%d, %s %s) { return sum%d + %s; }"
                    .formatted(i + 1, i, i % 3 == 0 ? "long" : "int", name(i), i, name(i)))
            .replace("sum" + VALUES + "(", "sum(");
  }

  private static Object run(CompilerUnderTest compiler, String uses, String asked)
      throws Exception {
    return run(compiler, uses, asked, "items(List.of(1, 2))", "");
  }

  private static Object run(
      CompilerUnderTest compiler, String uses, String asked, String first, String shown)
      throws Exception {
    String given = ""; // what varies is no input
    if (!uses.contains("@Node static long value")) {
      given =
          all(
              i ->
                  (i % 50 == 0 ? ";\nvar inputs%d = inputs%d".formatted(i + 50, i) : "")
                      + ".%s(%d)".formatted(name(i), i));
    }
    String inputs = given.isEmpty() ? "inputs0" : "inputs" + VALUES;
    String imports =
        (uses.contains("List<") ? "import java.util.List;" : "")
            + (uses.contains("Outcome<") ? "import dev.millrace.runtime.*;" : "");
    return Build.on(compiler)
        .source(
            """
            package t;
            import dev.millrace.*;
            %s
            @Pipeline
            interface P {
              %s
              final class Inner {
                %s
              }
              static Object main() throws Exception {
                var inputs0 = PPipeline.given().%s%s;
                try (var pipeline = PPipeline.builder().build()) {
                  return %s(pipeline.%s);
                }
              }
            }
            """
                .formatted(imports, uses, sums(), first, given, shown, asked.formatted(inputs)))
        .succeed()
        .call("t.P", "main");
  }

  private static final long SUM = (long) VALUES * (VALUES - 1) / 2;

  @ParameterizedTest
  @EnumSource
  void aUseMayReadAnyNumberOfValues(CompilerUnderTest compiler) throws Exception {
    String uses =
        """
        @Nested(value = Inner.class, output = "sum")
        long total();
        """;
    assertEquals(SUM + 7, run(compiler, uses, "total(%s)", "item(7)", ""));
  }

  @ParameterizedTest
  @EnumSource
  void aMapMayReadAnyNumberOfValues(CompilerUnderTest compiler) throws Exception {
    String uses =
        """
        @Nested(value = Inner.class, output = "sum")
        List<Long> totals(@Each("item") List<Integer> items);
        """;
    assertEquals(List.of(SUM + 1, SUM + 2), run(compiler, uses, "totals(%s)"));
  }

  /** A map in a map: each passes all on. */
  @ParameterizedTest
  @EnumSource
  void mapsMayPassOnAnyNumberOfValues(CompilerUnderTest compiler) throws Exception {
    String uses =
        """
        @Pipeline
        interface Outer {
          @Node static List<Integer> parts(int item) { return List.of(item, 10 * item); }
          @Nested(value = Inner.class, output = "sum")
          List<Long> sums(@Each("item") List<Integer> parts);
        }
        @Nested(value = Outer.class, output = "sums")
        List<List<Long>> totals(@Each("item") List<Integer> items);
        """;
    assertEquals(
        List.of(List.of(SUM + 1, SUM + 10), List.of(SUM + 2, SUM + 20)),
        run(compiler, uses, "totals(%s)"));
  }

  /** Where an item has failed, it can be made again: what it was called with is held. */
  @ParameterizedTest
  @EnumSource
  void mapsThatKeepFailuresMayPassOnAnyNumberOfValues(CompilerUnderTest compiler) throws Exception {
    String uses =
        """
        @Pipeline
        interface Outer {
          @Node static List<Integer> parts(int item) {
            return item == 1 ? List.of(1) : java.util.Arrays.asList(1, null);
          }
          @Nested(value = Inner.class, output = "sum")
          List<Long> sums(@Each("item") List<Integer> parts);
        }
        @Nested(value = Outer.class, output = "sums")
        List<Outcome<List<Long>>> totals(@Each("item") List<Integer> items);
        static String shown(List<Outcome<List<Long>>> outcomes) throws Exception {
          var failed = (Outcome.Failed<List<Long>>) outcomes.get(1);
          String again;
          try {
            again = "" + failed.reproduce();
          } catch (NullResultException thrown) {
            again = "null again";
          }
          return outcomes.get(0).orElseThrow() + " " + failed.inputs().size() + " " + again;
        }
        """;
    assertEquals(
        "[" + (SUM + 1) + "] " + (VALUES + 1) + " null again",
        run(compiler, uses, "totals(%s)", "items(List.of(1, 2))", "shown"));
  }

  /** Columns, one for each node of the map around it. */
  @ParameterizedTest
  @EnumSource
  void aUseMayReadAnyNumberOfValuesThatVary(CompilerUnderTest compiler) throws Exception {
    String uses =
        """
        final class Outer {
        %s
        }
        @Pipeline(Outer.class)
        interface Varying {
          @Nested(value = Inner.class, output = "sum")
          long sums();
        }
        @Nested(value = Varying.class, output = "sums")
        List<Long> totals(@Each("item") List<Integer> items);
        """
            .formatted(
                all(
                    i ->
                        "@Node static %s %s(int item) { return item; }"
                            .formatted(i % 3 == 0 ? "long" : "int", name(i))));
    assertEquals(List.of(VALUES + 1L, 2 * VALUES + 2L), run(compiler, uses, "totals(%s)"));
  }
}
