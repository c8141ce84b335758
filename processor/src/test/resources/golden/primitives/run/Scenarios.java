package primitives;

import java.util.List;

final class Scenarios {
  private Scenarios() {}

  static Object all() {
    var outputs =
        PrimitivesPipeline.builder()
            .build()
            .run(
                PrimitivesPipeline.given()
                    .inZ(true)
                    .inB((byte) 1)
                    .inC('a')
                    .numbers(List.of(65, 66)));
    return List.of(outputs.text(), outputs.boxed(), outputs.mapped());
  }
}
