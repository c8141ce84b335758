package dev.millrace.samples.textstats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static final URI ADDRESS = URI.create("https://example.org/mill");
  private static final String PAGE = "Mills\n\nA water mill grinds.\n";

  private static DigestPipeline.Inputs inputs(DigestNodes.Pages pages) {
    return DigestPipeline.inputs()
        .address(ADDRESS)
        .pages(pages)
        .summarizer((text, words) -> CompletableFuture.completedFuture("at most " + words));
  }

  @Test
  void whatIsLeftOutHasADefaultOrIsNone() throws IOException {
    try (var pipeline = DigestPipeline.builder().build()) {
      var inputs = inputs(address -> PAGE);
      assertEquals("A water mill grinds. (2 lines): at most 20", pipeline.digest(inputs));
      assertEquals(
          "Grist (2 lines): at most 5", pipeline.digest(inputs.heading("Grist").summaryWords(5)));
      assertEquals("untitled", pipeline.title(inputs.lines(List.of())));
    }
  }

  @Test
  void aPageIsReadAgainWhereItCouldNotBeRead() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    DigestNodes.Pages pages =
        address -> {
          if (calls.incrementAndGet() < 3) {
            throw new IOException("not now");
          }
          return PAGE;
        };
    try (var pipeline = DigestPipeline.builder().build()) {
      assertEquals(2, pipeline.lineCount(inputs(pages)));
    }
    assertEquals(3, calls.get());
  }
}
