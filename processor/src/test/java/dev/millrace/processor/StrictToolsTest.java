package dev.millrace.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.Corpus;
import dev.millrace.processor.testing.ErrorProne;
import dev.millrace.processor.testing.ErrorProne.Complaints;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated code lives in its user's packages, and so under his tools. {@code -Xlint:all -Werror}
 * is what every other test compiles with.
 */
@Tag("once")
final class StrictToolsTest {
  private static final String PLANTED =
      """
      package planted;
      @org.jspecify.annotations.NullMarked
      final class Planted {
        static String nothing() {
          return null;
        }
        static boolean same(int one) {
          return one == one;
        }
      }
      """;

  @Test
  void errorProneAndNullAwayHaveNothingToSayOfGeneratedCode(@TempDir Path folder) throws Exception {
    Map<String, String> sources = Corpus.nullMarked();
    sources.put("planted/Planted.java", PLANTED);
    Complaints complaints = ErrorProne.compile(sources, folder);
    assertEquals("", String.join("\n", complaints.ofGenerated()));
    List<String> planted =
        complaints.ofWritten().stream().filter(each -> each.startsWith("planted")).toList();
    assertEquals(2, planted.size(), () -> "what was planted, of " + complaints.ofWritten());
    assertTrue(planted.get(0).contains("Planted.java:5: error: [NullAway]"), planted.toString());
    assertTrue(planted.get(1).contains("Planted.java:8: error: [Ident"), planted.toString());
  }
}
