package t;

import dev.millrace.Batch;
import dev.millrace.Node;
import dev.millrace.runtime.Block;
import dev.millrace.runtime.IntBlock;
import dev.millrace.runtime.LongBlock;
import dev.millrace.runtime.Resource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

final class Forms {
  @Node
  static int count(String text) {
    return text.length();
  }

  @Batch(of = "count")
  static LongBlock longs(List<String> texts) {
    return LongBlock.of();
  }

  @Batch(of = "count")
  static Future<List<Integer>> future(List<String> texts) {
    throw new UnsupportedOperationException();
  }

  @Batch(of = "count")
  static CompletionStage<Integer> stage(List<String> texts) {
    throw new UnsupportedOperationException();
  }

  @Batch(of = "count")
  static List<Integer> objects(Block<Object> texts) {
    return List.of();
  }

  @Batch(of = "count")
  static List<Integer> nullable(List<@Nullable String> texts) {
    return List.of();
  }

  @Batch(of = "count")
  List<Integer> ofAnInstance(List<String> texts) {
    return List.of();
  }

  @Node
  static @Nullable String kept(@Nullable Integer number) {
    return null;
  }

  @Batch(of = "kept")
  static List<String> blocks(IntBlock numbers) {
    return List.of();
  }

  @Batch
  static List<String> kept(List<@Nullable Integer> numbers) {
    return List.of();
  }

  @Node
  static Resource<String> opened(String path) {
    throw new UnsupportedOperationException();
  }

  @Batch
  static List<String> opened(List<String> paths) {
    return paths;
  }
}
