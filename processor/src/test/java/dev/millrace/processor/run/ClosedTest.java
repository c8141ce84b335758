package dev.millrace.processor.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Report;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Closed pipelines: what they ask for and show, and what a pipeline that uses them sees. */
final class ClosedTest {
  private static final String REPORT =
      """
      package t;
      import dev.millrace.*;
      @Pipeline(value = Nodes.class, inputs = {"width", "text"}, outputs = "shown")
      interface Report {
        static Object main() {
          var pipeline = ReportPipeline.builder().build();
          var inputs = ReportPipeline.inputs().width(3).text(" abcdef ");
          return pipeline.shown(inputs) + " " + pipeline.run(inputs).shown();
        }
      }
      """;

  private static final String NODES =
      """
      package t;
      import dev.millrace.*;
      final class Nodes {
        private Nodes() {}
        @Node
        static String trimmed(String text) {
          return text.strip();
        }
        @Node
        static String shown(String trimmed, int width) {
          return trimmed.substring(0, width);
        }
      }
      """;

  private static String using(String uses, String body) {
    return """
    package t;
    import dev.millrace.*;
    @Pipeline%s
    interface Uses {
      %s
      static Object main() {
        var pipeline = UsesPipeline.builder().build();
        var given = UsesPipeline.given();
        return %s;
      }
    }
    """
        .formatted(uses.startsWith("(") ? uses : "", uses.startsWith("(") ? "" : uses, body);
  }

  private static Build build(CompilerUnderTest compiler, String... more) {
    return Build.on(compiler).source(NODES, REPORT).source(more);
  }

  private static List<String> told(Built built) {
    assertFalse(built.success());
    return built.coded().stream().map(Report::text).toList();
  }

  private static List<String> methods(Built built, String type) throws Exception {
    return Arrays.stream(built.loader().loadClass(type).getDeclaredMethods())
        .map(Method::getName)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void theStagesComeAsTheyAreListedAndOnlyWhatIsListedIsShown(CompilerUnderTest compiler)
      throws Exception {
    Built built = build(compiler).succeed();
    assertEquals("abc abc", built.call("t.Report", "main"));
    for (String surface :
        List.of("ReportPipeline", "ReportPipeline$Inputs", "ReportPipeline$Outputs")) {
      assertFalse(methods(built, "t." + surface).contains("trimmed"), surface);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStageOutOfTurnDoesNotCompile(CompilerUnderTest compiler) {
    assertFalse(
        Build.on(compiler)
            .source(NODES, REPORT.replace(".width(3).text(\" abcdef \")", ".text(\"t\").width(3)"))
            .run()
            .success());
  }

  @ParameterizedTest
  @EnumSource
  void aUseTakesWhatIsShownAndGivesWhatIsAskedFor(CompilerUnderTest compiler) throws Exception {
    String uses =
        using(
            "@Nested(Report.class) java.util.List<String> lines("
                + "@Each(\"text\") java.util.List<String> texts);",
            "pipeline.lines(given.width(1).texts(java.util.List.of(\"ab\", \" c\")))");
    assertEquals("[a, c]", build(compiler, uses).succeed().call("t.Uses", "main").toString());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsHiddenCanNeitherBeTakenNorGiven(CompilerUnderTest compiler) {
    String taken =
        using(
            "@Nested(value = Report.class, output = \"trimmed\") String line(String text);",
            "null");
    assertEquals(
        List.of(
            "[NestedOutputUnknown] Uses#line(String) takes \"trimmed\", which Report does not"
                + " produce"),
        told(build(compiler, taken).run()));
    String given =
        using("@Nested(Report.class) String line(@As(\"trimmed\") String text);", "null");
    List<String> expected = List.of("[NestedName] Report has nothing named \"trimmed\" inside");
    assertEquals(expected, told(build(compiler, given).run()));
    String halfClosed = REPORT.replace("inputs = {\"width\", \"text\"}, ", "");
    assertEquals(
        List.of("[NestedName] Report has nothing named \"trimmed\" inside"),
        told(Build.on(compiler).source(NODES, halfClosed, given).run()));
  }

  @ParameterizedTest
  @EnumSource
  void whereOnlyInputsAreListedEveryOutputIsShown(CompilerUnderTest compiler) throws Exception {
    String open = REPORT.replace(", outputs = \"shown\"", "");
    String given =
        using(
            "@Nested(value = Report.class, output = \"shown\")"
                + " String line(@As(\"trimmed\") String line0);",
            "pipeline.line(given.line0(\"xyz\").width(2))");
    assertEquals(
        "xy", Build.on(compiler).source(NODES, open, given).succeed().call("t.Uses", "main"));
  }

  @ParameterizedTest
  @EnumSource
  void includedWholeItIsOpen(CompilerUnderTest compiler) throws Exception {
    String whole =
        using("(Report.class)", "pipeline.trimmed(given.text(\" x \")) + pipeline.describe()");
    Object described = build(compiler, whole).succeed().call("t.Uses", "main");
    assertEquals("xUses", described.toString().lines().findFirst().orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void aNodeThatNothingShownNeedsIsWarnedOf(CompilerUnderTest compiler) {
    String more =
        NODES.replace("@Node\n  static String shown", UNUSED + "@Node\n  static String shown");
    Built built = Build.on(compiler).source(more, REPORT).run();
    assertEquals(
        List.of("NodeUnused"),
        built.coded().stream()
            .map(each -> each.text().replaceFirst("\\[(\\w+)](?s:.*)", "$1"))
            .toList());
  }

  private static final String UNUSED =
      "@Node static int size(String trimmed) { return trimmed.length(); }\n  ";
}
