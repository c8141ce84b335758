package dev.millrace.processor;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Folder;
import dev.millrace.runtime.spi.codec.Codec;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Codecs of a pipeline's results, as they are generated. */
final class CodecsTest {
  private static final String ON = "-Amillrace.cache=true";

  /** A pipeline with a node that returns what {@code type} is, and what else is declared there. */
  private static Built built(CompilerUnderTest compiler, String type, String... declared) {
    String all = String.join("\n  ", declared);
    return Build.on(compiler)
        .with(ON)
        .source(
            """
            package t;
            import dev.millrace.*;
            %s
            @Pipeline
            interface P {
              @Node static %s result(int seed) { throw new IllegalStateException(); }
              %s
            }
            """
                .formatted(
                    (type + all).matches("(?s).*(List|Set)<.*") ? "import java.util.*;" : "",
                    type,
                    all))
        .succeed();
  }

  private static Codec<?> codec(Built built, String constant) throws Exception {
    Field field = built.loader().loadClass("t.P_Codecs").getDeclaredField(constant);
    field.setAccessible(true);
    return (Codec<?>) field.get(null);
  }

  private static String schema(CompilerUnderTest compiler, String... declared) throws Exception {
    return codec(built(compiler, "List<Word>", declared), "LIST_OF_WORD").schema();
  }

  @ParameterizedTest
  @EnumSource
  void theSchemaSaysWhatEachTypeIsMadeOfOnce(CompilerUnderTest compiler) throws Exception {
    assertEquals(
        "List<t.P$Word(text: String, kind: t.P$Kind[A, B], next: t.P$Word,"
            + " shape: t.P$Shape{t.P$Dot(kinds: List<t.P$Kind>), t.P$Line[ONE]})>",
        schema(
            compiler,
            "record Word(String text, Kind kind, Word next, Shape shape) {}",
            "enum Kind { A, B }",
            "sealed interface Shape permits Dot, Line {}",
            "record Dot(List<Kind> kinds) implements Shape {}",
            "enum Line implements Shape { ONE }"));
  }

  @ParameterizedTest
  @EnumSource
  void whateverChangesWhatIsWrittenChangesTheSchema(CompilerUnderTest compiler) throws Exception {
    List<String[]> variants =
        List.of(
            word("String text, int count", "A, B", "Dot, Line"),
            word("String text, int count, int more", "A, B", "Dot, Line"),
            word("String text, int number", "A, B", "Dot, Line"),
            word("int count, String text", "A, B", "Dot, Line"),
            word("String text, long count", "A, B", "Dot, Line"),
            word("String text, Integer count", "A, B", "Dot, Line"),
            word("List<String> text, int count", "A, B", "Dot, Line"),
            word("Set<String> text, int count", "A, B", "Dot, Line"),
            word("Set<Kind> text, int count", "A, B", "Dot, Line"),
            word("String text, int count", "A, B, C", "Dot, Line"),
            word("String text, int count", "B, A", "Dot, Line"),
            word("String text, int count", "A, C", "Dot, Line"),
            word("String text, int count", "A, B", "Line, Dot"),
            word("String text, int count", "A, B", "Dot, Line, Area"));
    Set<String> schemas = new LinkedHashSet<>();
    for (String[] each : variants) {
      assertTrue(schemas.add(schema(compiler, each)), String.join("\n", each));
    }
    assertTrue(schemas.contains(schema(compiler, variants.get(0))), "the same is the same");
  }

  private static String[] word(String components, String kinds, String shapes) {
    return new String[] {
      "record Word(" + components + ", Kind kind, Shape shape) {}",
      "enum Kind { " + kinds + " }",
      "sealed interface Shape permits " + shapes + " {}",
      "record Dot(int x) implements Shape {}",
      "record Line(int x) implements Shape {}",
      shapes.contains("Area") ? "record Area(int x) implements Shape {}" : ""
    };
  }

  @ParameterizedTest
  @EnumSource
  void whatCanBeChangedIsKnownThroughCirclesOfTypes(CompilerUnderTest compiler) throws Exception {
    String[] plain = {"record A(B b) {}", "record B(A a, String text) {}"};
    String[] array = {"record A(B b) {}", "record B(A a, String[] text) {}"};
    for (String type : List.of("A", "B")) {
      assertTrue(codec(built(compiler, type, plain), type).isImmutable());
      assertFalse(codec(built(compiler, type, array), type).isImmutable());
    }
  }

