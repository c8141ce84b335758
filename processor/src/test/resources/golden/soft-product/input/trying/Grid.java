package trying;

import dev.millrace.Batch;
import dev.millrace.Each;
import dev.millrace.MapMode;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.runtime.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Each with each, failures as values, and the lists of the items joined. */
@Pipeline
interface Grid {
  @Nested(value = Cells.class, output = "read", mode = MapMode.PRODUCT)
  List<Outcome<String>> cells(@Each("row") List<String> rows, @Each("column") List<Integer> columns);

  @Nested(value = Cells.class, output = "words", flatten = true)
  List<Outcome<String>> words(@Each("row") List<String> rows, int column);

  final class Cells {
    private Cells() {}

    @Node
    static String cell(String row, int column) {
      return row + column;
    }

    @Batch(maxWeight = 64)
    static List<String> cell(List<String> row, List<Integer> column) {
      return IntStream.range(0, row.size()).mapToObj(i -> row.get(i) + column.get(i)).toList();
    }

    @Node
    static String read(String cell) throws IOException {
      throw new IOException(cell);
    }

    @Node
    static List<String> words(String cell) {
      return List.of(cell.split(" "));
    }
  }
}
