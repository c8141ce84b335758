package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.MakingProcessor;
import dev.millrace.processor.testing.Report;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Types that are not there in the first round: other processors make them, or this one. */
final class RoundsTest {
  private static Build withMade(CompilerUnderTest compiler) {
    return Build.on(compiler)
        .processors(
            () ->
                List.of(
                    new MakingProcessor("t.Made", "package t; record Made(String text) {}"),
                    new MillraceProcessor()));
  }

  @ParameterizedTest
  @EnumSource
  void aTypeThatAnotherProcessorMakesIsWaitedFor(CompilerUnderTest compiler) throws Exception {
    Built built =
        withMade(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                @Pipeline
                interface P {
                  @Node
                  static Made made(String text) {
                    return new Made(text);
                  }
                  @Node
                  static int count(Made made, int times) {
                    return made.text().length() * times;
                  }
                  static Object main() {
                    return PPipeline.builder().build()
                        .count(PPipeline.inputs().text("abc").times(2));
                  }
                }
                """,
                """
                package t;
                final class Nodes {
                  @dev.millrace.Node
                  static int size(Made[] many) {
                    return many.length;
                  }
                }
                """)
            .succeed();
    assertEquals(6, built.call("t.P", "main"));
    assertTrue(built.source("t.P_NodeIndex").contains("types = {\"t.Made\", \"int\"}"));
    assertTrue(built.source("t.Nodes_NodeIndex").contains("types = {\"t.Made[]\"}"));
  }

  @ParameterizedTest
  @EnumSource
  void aPipelineMayBeAnotherPipelinesInput(CompilerUnderTest compiler) throws Exception {
    Built built =
        Build.on(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                @Pipeline
                interface Outer {
                  @Node
                  static int doubled(InnerPipeline inner, String text) {
                    return 2 * inner.length(InnerPipeline.inputs().text(text));
                  }
                  static Object main() {
                    InnerPipeline inner = InnerPipeline.builder().build();
                    return OuterPipeline.builder().build()
                        .doubled(OuterPipeline.inputs().inner(inner).text("abc"));
                  }
                }
                """,
                """
                package t;
                import dev.millrace.*;
                @Pipeline
                interface Inner {
                  @Node
                  static int length(String text) {
                    return text.length();
                  }
                }
                """)
            .with("-Amillrace.cache=false")
            .succeed();
    assertEquals(6, built.call("t.Outer", "main"));
  }

  @ParameterizedTest
  @EnumSource
  void aProblemIsSaidOnceHoweverManyRoundsMeetIt(CompilerUnderTest compiler) {
    Built built =
        withMade(compiler)
            .source(
                """
                package t;
                import dev.millrace.*;
                @Pipeline(Nodes.class)
                interface P {
                  @Node
                  static Made made(String text) {
                    return new Made(text);
                  }
                }
                """,
                """
                package t;
                import dev.millrace.*;
                final class Nodes {
                  @Node
                  static void nothing(String text) {}
                }
                """)
            .run();
    List<String> said =
        built.coded().stream()
            .map(Report::text)
            .filter(text -> text.startsWith("[NodeVoid]"))
            .toList();
    assertEquals(1, said.size(), built.reports().toString());
  }
}
