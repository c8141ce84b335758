package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.report.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that explains every message. */
final class ErrorsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "errors.md");

  @Test
  void everyCodeHasASectionAndEverySectionACode() throws IOException {
    List<String> sections =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("### "))
            .map(line -> line.substring("### ".length()))
            .sorted()
            .toList();
    assertEquals(Arrays.stream(Message.values()).map(Message::code).sorted().toList(), sections);
  }

  @Test
  void everySectionHasAnExampleAndSaysHowToMendIt() throws IOException {
    String[] sections = Files.readString(PAGE).split("(?m)^### ");
    for (String section : Arrays.asList(sections).subList(1, sections.length)) {
      String code = section.lines().findFirst().orElseThrow();
      assertEquals(3, section.split("```").length, code);
      assertTrue(section.contains("To mend it: "), code);
    }
  }
}
