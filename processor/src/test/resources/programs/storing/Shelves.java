package storing;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Stored;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Results of each kind: lists, items of a map, a folder. */
@Pipeline(Shelves.Nodes.class)
interface Shelves {
  /** How often any node ran. */
  AtomicInteger RUNS = new AtomicInteger();

  @Nested(Numbers.class)
  List<Integer> turned(@Each("number") List<Integer> numbers);

  final class Nodes {
    @Node
    static List<Integer> numbers(int seed) {
      RUNS.incrementAndGet();
      return IntStream.range(0, 20).mapToObj(i -> seed * 100 + i).toList();
    }

    @Node
    @Stored(by = LinesFolder.class)
    static Lines lines(List<Integer> turned) {
      RUNS.incrementAndGet();
      return new Lines(turned.stream().map(String::valueOf).toList());
    }

    @Node
    static String told(Lines lines, String text) {
      RUNS.incrementAndGet();
      return text + lines.all();
    }
  }

  final class Numbers {
    @Node
    static int turned(int number) {
      RUNS.incrementAndGet();
      return number * 7;
    }
  }
}
