package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nodes in one module, a pipeline in another: each is rebuilt alone, and sees of the other only
 * class files.
 */
final class TwoModulesTest {
  private static final String NODES =
      """
      package lib;
      import dev.millrace.*;
      import java.util.List;
      public final class Nodes {
        @Node
        public static String joined(String left, String right) {
          return left + "-" + right;
        }
        @Node
        public static int length(String word, int base) {
          return base + word.length();
        }
        @Batch
        public static List<Integer> length(List<String> words, int base) {
          return words.stream().map(each -> base + each.length()).toList();
        }
        @Pipeline
        public interface Part {
          @Nested(value = Nodes.class, output = "joined")
          List<String> pairs(@Each("left") List<String> many);
        }
      }
      """;

  private static final String APP =
      """
      package app;
      import dev.millrace.*;
      import java.util.List;
      @Pipeline({lib.Nodes.class, lib.Nodes.Part.class})
      interface App {
        @Nested(value = lib.Nodes.class, output = "length")
        List<Integer> lengths(@Each("word") List<String> texts);
        static Object main() {
          var inputs = AppPipeline.given()
              .left("a").right("b").texts(List.of("x", "yy")).base(10).many(List.of("p", "q"));
          AppPipeline pipeline = AppPipeline.builder().build();
          return pipeline.joined(inputs) + pipeline.lengths(inputs) + pipeline.pairs(inputs);
        }
        static Object plan() {
          return AppPipeline.builder().build().describe();
        }
      }
      """;

  private static final String RESULT = "a-b[11, 12][p-b, q-b]";

  @TempDir Path folder;
  private int folders;

  /** What of the names of parameters is left in a class file. */
  private enum Names {
    NONE("-g:none"),
    OF_VARIABLES("-g"),
    OF_PARAMETERS("-g:none", "-parameters");

    private final String[] options;

    Names(String... options) {
      this.options = options;
    }

    String[] options(CompilerUnderTest compiler) {
      Stream<String> level =
          compiler == CompilerUnderTest.ECJ
              ? Stream.of("-source", "17", "-target", "17")
              : Stream.of();
      return Stream.concat(level, Stream.of(options)).toArray(String[]::new);
    }
  }

  static Stream<Arguments> waysToCompileBoth() {
    return Stream.of(CompilerUnderTest.values())
        .flatMap(
            library ->
                Stream.of(Names.values())
                    .flatMap(
                        names ->
                            Stream.of(CompilerUnderTest.values())
                                .map(app -> Arguments.of(library, names, app))));
  }

  @ParameterizedTest
  @MethodSource("waysToCompileBoth")
  void howTheNodesWereCompiledMakesNoDifference(
      CompilerUnderTest library, Names names, CompilerUnderTest compiler) throws Exception {
    Built nodes = Build.on(library).options(names.options(library)).source(NODES).succeed();
    Built app = against(compiler, nodes, APP).succeed();
    assertEquals(RESULT, app.on(nodes).call("app.App", "main"));
    assertEquals(
        Build.on(compiler).source(NODES, APP).succeed().source("app.AppPipeline"),
        app.source("app.AppPipeline"));
  }

  @ParameterizedTest
  @MethodSource("waysToCompileBoth")
  void namesThatAClassFileHappensToHaveAreNotTrusted(
      CompilerUnderTest library, Names names, CompilerUnderTest compiler) {
    Built nodes =
        Build.on(library)
            .processors(List::of)
            .options(names.options(library))
            .source(NODES)
            .succeed();
    List<Report> told = against(compiler, nodes, APP).run().coded();
    assertTrue(told.get(0).text().startsWith("[ClassNotIndexed] lib.Nodes "), told.toString());
  }

  @ParameterizedTest
  @MethodSource("waysToCompileBoth")
  void onWhatTermsANodeIsCalledComesFromClassFilesToo(
      CompilerUnderTest library, Names names, CompilerUnderTest compiler) throws Exception {
    Built nodes =
        Build.on(library)
            .options(names.options(library))
            .source(
                """
                package lib;
                import dev.millrace.*;
                import java.util.concurrent.*;
                public final class Waiting {
                  @Node(maxInFlight = 8)
                  @RateLimit("600/m")
                  @Retry(attempts = 2)
                  @Timeout("1s")
                  public static CompletionStage<String> page(String address) {
                    return CompletableFuture.completedFuture("at " + address);
                  }
                }
                """)
            .succeed();
    Built app =
        against(
                compiler,
                nodes,
                """
                package app;
                import dev.millrace.*;
                @Pipeline(lib.Waiting.class)
                interface App {
                  static Object main() {
                    AppPipeline pipeline = AppPipeline.builder().build();
                    return pipeline.page(AppPipeline.given().address("a")) + pipeline.describe();
                  }
                }
                """)
            .succeed();
    assertEquals(
        """
        at aApp
          address: String
          page = Waiting#page(address)  [from a stage]  [at most 2 attempts]  [within 1000 ms]  \
        [at most 8 in flight]  [at most 600/m]""",
        app.on(nodes).call("app.App", "main"));
  }

