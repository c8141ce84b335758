package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
