package deep;

import java.util.List;

final class Scenarios {
  private Scenarios() {}

  static Object all() {
    WholePipeline pipeline = WholePipeline.builder().build();
    var given = WholePipeline.given().text("ab").other("cd").texts(List.of("x", "yz"));
    return List.of(pipeline.whole(given), pipeline.twin(given), pipeline.allEnded(given));
  }
}