  @ParameterizedTest
  @MethodSource("waysToCompileBoth")
  void nodesThatAreTwinsAloneAndWeighedTwinsComeFromClassFilesToo(
      CompilerUnderTest library, Names names, CompilerUnderTest compiler) throws Exception {
    Built nodes =
        Build.on(library)
            .options(names.options(library))
            .source(
                """
                package lib;
                import dev.millrace.*;
                import dev.millrace.runtime.Weigher;
                import java.util.List;
                import org.jspecify.annotations.Nullable;
                public final class Twins {
                  public static final class Letters implements Weigher<String> {
                    @Override public long weigh(String text) { return text.length(); }
                  }
                  @Batch
                  public static List<@Nullable String> kept(
                      @Each("word") List<String> words, @In("end") @Default("!") String last) {
                    return words.stream().map(each -> each + last + words.size()).toList();
                  }
                  @Node
                  public static int total(List<Integer> parts) {
                    return parts.size();
                  }
                  @Batch(of = "total", maxWeight = 2)
                  public static List<Integer> totals(List<List<Integer>> many) {
                    return many.stream().map(each -> many.size()).toList();
                  }
                  @Node
                  public static int size(String text) {
                    return text.length();
                  }
                  @Batch(maxWeight = 3, weigher = Letters.class)
                  public static List<Integer> size(List<String> texts) {
                    return texts.stream().map(each -> texts.size()).toList();
                  }
                }
                """)
            .succeed();
    Built app =
        against(
                compiler,
                nodes,
                """
                package app;
                import dev.millrace.*;
                import java.util.List;
                import org.jspecify.annotations.Nullable;
                @Pipeline
                interface App {
                  @Nested(value = lib.Twins.class, output = "kept")
                  List<@Nullable String> all(@Each("word") List<String> words);
                  @Nested(value = lib.Twins.class, output = "total")
                  List<Integer> totals(@Each("parts") List<List<Integer>> lists);
                  @Nested(value = lib.Twins.class, output = "size")
                  List<Integer> sizes(@Each("text") List<String> words);
                  static Object main() {
                    AppPipeline pipeline = AppPipeline.builder().build();
                    List<List<Integer>> lists = List.of(List.of(), List.of(), List.of());
                    var inputs = AppPipeline.given().words(List.of("a", "bbb", "c")).lists(lists);
                    return "" + pipeline.all(inputs) + pipeline.totals(inputs)
                        + pipeline.sizes(inputs);
                  }
                }
                """)
            .succeed();
    assertEquals("[a!3, bbb!3, c!3][2, 2, 1][2, 1, 2]", app.on(nodes).call("app.App", "main"));
  }

  @ParameterizedTest
  @EnumSource
  void theClassFilesSayWhatAPipelineWasWiredFrom(CompilerUnderTest compiler) {
    Built nodes = Build.on(compiler).source(NODES).succeed();
    Built app = against(compiler, nodes, APP).succeed();
    String pipeline = text(app.classes().get("app/AppPipeline.class"));
    assertTrue(pipeline.contains("lib/Nodes_NodeIndex;"));
    assertTrue(pipeline.contains("lib/Nodes_Part_NodeIndex;"));
    assertTrue(text(nodes.classes().get("lib/Nodes_NodeIndex.class")).contains("left"));
  }

  @ParameterizedTest
  @EnumSource
  void anotherNodesNameIsToldAndUntilThenDoesNotLink(CompilerUnderTest compiler) throws Exception {
    Change change = new Change(compiler, NODES, NODES.replace(" length(", " size("));
    assertThrows(NoSuchMethodError.class, change::unchanged);
    assertEquals(List.of("NestedOutputUnknown"), change.told());
    assertEquals(RESULT, change.rebuilt(APP.replace("\"length\"", "\"size\"")));
  }

  @ParameterizedTest
  @EnumSource
  void anotherParametersNameIsToldAndUntilThenRuns(CompilerUnderTest compiler) throws Exception {
    Change change = new Change(compiler, NODES, NODES.replace("word", "term"));
    assertEquals(RESULT, change.unchanged());
    assertEquals(List.of("NestedName"), change.told());
    assertEquals(RESULT, change.rebuilt(APP.replace("\"word\"", "\"term\"")));
  }

