package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.picture.PlanFormat;
import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.FilerInTheWay;
import dev.millrace.processor.testing.Folder;
import dev.millrace.processor.testing.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plans that are written beside the classes, to the byte, and the same under both compilers.
 * {@code -Dmillrace.golden=update} writes them anew.
 */
final class PlanFilesTest {
  private static final boolean UPDATE = "update".equals(System.getProperty("millrace.golden"));
  private static final String ALONE =
      """
      import dev.millrace.*;
      @Pipeline
      interface Alone {
        @Node
        static int größe(String text) {
          return text.length();
        }
      }
      """;

  /** The golden programs that are drawn, with the pipelines that are compared. */
  static Stream<Arguments> cases() {
    return CompilerUnderTest.each(
        Stream.of(
            List.of("cache-words", "notes/NotesPipeline"),
            List.of("mapped-with-twin", "encoding/EncodingPipeline"),
            List.of("nested-in-nested", "corpus/CorpusPipeline"),
            List.of("soft-product", "trying/GridPipeline")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void plansAreAsExpected(String name, String pipeline, CompilerUnderTest compiler) {
    Built built =
        Build.on(compiler)
            .source(
                Folder.of("golden/" + name + "/input").sources().values().toArray(String[]::new))
            .with("-Amillrace.plan=JSON,MERMAID,DOT")
            .succeed();
    Folder expected = Folder.of("plans");
    for (PlanFormat format : PlanFormat.values()) {
      String file = name + format.extension();
      String text = built.resource(pipeline + format.extension());
      if (UPDATE && compiler == CompilerUnderTest.JAVAC) {
        expected.write(file, text);
      }
      assertEquals(expected.read(file).orElse("nothing is expected yet"), text, file);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatIsAskedForIsWrittenAndFromOneClass(CompilerUnderTest compiler) {
    List<String> written = new ArrayList<>();
    Built built =
        Build.on(compiler)
            .processors(() -> List.of(FilerInTheWay.watched(new MillraceProcessor(), written)))
            .source(ALONE, "package t;\n" + ALONE)
            .with("-Amillrace.plan=JSON")
            .succeed();
    assertEquals(
        List.of(
            "CLASS_OUTPUT//AlonePipeline.plan.json <- [Alone]",
            "CLASS_OUTPUT/t/AlonePipeline.plan.json <- [t.Alone]"),
        written.stream().filter(each -> each.startsWith("CLASS_OUTPUT")).sorted().toList());
    assertTrue(built.resource("AlonePipeline.plan.json").contains("\"größe\""));
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsWrittenUnasked(CompilerUnderTest compiler) {
    Built built = Build.on(compiler).source(ALONE).succeed();
    assertTrue(built.classes().keySet().stream().allMatch(each -> each.endsWith(".class")));
  }

  @ParameterizedTest
  @EnumSource
  void aPlanThatCannotBeWrittenIsAnError(CompilerUnderTest compiler) {
    Built built =
        Build.on(compiler)
            .processors(() -> List.of(FilerInTheWay.fullDisk(new MillraceProcessor(), ".mmd")))
            .source(ALONE)
            .with("-Amillrace.plan=MERMAID")
            .run();
    assertFalse(built.success());
    assertEquals(
        List.of("[NotWritten] AlonePipeline.mmd could not be written: the disk is full"),
        built.coded().stream().map(Report::text).toList());
  }
}
