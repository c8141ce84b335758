package t;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Pipeline
interface P {
  @Node
  static CompletionStage<Stream<String>> stageOfAStream(String text) {
    return CompletableFuture.completedFuture(Stream.of(text));
  }

  @Node
  static Stream<CompletionStage<String>> streamOfStages(String text) {
    return Stream.of();
  }

  @Node
  static @Nullable CompletionStage<String> perhapsAStage(String text) {
    return null;
  }

  @Node
  static @Nullable Stream<String> perhapsAStream(String text) {
    return null;
  }
}
