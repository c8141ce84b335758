package caching;

import dev.millrace.runtime.Cache;
import java.util.List;

final class UnreadScenarios {
  private UnreadScenarios() {}

  static Object longer() {
    try (UnreadPipeline pipeline = UnreadPipeline.builder().cache(Cache.inMemory()).build()) {
      var one = UnreadPipeline.given().start(1).words(List.of("a")).sounds(List.of("a"));
      var two = one.words(List.of("b", "c")).sounds(List.of("b", "c"));
      return counted(pipeline, one) + ", " + counted(pipeline, two);
    }
  }

  /** What runs once in a map is found once, however long the list is. */
  static Object explained() {
    try (UnreadPipeline pipeline = UnreadPipeline.builder().cache(Cache.inMemory()).build()) {
      var inputs = UnreadPipeline.given().start(1).words(List.of("a", "b")).sounds(List.of());
      var before = pipeline.explain(inputs).of("ones.one");
      pipeline.run(inputs);
      return before + ", " + pipeline.explain(inputs).of("ones.one");
    }
  }

  private static String counted(UnreadPipeline pipeline, UnreadPipeline.Inputs inputs) {
    return pipeline.count(inputs) + " " + pipeline.loudness(inputs);
  }
}
