package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Corpus;
import dev.millrace.processor.testing.FilerInTheWay;
import dev.millrace.processor.testing.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Builds in parts: class files without names, companions, and what build tools rely on. */
final class IncrementalTest {
  private static final String NODES =
      """
      package t.lib;
      import dev.millrace.*;
      import java.util.List;
      public final class Nodes {
        public final int weight;
        public Nodes(int weight) {
          this.weight = weight;
        }
        @Node
        public int weighed(String[] texts, List<String> more, int[][] grid) {
          return weight * (texts.length + more.size() + grid.length);
        }
        @Node
        public static int length(String text) {
          return text.length();
        }
        @Batch
        public static List<Integer> length(List<String> texts) {
          return texts.stream().map(String::length).toList();
        }
        @Pipeline(Nodes.class)
        public interface Part {
          @Nested(value = Nodes.class, output = "length")
          List<Integer> lengths(@Each("text") List<String> many);
        }
      }
      """;

  private static final String PIPELINE =
      """
      package t;
      import dev.millrace.Pipeline;
      import java.util.List;
      @Pipeline(t.lib.Nodes.Part.class)
      interface P {
        static Object main() {
          PPipeline pipeline = PPipeline.builder().build();
          var inputs = PPipeline.given()
              .nodes(new t.lib.Nodes(10)).texts(new String[2]).more(List.of("x")).grid(new int[1][])
              .many(List.of("a", "bb"));
          return pipeline.weighed(inputs) + " " + pipeline.lengths(inputs);
        }
      }
      """;

  @ParameterizedTest
  @EnumSource
  void nodesFromClassFilesWithoutNamesAreWiredByTheirCompanion(
      CompilerUnderTest compiler, @TempDir Path folder) throws Exception {
    Built library = Build.on(compiler).options(withoutNames(compiler)).source(NODES).run();
    assertTrue(library.success());
    for (Path classes :
        List.of(
            library.saveTo(folder.resolve("classes")),
            library.saveAsJar(folder.resolve("library.jar")))) {
      Built built = Build.on(compiler).against(classes).source(PIPELINE).succeed();
      assertEquals("40 [1, 2]", built.on(library).call("t.P", "main"));
      assertTrue(built.source("t.PPipeline").contains("Nodes_NodeIndex.class"));
      assertTrue(built.source("t.PPipeline").contains("Nodes_Part_NodeIndex.class"));
    }
  }

  private static String[] withoutNames(CompilerUnderTest compiler) {
    return compiler == CompilerUnderTest.ECJ
        ? new String[] {"-source", "17", "-target", "17", "-g:none"}
        : new String[] {"-g:none"};
  }

  @ParameterizedTest
  @EnumSource
  void aChangedCompanionChangesThePipeline(CompilerUnderTest compiler, @TempDir Path classes) {
    String changed =
        NODES
            .replace("length(String text)", "length(String body)")
            .replace("text.length()", "body.length()")
            .replace("Each(\"text\")", "Each(\"body\")");
    Build.on(compiler).source(NODES).succeed().saveTo(classes);
    Built before = Build.on(compiler).against(classes).source(PIPELINE).succeed();
    assertTrue(before.source("t.PPipeline").contains("Inputs text(String text)"));
    Build.on(compiler).source(changed).succeed().saveTo(classes);
    Built after = Build.on(compiler).against(classes).source(PIPELINE).succeed();
    assertTrue(after.source("t.PPipeline").contains("Inputs body(String body)"));
  }

  @ParameterizedTest
  @EnumSource
  void aCompanionThatDoesNotKnowAMethodIsNotGuessedAt(
      CompilerUnderTest compiler, @TempDir Path classes) {
    Build.on(compiler).source(NODES).succeed().saveTo(classes);
    String changed = NODES.replace("length(String text)", "length(CharSequence text)");
    Built other = Build.on(compiler).processors(List::of).source(changed).run();
    other.saveTo(classes);
    Built built = Build.on(compiler).against(classes).source(PIPELINE).run();
    assertEquals(
        List.of(
            "[ClassNotIndexed] t.lib.Nodes comes from a class file without parameter names; compile"
                + " it with millrace-processor (in Nodes)"),
        built.coded().stream().map(Report::text).toList());
  }

  @ParameterizedTest
  @EnumSource
  void everyFileIsGeneratedFromOneClass(CompilerUnderTest compiler) {
    List<String> written = new ArrayList<>();
    Build.on(compiler)
        .processors(() -> List.of(FilerInTheWay.watched(new MillraceProcessor(), written)))
        .source(NODES, PIPELINE)
        .succeed();
    assertEquals(
        List.of(
            "t.PPipeline <- [t.P]",
            "t.P_Codecs <- [t.P]",
            "t.P_Keys <- [t.P]",
            "t.P_NodeIndex <- [t.P]",
            "t.P_Works <- [t.P]",
            "t.lib.Nodes_NodeIndex <- [t.lib.Nodes]",
            "t.lib.Nodes_PartPipeline <- [t.lib.Nodes.Part]",
            "t.lib.Nodes_Part_Codecs <- [t.lib.Nodes.Part]",
            "t.lib.Nodes_Part_Keys <- [t.lib.Nodes.Part]",
            "t.lib.Nodes_Part_NodeIndex <- [t.lib.Nodes.Part]",
            "t.lib.Nodes_Part_Works <- [t.lib.Nodes.Part]"),
        written.stream().sorted().toList());
  }

  @ParameterizedTest
  @EnumSource
  void soIsEveryFileOfEveryProgram(CompilerUnderTest compiler) {
    List<String> written = new ArrayList<>();
    Built built =
        Build.on(compiler)
            .processors(() -> List.of(FilerInTheWay.watched(new MillraceProcessor(), written)))
            .source(Corpus.sources().values().toArray(String[]::new))
            .lenient()
            .run();
    assertTrue(built.success(), built.reports()::toString); // some of it is not cached, and says so
    assertEquals(built.generated().size(), written.size());
    for (String each : written) {
      String file = each.replaceFirst(" <- .*", "");
      String from = each.replaceFirst(".* <- \\[(.*)]", "$1");
      assertTrue(file.matches(companions(from)), each);
    }
  }

  /**
   * A class {@code a.B.C} gives {@code a.B_CPipeline}, {@code a.B_C_NodeIndex}, {@code
   * a.B_CResource}, and what tells a cache of them.
   */
  private static String companions(String from) {
    String inPackage = from.replaceFirst("(?s)(?<=^|\\.)[A-Z].*", "");
    String types = from.substring(inPackage.length()).replace('.', '_');
    return Pattern.quote(inPackage + types) + "(Pipeline|_NodeIndex|_Works|_Keys|_Codecs|Resource)";
  }

  @Test
  void gradleIsToldThatTheProcessorIsIsolating() throws IOException {
    String file = "/META-INF/gradle/incremental.annotation.processors";
    try (InputStream in = MillraceProcessor.class.getResourceAsStream(file)) {
      assertEquals(
          MillraceProcessor.class.getName() + ",isolating",
          new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }
}
