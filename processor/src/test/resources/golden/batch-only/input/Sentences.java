package sentences;

import dev.millrace.Batch;
import dev.millrace.Default;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Pipeline;
import dev.millrace.runtime.IntBlock;
import java.util.List;

/** Nodes without a form for one: they are called with lists of one where nothing is mapped. */
@Pipeline(Sentences.Words.class)
interface Sentences {
  @Nested(Words.class)
  List<String> allShortened(@Each("word") List<String> words, int most);

  final class Words {
    private Words() {}

    @Batch
    static IntBlock length(@Each("word") List<String> words) {
      return IntBlock.copyOf(words.stream().map(String::length).toList());
    }

    @Batch(maxWeight = 1000)
    static List<String> shortened(
        @Each("word") List<String> words, @Each("length") IntBlock lengths, @Default("5") int most) {
      return words.stream().map(word -> word.substring(0, Math.min(word.length(), most))).toList();
    }
  }
}
