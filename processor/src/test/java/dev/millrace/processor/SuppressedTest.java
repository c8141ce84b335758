package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Report;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code @SuppressWarnings} with a code. */
final class SuppressedTest {
  /** Eclipse's compiler would warn of every code that is not its own. */
  private static Build build(CompilerUnderTest compiler, String onTheClass, String onTheMethod) {
    return (compiler == CompilerUnderTest.ECJ
            ? Build.on(compiler).with("-warn:-warningToken")
            : Build.on(compiler))
        .source(
            """
            package t;
            %s
            final class Nodes {
              @dev.millrace.Node %s
              static long now(java.time.Clock clock) {
                return clock.millis();
              }
            }
            """
                .formatted(onTheClass, onTheMethod));
  }

  @ParameterizedTest
  @EnumSource
  void aWarningIsQuietWhereItsCodeIsSuppressed(CompilerUnderTest compiler) {
    String suppressed = "@SuppressWarnings({\"unused\", \"CachedImpure\"})";
    build(compiler, suppressed, "").with("-Amillrace.strict=true").succeed();
    build(compiler, "", suppressed).with("-Amillrace.strict=true").succeed();
  }

  @ParameterizedTest
  @EnumSource
  void anotherCodeSuppressesNothing(CompilerUnderTest compiler) {
    Built built = build(compiler, "@SuppressWarnings(\"NodeUnused\")", "").lenient().run();
    assertEquals(1, built.coded().size());
  }

  /** Or a build could succeed with half a pipeline. */
  @ParameterizedTest
  @EnumSource
  void anErrorIsNeverSuppressed(CompilerUnderTest compiler) {
    Built built =
        Build.on(compiler)
            .source(
                """
                package t;
                @SuppressWarnings("NodeVoid")
                final class Nodes {
                  @dev.millrace.Node
                  static void now(int text) {}
                }
                """)
            .run();
    assertTrue(
        built.coded().stream().map(Report::text).toList().get(0).startsWith("[NodeVoid]"),
        List.copyOf(built.reports()).toString());
  }
}
