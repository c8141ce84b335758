package tuning;

import dev.millrace.Default;
import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.time.DayOfWeek;
import java.util.List;

@Pipeline
interface Tuning {
  @Node
  static String tuned(
      String text,
      @Default("-10") int topK,
      @Default("0.5") float weight,
      @Default("SUNDAY") DayOfWeek day,
      @Default("'") char quote,
      @Default("a \"b\" */") String label) {
    return text + topK + weight + day + quote + label;
  }

  final class Inner {
    @Node
    static int scaled(int item, @Default("3") long factor) {
      return (int) (item * factor);
    }
  }

  @Nested(Inner.class)
  List<Integer> all(@Each("item") List<Integer> items);
}
