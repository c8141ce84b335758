package witness;

import java.util.List;

final class Scenarios {
  private Scenarios() {}

  static Object all() {
    TrapPipeline pipeline = TrapPipeline.builder().build();
    var outputs = pipeline.run(TrapPipeline.given().text("abc").lists(List.of(List.of("x"))));
    return List.of(outputs.g(), outputs.same(), outputs.shown(), outputs.objects());
  }
}
