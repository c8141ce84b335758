package t.other;

import dev.millrace.Batch;
import dev.millrace.Node;
import dev.millrace.runtime.Weigher;
import java.util.List;

public final class Nodes {
  public static final class Letters implements Weigher<String> {
    Letters() {}

    @Override
    public long weigh(String text) {
      return text.length();
    }
  }

  @Node
  public static int length(String text) {
    return text.length();
  }

  @Batch(maxWeight = 100, weigher = Letters.class)
  public static List<Integer> length(List<String> texts) {
    return texts.stream().map(String::length).toList();
  }
}
