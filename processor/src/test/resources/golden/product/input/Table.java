package product;

import dev.millrace.Each;
import dev.millrace.MapMode;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.io.IOException;
import java.util.List;

/** Each with each, where one failure is the whole's, and a list that is the same for all. */
@Pipeline
interface Table {
  @Nested(value = Cells.class, mode = MapMode.PRODUCT)
  List<String> cells(
      @Each("row") List<String> rows, @Each("column") List<Integer> columns, List<String> marks);

  @Nested(value = Cells.class, output = "marked", mode = MapMode.PRODUCT, flatten = true)
  List<String> allMarked(@Each("row") List<String> rows, @Each("column") List<Integer> columns);

  final class Cells {
    private Cells() {}

    @Node
    static List<String> marked(String row, int column, List<String> marks) throws IOException {
      if (column < 0) {
        throw new IOException(row + column);
      }
      return marks.stream().map(mark -> row + column + mark).toList();
    }

    @Node
    static String cell(List<String> marked) {
      return String.join("", marked);
    }
  }
}
