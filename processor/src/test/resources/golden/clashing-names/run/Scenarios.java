package clashing;

import java.util.List;

final class Scenarios {
  private Scenarios() {}

  static Object all() {
    var given = NamesPipeline.given().inputs("i").run(List.of("a", "b")).builder("c").given("four");
    NamesPipeline pipeline = NamesPipeline.builder().build();
    return List.of(
        pipeline.values(given), pipeline.yield(given), pipeline.ALL(given), pipeline.N(given));
  }
}
