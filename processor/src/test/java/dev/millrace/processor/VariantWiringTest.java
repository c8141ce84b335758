package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What chooses between overloads, in whatever order they stand. */
final class VariantWiringTest {

  /** Two types in two sealed hierarchies; the way up to the one is shorter than to the other. */
  private static final String DIAMOND =
      """
      sealed interface Root permits A, C {}
      sealed interface A extends Root permits X {}
      sealed interface B permits X, Y {}
      sealed interface C extends Root permits Y, Z {}
      record X() implements A, B {}
      record Y() implements B, C {}
      record Z() implements C {}
      """;

  private static Built build(CompilerUnderTest compiler, String types, List<String> nodes) {
    return Build.on(compiler)
        .source(
            """
            package t;
            import dev.millrace.*;
            @Pipeline
            interface P {
            %s%s
            }
            """
                .formatted(types, String.join("\n", nodes)))
        .run();
  }

  private static <T> Stream<List<T>> permutations(List<T> all) {
    if (all.isEmpty()) {
      return Stream.of(List.of());
    }
    return all.stream()
        .flatMap(
            first -> {
              List<T> others = new ArrayList<>(all);
              others.remove(first);
              return permutations(others)
                  .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList());
            });
  }

  /** Returns the type of the one input, in every order of the nodes. */
  private static List<String> chosenBy(CompilerUnderTest compiler, String types, String... nodes) {
    return permutations(List.of(nodes))
        .map(each -> build(compiler, types, each))
        .map(
            built -> {
              assertEquals(List.of(), built.reports().stream().map(Report::text).toList());
              return built
                  .source("t.PPipeline")
                  .replaceAll("(?s).*public Inputs which\\((.*?) which\\).*", "$1");
            })
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void theSealedTypeThatTheVariantsCoverChooses(CompilerUnderTest compiler) {
    assertEquals(
        List.of("P.B"),
        chosenBy(
            compiler,
            DIAMOND,
            "@Node static int n(X which) { return 1; }",
            "@Node static int n(Y which) { return 2; }"));
    assertEquals(
        List.of("P.Root"),
        chosenBy(
            compiler,
            DIAMOND,
            "@Node static int n(X which) { return 1; }",
            "@Node static int n(Y which) { return 2; }",
            "@Node static int n(Z which) { return 3; }"));
  }

  @ParameterizedTest
  @EnumSource
  void ofThoseThatTheyCoverTheNearestChooses(CompilerUnderTest compiler) {
    assertEquals(
        List.of("P.Near"),
        chosenBy(
            compiler,
            """
            sealed interface Far permits Near, Y {}
            sealed interface Near extends Far permits X, Y {}
            record X() implements Near {}
            record Y() implements Far, Near {}
            """,
            "@Node static int n(X which) { return 1; }",
            "@Node static int n(Y which) { return 2; }"));
  }

  private static final String PAIRS =
      """
      sealed interface F<X, Y> permits A, B, C {}
      record A<X, Y>() implements F<X, Y> {}
      record B<X, Y>() implements F<X, Y> {}
      record C<X, Y>() implements F<X, Y> {}
      """;

  @ParameterizedTest
  @EnumSource
  void typeVariablesAreRenamedOneToOneInWhateverOrder(CompilerUnderTest compiler) {
    List<String> alike =
        List.of(
            "@Node static <T, U> int n(A<T[], java.util.List<? extends U>> which) { return 1; }",
            "@Node static <U, T> int n(B<U[], java.util.List<? extends T>> which) { return 2; }",
            "@Node static <V, W> int n(C<V[], java.util.List<? extends W>> which) { return 3; }",
            "@Node static int z(F<String[], java.util.List<? extends Integer>> which) { return 4; }");
    assertEquals(
        List.of("P.F<String[], List<? extends Integer>>"),
        chosenBy(compiler, PAIRS, alike.toArray(String[]::new)));
    List<String> narrower =
        List.of(
            "@Node static <T, U> int n(A<T, U> which) { return 1; }",
            "@Node static <V> int n(B<V, V> which) { return 2; }",
            "@Node static <T, U> int n(C<T, U> which) { return 3; }");
    permutations(narrower)
        .forEach(each -> assertTold("VariantSelector", build(compiler, PAIRS, each), each));
  }

  @ParameterizedTest
  @EnumSource
  void whatVariantsGiveIsTheSameButForOneRenaming(CompilerUnderTest compiler) {
    List<String> swapped =
        List.of(
            "@Node static <T, U> T n(A<T, U> which, T first) { return first; }",
            "@Node static <U, T> U n(B<U, T> which, U first) { return first; }",
            "@Node static <T, U> T n(C<T, U> which, U second, T first) { return first; }",
            "@Node static int z(F<String, Integer> which) { return 4; }");
    permutations(swapped)
        .forEach(each -> assertEquals(List.of(), build(compiler, PAIRS, each).reports()));
    List<String> captured =
        List.of(
            "@Node static <U, T> java.util.List<U> n(A<U, U> which, java.util.List<U> all) { return all; }",
            "@Node static <T, U> java.util.List<U> n(B<T, T> which, java.util.List<U> all) { return all; }",
            "@Node static <U, T> java.util.List<U> n(C<U, U> which, java.util.List<U> all) { return all; }");
    permutations(captured)
        .forEach(each -> assertTold("VariantResult", build(compiler, PAIRS, each), each));
  }

  private static void assertTold(String code, Built built, List<String> nodes) {
    assertTrue(
        built.reports().stream().anyMatch(report -> report.text().startsWith("[" + code + "]")),
        nodes::toString);
  }
}
