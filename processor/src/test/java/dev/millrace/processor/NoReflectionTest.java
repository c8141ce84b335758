package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Corpus;
import dev.millrace.processor.testing.Reflection;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated code calls what it calls by name. */
final class NoReflectionTest {
  @ParameterizedTest
  @EnumSource
  void generatedClassesContainNone(CompilerUnderTest compiler) {
    Built built =
        Build.on(compiler)
            .lenient()
            .with("-Amillrace.cache=true")
            .source(Corpus.sources().values().toArray(String[]::new))
            .run();
    assertTrue(built.success());
    assertEquals(
        List.of(),
        built.reports().stream().filter(each -> !each.text().startsWith("[NotCached]")).toList(),
        "everything has its keys, or is told why not");
    Set<String> found = new TreeSet<>();
    Set<String> looked = new TreeSet<>();
    built
        .classes()
        .forEach(
            (path, bytes) -> {
              String top = path.replace(".class", "").replaceAll("\\$.*", "").replace('/', '.');
              if (built.generated().containsKey(top)) {
                looked.add(top);
                found.addAll(Reflection.in(bytes));
              }
            });
    assertEquals(Set.of(), found);
    assertEquals(built.generated().keySet(), looked);
  }

  @Test
  void whereThereIsSomeItIsFound() throws IOException {
    try (InputStream in = Built.class.getResourceAsStream("Built.class")) {
      Set<String> found = Reflection.in(in.readAllBytes());
      String built = "dev/millrace/processor/testing/Built";
      assertTrue(
          found.containsAll(
              List.of(
                  built + " calls java/lang/Class.getDeclaredMethods",
                  built + " calls java/lang/reflect/Method.invoke")),
          found.toString());
      assertFalse(found.toString().contains("LambdaMetafactory"), found.toString());
    }
  }
}
