package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.options.Options;
import dev.millrace.processor.picture.PlanFormat;
import dev.millrace.processor.report.Problem;
import dev.millrace.processor.report.Problems;
import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Report;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a build may ask with {@code -Amillrace.…}, and what the compilers make of it. */
final class OptionsTest {
  private static final String PIPELINE =
      """
      package t;
      import dev.millrace.*;
      @Pipeline
      interface P {
        @Node
        static int length(String text) {
          return text.length();
        }
      }
      """;

  private final Problems problems = new Problems();

  @Test
  void nothingIsAskedByDefault() {
    assertEquals(
        new Options(true, Set.of(), false, false, false),
        Options.read(Map.of("other", "1"), problems));
    assertEquals(List.of(), List.copyOf(problems.all()));
  }

  @Test
  void readsEveryOption() {
    assertEquals(
        new Options(true, Set.of(PlanFormat.JSON, PlanFormat.DOT), true, true, false),
        Options.read(
            Map.of(
                "millrace.cache", "true",
                "millrace.plan", "DOT, JSON,DOT",
                "millrace.strict", "true",
                "millrace.twinTests", "true",
                "millrace.verbose", "false"),
            problems));
    assertEquals(List.of(), List.copyOf(problems.all()));
  }

  @Test
  void aWrongValueLeavesTheDefault() {
    assertEquals(
        new Options(true, Set.of(PlanFormat.JSON), false, false, false),
        Options.read(Map.of("millrace.plan", "JSON,,json", "millrace.strict", "TRUE"), problems));
    assertEquals(
        List.of(
            "[OptionValue] the option millrace.plan is \"\", but must be one or more of JSON,"
                + " MERMAID, DOT, with commas between them",
            "[OptionValue] the option millrace.plan is \"json\", but must be one or more of JSON,"
                + " MERMAID, DOT, with commas between them",
            "[OptionValue] the option millrace.strict is \"TRUE\", but must be true or false"),
        problems.all().stream().map(Problem::text).toList());
    assertFalse(problems.isSound());
  }

  @Test
  void anUnknownOptionIsOnlyWarnedOf() {
    Options.read(Map.of("millrace.", "1"), problems);
    assertEquals(1, problems.all().size());
    assertTrue(problems.isSound());
  }

  /** Under {@code -Xlint:all -Werror}, where javac warns of options that nobody recognizes. */
  @ParameterizedTest
  @EnumSource
  void theCompilersHaveNothingAgainstOurOptions(CompilerUnderTest compiler) {
    Build.on(compiler)
        .source(PIPELINE)
        .with(
            "-Amillrace.cache=true",
            "-Amillrace.plan=JSON",
            "-Amillrace.strict=true",
            "-Amillrace.twinTests=false",
            "-Amillrace.verbose=true")
        .succeed();
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownOptionIsWarnedOfOnce(CompilerUnderTest compiler) {
    Built built =
        Build.on(compiler).lenient().source(PIPELINE).with("-Amillrace.verbos=true").run();
    assertTrue(built.success());
    assertEquals(
        List.of(
            "[OptionUnknown] there is no option \"millrace.verbos\"; there are millrace.cache, millrace.plan,"
                + " millrace.strict, millrace.twinTests, millrace.verbose. Did you mean"
                + " \"millrace.verbose\"?"),
        built.reports().stream().map(Report::text).toList());
  }

  /** javac asks a processor only where its annotations are. */
  @ParameterizedTest
  @EnumSource
  void whereNothingIsAnnotatedTheCompilersSpeakForThemselves(CompilerUnderTest compiler) {
    Built built =
        Build.on(compiler)
            .lenient()
            .source("package t;\nclass Plain {}")
            .with("-Amillrace.strict=true")
            .run();
    assertTrue(built.success());
    assertEquals(List.of(), built.coded());
    assertEquals(compiler == CompilerUnderTest.JAVAC ? 1 : 0, built.reports().size());
  }

  @ParameterizedTest
  @EnumSource
  void theLastOfTwoValuesCounts(CompilerUnderTest compiler) {
    Build build = Build.on(compiler).source(PIPELINE);
    assertEquals(
        0,
        build.with("-Amillrace.verbose=true", "-Amillrace.verbose=false").succeed().notes().size());
    assertEquals(
        1,
        build.with("-Amillrace.verbose=false", "-Amillrace.verbose=true").succeed().notes().size());
  }

  @ParameterizedTest
  @EnumSource
  void aStrictBuildFailsWhereAnotherOnlyWarns(CompilerUnderTest compiler) {
    String impure =
        """
        package t;
        final class Nodes {
          @dev.millrace.Node
          static long now(java.time.Clock clock) {
            return clock.millis();
          }
        }
        """;
    Build build = Build.on(compiler).lenient().source(impure);
    assertTrue(build.run().success());
    assertFalse(build.with("-Amillrace.strict=true").run().success());
  }

  @ParameterizedTest
  @EnumSource
  void aNoteSaysWhatAPipelineBecame(CompilerUnderTest compiler) {
    Built built =
        Build.on(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                import java.util.List;
                @Pipeline
                interface P {
                  @Node
                  static int total(List<Integer> lengths) {
                    return lengths.stream().mapToInt(each -> each).sum();
                  }
                  @Nested(Nodes.class)
                  List<Integer> lengths(@Each("text") List<String> texts);
                }
                """,
                """
                package t;
                import dev.millrace.*;
                import java.util.List;
                final class Nodes {
                  @Node
                  static int length(String text) {
                    return text.length();
                  }
                  @Batch
                  static List<Integer> length(List<String> texts) {
                    return texts.stream().map(String::length).toList();
                  }
                }
                """)
            .with("-Amillrace.verbose=true")
            .succeed();
    assertEquals(
        List.of("t.P: 2 nodes, 1 nested use, 1 input, 2 outputs, 1 step in batches"),
        built.notes().stream().map(Report::text).toList());
    assertEquals("P.java", built.notes().get(0).file());
  }
}
