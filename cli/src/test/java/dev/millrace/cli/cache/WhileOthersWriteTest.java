package dev.millrace.cli.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millrace.cli.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes store results, and the commands are run. */
@Timeout(300)
final class WhileOthersWriteTest {
  @TempDir Path folder;

  @Test
  void allCommandsDoWhatTheyDo() throws Exception {
    SampleCache cache = new SampleCache(folder);
    try (Writer one = Writer.start(folder, 0);
        Writer other = Writer.start(folder, 1_000_000)) {
      one.awaitMore();
      other.awaitMore();
      int before = results(cache);
      assertTrue(before >= 6, "found " + before);
      for (int round = 0; round < 3; round++) {
        for (List<String> command :
            List.of(
                List.of("ls", "--limit", "5"),
                List.of("stats"),
                List.of("explain", "tokens"),
                List.of("show", SampleCache.key(1).toString()),
                List.of("gc", "--dry-run", "--limit", "1kB"),
                List.of("gc", "--limit", "1GB"))) {
          one.awaitMore();
          Invocation done =
              cache.run(command.get(0), command.subList(1, command.size()).toArray(String[]::new));
          assertEquals(0, done.code(), () -> command + ": " + done.err());
          assertEquals("", done.err(), command::toString);
        }
        Invocation verified = cache.run("verify");
        assertTrue(!verified.out().contains("damaged:"), verified.out());
        assertEquals("", verified.err());
      }
      other.awaitMore();
      assertTrue(results(cache) > before, "nothing was lost, and more was found");
    }
    assertEquals(0, cache.run("verify", "--repair").code());
  }

  private static int results(SampleCache cache) throws IOException {
    Invocation done = cache.run("stats", "--json");
    return new ObjectMapper().readTree(done.good()).get("results").asInt();
  }
}
