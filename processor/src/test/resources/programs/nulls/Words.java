package nulls;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes that give null for the word "null", alone or in a list, whatever they declare. */
@Pipeline
interface Words {
  @Nested(value = Nodes.class, output = "words", flatten = true)
  List<String> joined(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "words", flatten = true)
  List<Outcome<String>> joinedSoftly(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "manyWords", flatten = true)
  List<String> joinedOfTwin(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "same", flatten = true)
  List<String> joinedSame(@Each("text") List<String> texts, String other);

  @Nested(value = Nodes.class, output = "maybes", flatten = true)
  List<@Nullable String> joinedMaybes(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "first")
  List<String> firsts(@Each("text") List<String> texts);

  @Nested(value = Nodes.class, output = "last")
  List<Outcome<String>> lasts(@Each("text") List<String> texts);

  final class Nodes {
    private Nodes() {}

    static List<String> split(String text) {
      List<String> words = new ArrayList<>();
      for (String word : text.split(" ")) {
        words.add(nothing(word));
      }
      return words;
    }

    @SuppressWarnings("all") // what a careless node does
    static String nothing(String word) {
      return word.equals("null") ? null : word;
    }

    @Node
    static List<String> words(String text) {
      return split(text);
    }

    @Node
    static List<String> manyWords(String text) {
      return split(text);
    }

    @Batch
    static List<List<String>> manyWords(List<String> texts) {
      return texts.stream().map(Nodes::split).toList();
    }

    @Node
    static List<String> same(String other) {
      return split(other);
    }

    @Node
    static List<@Nullable String> maybes(String text) {
      return new ArrayList<@Nullable String>(split(text));
    }

    @Node
    static String first(String text) {
      return nothing(text.split(" ")[0]);
    }

    @Node
    static String last(String text) {
      return nothing(text.substring(text.lastIndexOf(' ') + 1));
    }

    @Batch
    static List<String> last(List<String> texts) {
      List<String> all = new ArrayList<>();
      texts.forEach(text -> all.add(last(text)));
      return all;
    }
  }
}
