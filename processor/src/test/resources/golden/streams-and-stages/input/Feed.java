package feed;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

@Pipeline
interface Feed {
  @Node
  static CompletionStage<String> page(String url) {
    return CompletableFuture.completedFuture(url);
  }

  @Node
  static Stream<String> lines(String page) {
    return page.lines();
  }

  @Node
  static long total(Stream<String> lines) {
    return lines.count();
  }

  final class Inner {
    @Node
    static CompletableFuture<Integer> answer(String line) {
      return CompletableFuture.completedFuture(line.length());
    }

    @Node
    static Stream<Integer> halves(int answer) {
      return Stream.of(answer / 2, answer - answer / 2);
    }
  }

  @Nested(value = Inner.class, output = "halves", flatten = true)
  List<Integer> all(@Each("line") List<String> lines);
}
