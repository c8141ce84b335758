package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same sources give the same bytes, wherever they lie and in which ever order they come. */
@Tag("once")
final class ReproducibleTest {
  @ParameterizedTest
  @EnumSource
  void twoBuildsInAnyOrderGiveTheSameBytes(CompilerUnderTest compiler) {
    List<String> sources = new ArrayList<>(Corpus.sources().values());
    Built first = build(compiler, sources);
    Collections.shuffle(sources, new Random(7));
    assertSame(first, build(compiler, sources));
  }

  private static Built build(CompilerUnderTest compiler, List<String> sources) {
    Built built = Build.on(compiler).lenient().source(sources.toArray(String[]::new)).runInFolder();
    assertTrue(built.success(), built.reports()::toString); // some of it is not cached, and says so
    return built;
  }

  private static void assertSame(Built one, Built two) {
    assertEquals(one.generated(), two.generated());
    assertEquals(new TreeSet<>(one.classes().keySet()), new TreeSet<>(two.classes().keySet()));
    one.classes()
        .forEach(
            (name, bytes) ->
                assertEquals(text(bytes), text(two.classes().get(name)), () -> name + " differs"));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
