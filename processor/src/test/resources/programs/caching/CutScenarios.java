package caching;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Explanation;
import java.util.ArrayList;
import java.util.List;

final class CutScenarios {
  private CutScenarios() {}

  static Object twice() {
    try (CutPipeline pipeline = CutPipeline.builder().cache(Cache.inMemory()).build()) {
      var inputs = CutPipeline.given().start(11).starts(List.of(21, 31));
      List<Object> seen = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        seen.add(pipeline.last(inputs) + " " + pipeline.all(inputs) + ran());
      }
      Explanation said = pipeline.explain(inputs);
      seen.add(said.of("last").state() + " " + said.of("all.last").state() + ran());
      return seen.toString();
    }
  }

  private static String ran() {
    return " between " + Cut.BETWEEN.getAndSet(0);
  }
}
