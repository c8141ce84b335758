package corpus;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

/** A map in a map; the unit is the same for every document and runs once. */
@Pipeline
interface Corpus {
  @Nested(Document.class)
  List<Integer> sizes(@Each("sentences") List<List<String>> documents);

  @Pipeline
  interface Document {
    @Nested(value = Sentence.class, output = "size")
    List<Integer> perSentence(@Each("sentence") List<String> sentences);

    @Node
    static int total(List<Integer> perSentence, int unit) {
      return perSentence.stream().mapToInt(Integer::intValue).sum() / unit;
    }

    @Node
    static int unit(long scale) {
      return (int) scale;
    }
  }

  final class Sentence {
    private Sentence() {}

    @Node
    static int weight(long scale) {
      return (int) scale;
    }

    @Node
    static int size(String sentence, int weight) {
      return sentence.length() * weight;
    }

    @Batch
    static List<Integer> size(List<String> sentences, int weight) {
      return sentences.stream().map(each -> each.length() * weight).toList();
    }
  }
}
