package old;

import java.util.List;

final class Scenarios {
  private Scenarios() {}

  static Object all() {
    OldPipeline pipeline = OldPipeline.builder().build();
    var outputs = pipeline.run(OldPipeline.inputs().text("old").texts(List.of("a", "bb")));
    return List.of(outputs.length(), outputs.doubled(), outputs.lengths());
  }
}
