package t;

import dev.millrace.Node;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class Nodes {
  @Node(blocking = true)
  static CompletionStage<String> answer(String question) {
    return CompletableFuture.completedFuture(question);
  }
}
