package fetching;

import dev.millrace.Batch;
import dev.millrace.CachePolicy;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.RateLimit;
import dev.millrace.Retry;
import dev.millrace.Timeout;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

@Pipeline
interface Fetching {
  @Node(blocking = true, maxInFlight = 8)
  @RateLimit("50/s")
  @Retry(
      attempts = 5,
      on = IOException.class,
      notOn = FileNotFoundException.class,
      backoff = "200ms")
  @Timeout("10s")
  static byte[] fetched(String url) throws IOException {
    throw new IOException(url);
  }

  @Node
  @Timeout("2m")
  static CompletionStage<Integer> answer(byte[] fetched) {
    return CompletableFuture.completedFuture(fetched.length);
  }

  final class Inner {
    @Node(cache = CachePolicy.NEVER, version = 2)
    @Retry
    static int sent(String word) {
      return word.length();
    }

    @Batch
    static List<Integer> sent(List<String> words) {
      return words.stream().map(String::length).toList();
    }
  }

  @Nested(Inner.class)
  List<Integer> sends(@Each("word") List<String> words);
}
