package owners;

import java.util.List;

final class Scenarios {
  private Scenarios() {}

  static Object all() {
    var outputs =
        OwnersPipeline.builder()
            .build()
            .run(
                OwnersPipeline.given()
                    .ratio(new Owners.Ratio(0.5))
                    .text("abc")
                    .mode(Owners.Mode.EXACT)
                    .part(new Owners.Outer().new Part()));
    return List.of(
        outputs.scaled(), outputs.described(), outputs.best(), outputs.count(), outputs.whole());
  }
}
