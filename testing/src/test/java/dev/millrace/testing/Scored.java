package dev.millrace.testing;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.In;
import dev.millrace.KeyPolicy;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.function.Function;

/** A pipeline to listen to, and to let fail. */
@Pipeline(Scored.Top.class)
interface Scored {

  /** Every text's score. */
  @Nested(Inner.class)
  List<Integer> scores(@Each("text") List<String> texts);

  /** What runs once. */
  final class Top {
    private Top() {}

    @Node
    static int total(List<Integer> scores) {
      return scores.stream().mapToInt(Integer::intValue).sum();
    }

    @Node
    static int doubled(List<String> texts) {
      return 2 * texts.size();
    }
  }

  /** What runs for each text. */
  final class Inner {
    private Inner() {}

    @Node
    static int length(String text, @In(key = KeyPolicy.IDENTITY) Function<String, Integer> scorer) {
      return scorer.apply(text);
    }

    @Batch
    static List<Integer> length(List<String> texts, Function<String, Integer> scorer) {
      return texts.stream().map(scorer).toList();
    }

    @Node
    static int score(int length) {
      return length * length;
    }
  }
}
