package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Folder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is generated, to the byte, and the same under both compilers; {@code options.txt} has the
 * options that it takes, one a line. {@code -Dmillrace.golden=update} writes it anew; the
 * difference is then for a person to read.
 */
final class GoldenTest {
  private static final boolean UPDATE = "update".equals(System.getProperty("millrace.golden"));

  static Stream<Arguments> cases() {
    return CompilerUnderTest.each(Folder.of("golden").names().map(List::of));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatedSourceIsAsExpected(String name, CompilerUnderTest compiler) {
    SortedMap<String, String> input = Folder.of("golden/" + name + "/input").sources();
    assertFalse(input.isEmpty());
    String options = Folder.of("golden/" + name).read("options.txt").orElse("");
    Build build =
        Build.on(compiler)
            .source(input.values().toArray(String[]::new))
            .with(options.lines().toArray(String[]::new));
    SortedMap<String, String> generated = new TreeMap<>();
    build
        .succeed()
        .generated()
        .forEach((type, text) -> generated.put(type.replace('.', '/') + ".java", text));
    Folder expected = Folder.of("golden/" + name + "/expected");
    if (UPDATE && compiler == CompilerUnderTest.JAVAC) {
      expected.replace(generated);
    }
    SortedMap<String, String> wanted = expected.sources();
    assertEquals(wanted.keySet(), generated.keySet());
    wanted.forEach((file, text) -> assertEquals(text, generated.get(file), file));
  }
}
