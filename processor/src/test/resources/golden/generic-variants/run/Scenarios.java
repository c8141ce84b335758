package scaling;

import java.util.List;

final class Scenarios {
  private Scenarios() {}

  static Object all() {
    ScalingPipeline pipeline = ScalingPipeline.builder().build();
    var given =
        ScalingPipeline.given()
            .chosen(new Scaling.One<>(7))
            .choices(List.of(new Scaling.All<>(List.of("a", "b")), new Scaling.One<>("c")));
    return List.of(
        pipeline.shown(given.scale(new Scaling.Log<>(2.0)).value(8)),
        pipeline.shown(given.scale(new Scaling.Many<>(1.0, 2))),
        pipeline.once(given),
        pipeline.many(given));
  }
}
