package t;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Node;
import dev.millrace.RateLimit;
import java.util.List;
import java.util.stream.Stream;

final class Nodes {
  @Node(maxInFlight = 8)
  static String answer(String question) {
    return question;
  }

  @Node
  @RateLimit("50/s")
  static Stream<String> lines(String answer) {
    return answer.lines();
  }

  @Batch
  @RateLimit("50/s")
  static List<Integer> lengths(@Each("line") List<String> lines) {
    return lines.stream().map(String::length).toList();
  }
}