  @ParameterizedTest
  @EnumSource
  void anotherTypeIsToldAndUntilThenFails(CompilerUnderTest compiler) throws Exception {
    String longs =
        NODES
            .replace("int length", "long length")
            .replace("List<Integer> length", "List<Long> length")
            .replace("each -> base", "each -> 0L + base");
    Change change = new Change(compiler, NODES, longs);
    assertThrows(ClassCastException.class, change::unchanged); // erased, so that it links
    assertEquals(List.of("NestedResult"), change.told());
    assertEquals(RESULT, change.rebuilt(APP.replace("List<Integer>", "List<Long>")));
  }

  @ParameterizedTest
  @EnumSource
  void aWiderParameterDoesNotLinkUntilThePipelineIsRebuilt(CompilerUnderTest compiler)
      throws Exception {
    String wider = NODES.replace("int base", "long base").replace("base + ", "(int) base + ");
    Change change = new Change(compiler, NODES, wider);
    assertThrows(NoSuchMethodError.class, change::unchanged);
    assertEquals(RESULT, change.rebuilt(APP));
  }

  @ParameterizedTest
  @EnumSource
  void aTwinThatIsGoneDoesNotLinkUntilThePipelineIsRebuilt(CompilerUnderTest compiler)
      throws Exception {
    String gone =
        NODES.replace("@Batch\n  public static List<Integer> length", "static List<Integer> old");
    Change change = new Change(compiler, NODES, gone);
    assertThrows(NoSuchMethodError.class, change::unchanged);
    assertEquals(RESULT, change.rebuilt(APP));
    assertFalse(change.plan().contains("[in batches]"), change.plan());
  }

  @ParameterizedTest
  @EnumSource
  void aTwinThatIsNewIsCalledOnceThePipelineIsRebuilt(CompilerUnderTest compiler) throws Exception {
    Change change = new Change(compiler, NODES.replace("  @Batch\n", ""), NODES);
    assertEquals(RESULT, change.unchanged());
    assertEquals(RESULT, change.rebuilt(APP));
    assertTrue(change.plan().contains("[in batches]"), change.plan());
  }

  @ParameterizedTest
  @EnumSource
  void aNodeThatIsNoLongerStaticDoesNotLinkUntilThePipelineIsRebuilt(CompilerUnderTest compiler)
      throws Exception {
    String changed =
        NODES
            .replace("static String joined", "String joined")
            .replace("public final class", "@CacheKey\npublic final class");
    Change change = new Change(compiler, NODES, changed);
    assertThrows(IncompatibleClassChangeError.class, change::unchanged);
    assertEquals(RESULT, change.rebuilt(APP.replace("given()", "given().nodes(new lib.Nodes())")));
  }

  /** As for any caller in Java: a call that was compiled passes its arguments by position. */
  @ParameterizedTest
  @EnumSource
  void parametersThatChangedPlacesAreWiredByNameOnceThePipelineIsRebuilt(CompilerUnderTest compiler)
      throws Exception {
    String swapped = NODES.replace("String left, String right", "String right, String left");
    Change change = new Change(compiler, NODES, swapped);
    assertEquals("b-a", change.unchanged().toString().replaceFirst("\\[.*", ""));
    assertEquals(RESULT, change.rebuilt(APP));
  }

  /** A library that has changed, an application that was built against it as it was. */
  private final class Change {
    private final CompilerUnderTest compiler;
    private final Built before;
    private final Built after;

    Change(CompilerUnderTest compiler, String from, String to) {
      assertNotEquals(from, to);
      this.compiler = compiler;
      before = against(compiler, built(from), APP).succeed();
      after = built(to);
    }

    private Built built(String nodes) {
      return Build.on(compiler).source(nodes).succeed();
    }

    /** Runs the application as it was. */
    Object unchanged() throws Exception {
      return before.on(after).call("app.App", "main");
    }

    /** Returns the codes of what its rebuild reports. */
    List<String> told() {
      return against(compiler, after, APP).run().coded().stream()
          .map(each -> each.text().replaceFirst("(?s)\\[(\\w+)].*", "$1"))
          .toList();
    }

    /** Runs what is built anew, of sources of its own. */
    Object rebuilt(String source) throws Exception {
      return app(source).call("app.App", "main");
    }

    String plan() throws Exception {
      return app(APP).call("app.App", "plan").toString();
    }

    private Built app(String source) {
      return against(compiler, after, source).succeed().on(after);
    }
  }

  private Build against(CompilerUnderTest compiler, Built nodes, String source) {
    return Build.on(compiler)
        .against(nodes.saveTo(folder.resolve("lib" + folders++)))
        .source(source);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