  @ParameterizedTest
  @EnumSource
  void thereIsNoCompanionWhereTheRuntimeHasAllCodecs(CompilerUnderTest compiler) {
    Built built = built(compiler, "int[]", "@Node static String text(int seed) { return \"\"; }");
    assertFalse(built.generated().containsKey("t.P_Codecs"));
    assertTrue(built.generated().containsKey("t.P_Keys"));
  }

  @ParameterizedTest
  @EnumSource
  void withoutTheOptionThereAreNone(CompilerUnderTest compiler) {
    Built built =
        Build.on(compiler)
            .source(Folder.of("golden/codecs/input").sources().values().toArray(String[]::new))
            .with("-Amillrace.cache=false")
            .succeed();
    assertFalse(built.generated().containsKey("stores.Stores_Codecs"));
  }

  /** What class files do not tell, that a component may be null, is not needed. */
  @ParameterizedTest
  @EnumSource
  void recordsOfALibraryAreStoredAsThoseFromSource(
      CompilerUnderTest compiler, @TempDir Path folder) {
    String library =
        """
        package lib;
        import java.util.List;
        import org.jspecify.annotations.Nullable;
        public record Word(@Nullable String text, List<@Nullable Word> below, Integer count) {}
        """;
    String pipeline =
        """
        package t;
        import dev.millrace.*;
        import lib.Word;
        @Pipeline
        interface P {
          @Node static Word result(int seed) { throw new IllegalStateException(); }
        }
        """;
    Build.on(compiler).source(library).succeed().saveTo(folder);
    assertEquals(
        Build.on(compiler).with(ON).source(library, pipeline).succeed().source("t.P_Codecs"),
        Build.on(compiler)
            .against(folder)
            .with(ON)
            .source(pipeline)
            .succeed()
            .source("t.P_Codecs"));
  }

  /** More types than one class file's constants or one method's code could hold together. */
  @ParameterizedTest
  @EnumSource
  void hundredsOfWideTypesCompileAndLoad(CompilerUnderTest compiler) throws Exception {
    int types = 200;
    String components =
        IntStream.range(0, 120)
            .mapToObj(i -> (i % 2 == 0 ? "List<String> " : "double ") + "component" + i)
            .collect(joining(", "));
    List<String> declared = new ArrayList<>();
    declared.add(
        "sealed interface All permits "
            + IntStream.range(0, types).mapToObj(i -> "T" + i).collect(joining(", "))
            + " {}");
    for (int i = 0; i < types; i++) {
      String own =
          i % 10 == 0 ? components : "T" + (i - 1) + "[] before, Set<T" + (i / 2) + "> half";
      declared.add("record T%d(%s) implements All {}".formatted(i, own));
    }
    Built built = built(compiler, "List<All>", declared.toArray(String[]::new));
    String schema = codec(built, "LIST_OF_ALL").schema();
    for (int i = 0; i < types; i++) {
      assertTrue(schema.contains("t.P$T" + i + "("), "T" + i);
    }
  }

  /** The golden, with scenarios that use what is generated for it. */
  private static Built golden(CompilerUnderTest compiler) {
    Build build = Build.on(compiler).with(ON);
    for (String folder : List.of("input", "run")) {
      build =
          build.source(
              Folder.of("golden/codecs/" + folder).sources().values().toArray(String[]::new));
    }
    return build.succeed();
  }

  @ParameterizedTest
  @EnumSource
  void theGoldensResultsComeBack(CompilerUnderTest compiler) throws Exception {
    assertEquals("[]", golden(compiler).call("stores.Scenarios", "different").toString());
  }

  @ParameterizedTest
  @EnumSource
  void aWholeResultIsNoNull(CompilerUnderTest compiler) {
    Built golden = golden(compiler);
    Exception failure =
        assertThrows(RuntimeException.class, () -> golden.call("stores.Scenarios", "nothing"));
    assertEquals(
        "a value of type stores.Stores$Word is null, and is not stored; where it may be null, let"
            + " its type say @Nullable",
        failure.getMessage());
  }
}
