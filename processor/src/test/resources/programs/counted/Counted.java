package counted;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts how often each node has run. */
@Pipeline
interface Counted {
  AtomicInteger CUT = new AtomicInteger();
  AtomicInteger SIZED = new AtomicInteger();
  AtomicInteger ENCODED = new AtomicInteger();
  AtomicInteger TOTALS = new AtomicInteger();

  @Nested(value = Texts.class, output = "sized")
  List<Integer> sizes(@Each("text") List<String> texts);

  @Nested(value = Texts.class, output = "perhaps")
  List<@Nullable String> some(@Each("text") List<String> texts);

  @Nested(value = Coding.class, output = "encoded")
  List<String> codes(@Each("text") List<String> texts);

  @Node
  static int total(List<Integer> sizes, int times) {
    TOTALS.incrementAndGet();
    return sizes.stream().mapToInt(each -> each).sum() * times;
  }

  final class Texts {
    private Texts() {}

    @Node
    static String cut(String text) {
      CUT.incrementAndGet();
      return text.trim();
    }

    @Node
    static int sized(String cut) {
      SIZED.incrementAndGet();
      return cut.length();
    }

    @Node
    static @Nullable String perhaps(String cut) {
      SIZED.incrementAndGet();
      return cut.isEmpty() ? null : cut;
    }
  }

  final class Coding {
    private Coding() {}

    @Node
    static String encoded(String text, Encoder encoder) {
      ENCODED.incrementAndGet();
      return encoder.code(text);
    }
  }
}
