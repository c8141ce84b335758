package splits;

import dev.millrace.As;
import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Records taken apart: at the top, in nested uses, of twins, generic, nested and with null. */
@Pipeline(Counts.Texts.class)
interface Counts {
  List<String> RAN = new ArrayList<>();

  record Words(List<String> words, int count) {}

  record Single(long size) {}

  record Pair<A, B>(A left, Map<String, List<B>> right) {}

  record Maybe(@Nullable String first, String second) {}

  final class Texts {
    private Texts() {}

    @Node
    @Split
    static Words counted(String text) {
      RAN.add("counted " + text);
      List<String> words = text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
      return new Words(words, words.size());
    }

    @Batch
    static List<Words> counted(List<String> texts) {
      RAN.add("all counted " + texts.size());
      return texts.stream()
          .map(text -> Arrays.asList(text.split(" ")))
          .map(words -> new Words(words, words.size()))
          .toList();
    }

    @Node
    static String summary(List<String> words, int count) {
      RAN.add("summary");
      return count + " " + words;
    }

    @Node
    static double mean(int count, List<String> words) {
      return words.stream().mapToInt(String::length).sum() / (double) count;
    }
  }

  @Node
  @Split
  static CompletionStage<Single> sized(int count) {
    return CompletableFuture.completedFuture(new Single(count * 10L));
  }

  @Node
  @Split
  static Pair<String, Integer> paired(long size) {
    return new Pair<>("s" + size, Map.of("all", List.of((int) size)));
  }

  @Node
  static String joined(String left, Map<String, List<Integer>> right) {
    return left + right;
  }

  @Node
  @Split
  static Maybe picked(List<String> words, String missing) {
    RAN.add("picked");
    return words.isEmpty() && missing.equals("record")
        ? nothing()
        : new Maybe(
            words.isEmpty() ? null : words.get(0), missing.equals("second") ? nothing() : "two");
  }

  @Node
  static String shown(@Nullable String first, String second) {
    return first + "/" + second;
  }

  @SuppressWarnings("all") // what a careless node does
  static <T> T nothing() {
    return null;
  }


  @Nested(Texts.class)
  @Split
  Mapped mapped(@Each("text") List<String> texts);

  record Mapped(@As("summary") List<String> summaries, @As("count") List<Integer> counts) {}

  record Once(@As("mean") double meanOfOne, @As("words") List<String> wordsOfOne) {}

  @Nested(Texts.class)
  @Split
  Once once(@As("text") String one);

  /** Components as they are inside a use. */
  @Nested(value = Texts.class, output = "count")
  List<Integer> lengths(@Each("text") List<String> lines);

  @Nested(value = Texts.class, output = "mean")
  List<Double> means(@Each("count") List<Integer> divisors, String text);
}
