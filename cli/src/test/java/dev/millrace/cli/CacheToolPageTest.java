package dev.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide shows is what the command prints: its goldens. */
final class CacheToolPageTest {
  private static final Path PAGE = Path.of("..", "docs", "guide", "cache-tool.md");
  private static final Pattern BLOCK =
      Pattern.compile(
          "<!-- output: (\\S+) -->\\R```\\R\\$ millrace [^\\n]*\\R(.*?)```", Pattern.DOTALL);

  @Test
  void showsRealOutput() throws IOException {
    String page = Files.readString(PAGE);
    int blocks = 0;
    for (MatchResult block : BLOCK.matcher(page).results().toList()) {
      assertEquals(Golden.read(block.group(1)), block.group(2));
      blocks++;
    }
    assertEquals(page.split("<!-- output: ", -1).length - 1, blocks, "each is followed by a block");
    assertTrue(blocks >= 6, "found " + blocks);
  }
}
