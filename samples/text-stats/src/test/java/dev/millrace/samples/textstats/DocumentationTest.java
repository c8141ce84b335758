package dev.millrace.samples.textstats;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every Java block of README and the guide stands in a source file that the build compiles: the
 * line before it names the file, as in {@code <!-- source: path -->}.
 */
class DocumentationTest {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
  private static final String SOURCE = "<!-- source: ";

  @TestFactory
  List<DynamicTest> showsOnlyCodeThatIsCompiled() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      List<String> lines = Files.readAllLines(page);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith("```java")) {
          String name = ROOT.relativize(page) + ":" + (i + 1);
          String before = i == 0 ? "" : lines.get(i - 1);
          List<String> block = lines.subList(i + 1, end(lines, i + 1));
          tests.add(DynamicTest.dynamicTest(name, () -> check(before, block)));
        }
      }
    }
    assertTrue(tests.size() >= 3, "found only " + tests.size() + " blocks below " + ROOT);
    return tests;
  }

  @TestFactory
  List<DynamicTest> linksOnlyToWhatIsThere() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      LINK.matcher(Files.readString(page))
          .results()
          .map(link -> link.group(1))
          .filter(target -> !target.contains(":"))
          .forEach(
              target ->
                  tests.add(
                      DynamicTest.dynamicTest(
                          ROOT.relativize(page) + " -> " + target,
                          () -> assertTrue(Files.exists(page.resolveSibling(target)), target))));
    }
    assertTrue(tests.size() >= 8, "found only " + tests.size() + " links below " + ROOT);
    return tests;
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages =
        new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
    try (Stream<Path> guide = Files.list(ROOT.resolve("docs/guide"))) {
      guide.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  private static int end(List<String> lines, int from) {
    int end = from;
    while (!lines.get(end).startsWith("```")) {
      end++;
    }
    return end;
  }

  /** Every run of lines between dots, {@code …}, must stand in the source as it is. */
  private static void check(String before, List<String> block) throws IOException {
    if (!before.startsWith(SOURCE)) {
      fail("the line before the block must be " + SOURCE + "path -->, but is: " + before);
    }
    Path file = ROOT.resolve(before.substring(SOURCE.length(), before.indexOf(" -->")));
    String source = squeeze(Files.readString(file));
    for (String part : String.join("\n", block).split("\\n\\s*…\\s*(\\n|$)")) {
      assertTrue(source.contains(squeeze(part)), () -> file + " does not contain:\n" + part);
    }
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
