package t;

import dev.millrace.Node;
import java.util.concurrent.CompletableFuture;

final class Nodes {
  @Node
  static CompletableFuture<String> later(String text) {
    return CompletableFuture.completedFuture(text);
  }
}
