package peers;

import dev.millrace.runtime.Cache;
import java.util.ArrayList;
import java.util.List;

final class NestScenarios {
  private NestScenarios() {}

  private static NestPipeline pipeline(Cache cache) {
    return NestPipeline.builder().cache(cache).build();
  }

  static Object scaled(Cache cache) {
    try (NestPipeline pipeline = pipeline(cache)) {
      return Ran.with(pipeline.scaled(NestPipeline.given().number(2)));
    }
  }

  static Object shifted(Cache cache) {
    try (NestPipeline pipeline = pipeline(cache)) {
      return Ran.with(pipeline.shifted(NestPipeline.given().number(2)));
    }
  }

  static Object difference(Cache cache, int first, int second) {
    try (NestPipeline pipeline = pipeline(cache)) {
      return Ran.with(pipeline.difference(NestPipeline.given().first(first).second(second)));
    }
  }

  static Object picked(Cache cache) {
    try (NestPipeline pipeline = pipeline(cache)) {
      return Ran.with(pipeline.picked(NestPipeline.given().some(List.of(2, 3, 1))));
    }
  }

  static Object report(Cache cache) {
    try (NestPipeline pipeline = pipeline(cache)) {
      return Ran.with(pipeline.report(NestPipeline.given().some(List.of(2, 3, 1))));
    }
  }

  static Object doubled(Cache cache, List<Integer> some) {
    try (NestPipeline pipeline = pipeline(cache)) {
      return Ran.with(pipeline.doubled(NestPipeline.given().some(some)));
    }
  }

  static Object pruned(Cache cache) {
    List<Integer> numbers = List.of(2, 3, 1);
    List<String> seen = new ArrayList<>();
    try (var one = Nest_OnePipeline.builder().cache(cache).build();
        var both = Nest_BothPipeline.builder().cache(cache).build()) {
      seen.add(Ran.with(one.least(Nest_OnePipeline.inputs().numbers(numbers))));
      seen.add(Ran.with(both.greatest(Nest_BothPipeline.inputs().numbers(numbers))));
      seen.add(Ran.with(both.least(Nest_BothPipeline.inputs().numbers(numbers))));
      var all = both.run(Nest_BothPipeline.inputs().numbers(numbers));
      seen.add(Ran.with(all.least() + " " + all.greatest()));
    }
    return seen;
  }

  static Object parts(Cache cache) {
    List<String> seen = new ArrayList<>();
    try (var pipeline = Nest_PartsPipeline.builder().cache(cache).build()) {
      for (String text : List.of("ab", "cd", "ad", "ab")) {
        var inputs = Nest_PartsPipeline.inputs().text(text);
        seen.add(Ran.with(pipeline.first(inputs) + pipeline.rest(inputs)));
      }
    }
    return seen;
  }

  /** Two pipelines use one folder, each by a cache of its own, while both are open. */
  static Object twoAtOnce(Cache cache, Cache other) {
    List<String> seen = new ArrayList<>();
    try (NestPipeline one = pipeline(cache);
        NestPipeline two = pipeline(other)) {
      seen.add(Ran.with(one.difference(NestPipeline.given().first(5).second(1))));
      seen.add(Ran.with(two.difference(NestPipeline.given().first(6).second(1))));
      seen.add(Ran.with(one.difference(NestPipeline.given().first(7).second(1))));
    }
    try (NestPipeline again = pipeline(cache)) {
      for (int first = 5; first < 8; first++) {
        seen.add(Ran.with(again.difference(NestPipeline.given().first(first).second(1))));
      }
    }
    return seen;
  }
}
