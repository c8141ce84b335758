package product;

import java.io.IOException;
import java.util.List;

final class Scenarios {
  private static final TablePipeline PIPELINE = TablePipeline.builder().build();

  private Scenarios() {}

  private static TablePipeline.Inputs given(Integer... columns) {
    return TablePipeline.given()
        .rows(List.of("a", "b"))
        .columns(List.of(columns))
        .marks(List.of("!", "?"));
  }

  static Object all() throws IOException {
    return List.of(PIPELINE.cells(given(1, 2)), PIPELINE.allMarked(given(7)));
  }

  static Object failing() throws IOException {
    return PIPELINE.cells(given(1, -1));
  }
}
