package handed;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Results that whoever gets them can change, and outcomes that are given. */
@Pipeline
interface Handed {
  record Scores(String name, float[] values, List<int[]> rows) {}

  @Node
  static int[] ints(String text) {
    Ran.node("ints");
    return text.chars().toArray();
  }

  @Node
  static Scores scores(String text) {
    Ran.node("scores");
    List<int[]> rows = new ArrayList<>();
    rows.add(new int[] {text.length()});
    return new Scores(text, new float[] {1, 2}, rows);
  }

  @Node
  static Map<String, List<Integer>> lists(String text) {
    Ran.node("lists");
    Map<String, List<Integer>> lists = new HashMap<>();
    lists.put(text, new ArrayList<>(List.of(text.length())));
    return lists;
  }

  @Nested(value = Items.class, output = "letters")
  List<char[]> spelled(@Each("text") List<String> texts);

  @Nested(value = Items.class, output = "size")
  List<Outcome<Integer>> sizes(@Each("text") List<String> texts);

  @Node
  static int good(List<Outcome<Integer>> sizes) {
    Ran.node("good");
    return Outcome.values(sizes).size();
  }

  @Node
  static String below(int good) {
    Ran.node("below");
    return good + " good";
  }

  final class Items {
    private Items() {}

    @Node
    static char[] letters(String text) {
      Ran.node("letters");
      return text.toCharArray();
    }

    @Node
    static int size(String text) {
      Ran.node("size");
      if (text.isEmpty()) {
        throw new IllegalArgumentException("empty");
      }
      return text.length();
    }
  }
}
