package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Folder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What generated encoders make of values; the scenarios are compiled with the pipeline. */
final class KeysTest {
  private static final String ON = "-Amillrace.cache=true";

  private static Build program(CompilerUnderTest compiler) {
    return Build.on(compiler)
        .source(Folder.of("keys/program").sources().values().toArray(String[]::new));
  }

  /** Each scenario returns texts that must be pairwise equal, or pairwise different. */
  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("unchecked")
  void equalValuesHaveOneKeyAndNoOthers(CompilerUnderTest compiler) throws Exception {
    Built built = program(compiler).with(ON).succeed();
    Map<String, List<List<String>>> all =
        (Map<String, List<List<String>>>) built.call("keys.Scenarios", "all");
    assertFalse(all.isEmpty());
    for (Map.Entry<String, List<List<String>>> scenario : new TreeMap<>(all).entrySet()) {
      List<String> seen = new ArrayList<>();
      for (List<String> same : scenario.getValue()) {
        assertEquals(1, same.stream().distinct().count(), scenario.getKey());
        seen.add(same.get(0));
      }
      assertEquals(seen.size(), seen.stream().distinct().count(), scenario.getKey());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatHasNoKeyAfterAllIsTold(CompilerUnderTest compiler) throws Exception {
    Built built = program(compiler).with(ON).succeed();
    assertEquals(
        List.of(
            "\"tagger\" has no key for a cache, because it is a keys.Scenarios$Louder, and what"
                + " that adds to keys.Keys$Tagger is not known",
            "\"words[1].next.next\" has no key for a cache, because it is nested more than",
            "\"scorer\" has no key for a cache, because it is of a lambda or an anonymous class"),
        built.call("keys.Scenarios", "faults"));
  }

  @ParameterizedTest
  @EnumSource
  void bothCompilersKnowTheSameKeys(CompilerUnderTest compiler) throws Exception {
    Object here = program(compiler).with(ON).succeed().call("keys.Scenarios", "all");
    CompilerUnderTest other =
        compiler == CompilerUnderTest.JAVAC ? CompilerUnderTest.ECJ : CompilerUnderTest.JAVAC;
    assertEquals(program(other).with(ON).succeed().call("keys.Scenarios", "all"), here);
  }

  @ParameterizedTest
  @EnumSource
  void withoutTheOptionThereAreNone(CompilerUnderTest compiler) {
    String golden = "golden/keys/input";
    Built built =
        Build.on(compiler)
            .source(Folder.of(golden).sources().values().toArray(String[]::new))
            .with("-Amillrace.cache=false")
            .succeed();
    assertFalse(built.generated().keySet().stream().anyMatch(name -> name.endsWith("_Keys")));
  }

  /** Records of a library say what their paths are, though they come from class files. */
  @ParameterizedTest
  @EnumSource
  void whatALibraryIsMadeOfIsReadFromItsClasses(CompilerUnderTest compiler, @TempDir Path folder) {
    Build.on(compiler)
        .source(
            """
            package lib;
            import dev.millrace.*;
            import java.nio.file.Path;
            public record Corpus(@ByContent Path file, Config config) {
              public static final class Config {
                private final int level;
                public Config(int level) { this.level = level; }
                public int level() { return level; }
              }
            }
            """)
        .succeed()
        .saveTo(folder);
    Built built =
        Build.on(compiler)
            .against(folder)
            .with(ON)
            .source(
                """
                package t;
                import dev.millrace.*;
                import lib.Corpus;
                @Pipeline(N.class)
                interface P {}
                """,
                """
                package t;
                import dev.millrace.*;
                import lib.Corpus;
                final class N { @Node static int size(Corpus corpus) { return 1; } }
                """)
            .run();
    assertTrue(built.success(), built.reports()::toString);
    String keys = built.source("t.P_Keys");
    assertTrue(keys.contains("NamedKeys.PATH_BY_CONTENT"), keys);
    assertTrue(keys.contains("value.level()"), keys);
    assertEquals(List.of(), built.coded());
  }
}
