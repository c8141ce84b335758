package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

@Pipeline
interface P {
  @Node
  static CompletionStage<Void> saved(String text) {
    return CompletableFuture.completedFuture(null);
  }
}
