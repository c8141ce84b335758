package dev.millrace.samples.textstats;

import dev.millrace.CachePolicy;
import dev.millrace.Default;
import dev.millrace.In;
import dev.millrace.KeyPolicy;
import dev.millrace.Node;
import dev.millrace.Retry;
import dev.millrace.Split;
import dev.millrace.Timeout;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is made of a page that is fetched: its lines, the longest of them, a title, a summary. */
public final class DigestNodes {
  private DigestNodes() {}

  /** Reads pages, and fails now and then. */
  @FunctionalInterface
  public interface Pages {
    /** Returns the text of a page. */
    String read(URI address) throws IOException;
  }

  /** Sums texts up, in its own time. */
  @FunctionalInterface
  public interface Summarizer {
    /** Begins, and returns what will be the summary. */
    CompletionStage<String> summarize(String text, int words);
  }

  /** What the lines of a page say of it; a page without lines has no longest one. */
  public record Extent(int lineCount, @Nullable String longestLine) {}

  @Node(cache = CachePolicy.NEVER) // who reads it again may read another text
  @Retry(attempts = 3, on = IOException.class, backoff = "1ms")
  @Timeout("10s")
  public static String page(URI address, Pages pages) throws IOException {
    return pages.read(address);
  }

  @Node
  public static Stream<String> lines(String page) {
    return page.lines().filter(line -> !line.isBlank());
  }

  @Node
  @Split
  public static Extent extent(List<String> lines) {
    Comparator<String> byLength = Comparator.comparingInt(String::length);
    return new Extent(lines.size(), lines.stream().max(byLength).orElse(null));
  }

  @Node
  public static String title(
      Optional<String> heading,
      @Nullable String longestLine,
      @Default("untitled") String fallback) {
    return heading.orElse(longestLine == null ? fallback : longestLine);
  }

  @Node
  public static CompletionStage<String> summary(
      String page,
      @In(key = KeyPolicy.IDENTITY) Summarizer summarizer,
      @Default("20") int summaryWords) {
    return summarizer.summarize(page, summaryWords);
  }

  @Node
  public static String digest(String title, String summary, int lineCount) {
    return title + " (" + lineCount + " lines): " + summary;
  }
}
