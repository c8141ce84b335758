package opening;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Scope;
import dev.millrace.Stateful;
import dev.millrace.runtime.Outcome;
import java.util.List;
import java.util.Optional;

/** Items that fail until what weighs them is mended. */
@Pipeline
interface Trials {
  @Stateful(scope = Scope.PER_WORKER, maxInstances = 1)
  final class Scale {
    static volatile boolean mended;

    private final String name;

    Scale(String name) {
      Diary.note("open " + name);
      this.name = name;
    }

    int weigh(String text) {
      if (!mended && text.length() > 1) {
        throw new IllegalArgumentException(name + " cannot weigh " + text);
      }
      return text.length();
    }
  }

  @Pipeline
  interface One {
    @Node
    static int weight(String text, Scale scale, Optional<Encoder> label, int unit) {
      return scale.weigh(label.map(each -> each.encode(text)).orElse(text)) * unit;
    }
  }

  @Nested(value = One.class, output = "weight")
  List<Outcome<Integer>> weights(@Each("text") List<String> texts);

  @Pipeline
  interface Many {
    @Nested(value = One.class, output = "weight")
    List<Integer> each(@Each("text") List<String> texts);

    @Node
    static int sum(List<Integer> each) {
      return each.stream().mapToInt(Integer::intValue).sum();
    }
  }

  @Nested(value = Many.class, output = "sum")
  List<Outcome<Integer>> sums(@Each("texts") List<List<String>> manyTexts);
}
