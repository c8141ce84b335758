package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that names the tests of what goes wrong. */
final class FailuresPageTest {
  private static final Path PAGE = Path.of("..", "docs", "failures.md");
  private static final Path SCENARIOS = Path.of("src", "test", "resources", "programs", "failing");
  private static final List<Path> TESTS =
      List.of(Path.of("src", "test", "java"), Path.of("..", "runtime", "src", "test", "java"));

  private static final Pattern SCENARIO = Pattern.compile("static Object (\\w+)\\(\\)");
  private static final Pattern TEST = Pattern.compile("(?:void|boolean) (\\w+)\\(");
  private static final Pattern NAMED = Pattern.compile("`([a-z]\\w+)`");

  @Test
  void everyScenarioIsThere() throws IOException {
    Set<String> missing = found(SCENARIO, SCENARIOS);
    missing.removeAll(named(2));
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyNameIsATest() throws IOException {
    Set<String> compiled = named(2);
    compiled.removeAll(found(SCENARIO, SCENARIOS));
    assertEquals(Set.of(), compiled, "no scenarios");
    Set<String> elsewhere = named(3);
    for (Path tests : TESTS) {
      elsewhere.removeAll(found(TEST, tests));
    }
    assertEquals(Set.of(), elsewhere, "no tests");
  }

  /** Returns the names in a column of the page's tables. */
  private static Set<String> named(int column) throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("|"))
        .map(line -> line.split("\\|", -1)[column])
        .flatMap(cell -> NAMED.matcher(cell).results())
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> found(Pattern pattern, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> pattern.matcher(read(file)).results())
          .map((MatchResult name) -> name.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
