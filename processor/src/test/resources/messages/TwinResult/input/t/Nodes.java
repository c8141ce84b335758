package t;

import dev.millrace.Batch;
import dev.millrace.Each;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;

final class Nodes {
  @Batch
  static int count(@Each("text") List<String> texts) {
    return texts.size();
  }

  @Batch
  static Stream<Integer> sizes(@Each("text") List<String> texts) {
    return texts.stream().map(String::length);
  }

  @Batch
  static List<CompletableFuture<Integer>> later(@Each("text") List<String> texts) {
    return List.of();
  }

  @Batch
  static List<Future<Integer>> someday(@Each("text") List<String> texts) {
    return List.of();
  }

  @Batch
  static List<Void> nothing(@Each("text") List<String> texts) {
    return List.of();
  }

  @Batch
  static List<String> run(@Each("text") List<String> texts) {
    return texts;
  }
}
