package trap;

import java.util.List;

final class Scenarios {
  private Scenarios() {}

  static Object all() {
    TrapPipeline pipeline = TrapPipeline.builder().build();
    var outputs =
        pipeline.run(
            TrapPipeline.given().text("abc").lists(List.of(List.of("x"), List.of("y", "z"))));
    return List.of(outputs.show(), outputs.named(), outputs.all());
  }
}
