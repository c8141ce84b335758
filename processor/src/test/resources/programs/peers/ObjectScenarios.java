package peers;

import dev.millrace.runtime.Cache;
import java.util.ArrayList;
import java.util.List;

final class ObjectScenarios {
  private ObjectScenarios() {}

  private static ObjectsPipeline pipeline(Cache cache) {
    return ObjectsPipeline.builder().cache(cache).build();
  }

  private static Objects.Reranker reranker(double threshold, String config) {
    return new Objects.Reranker(
        threshold, List.of(new Objects.Part("part", new Objects.Retriever(config))));
  }

  static Object customKey(Cache cache) {
    List<String> seen = new ArrayList<>();
    try (ObjectsPipeline pipeline = pipeline(cache)) {
      for (String config : List.of("a", "a", "b")) {
        Objects.Retriever retriever = new Objects.Retriever(config);
        retriever.found("used before");
        seen.add(
            Ran.with(pipeline.found(ObjectsPipeline.given().query("q").retriever(retriever))));
      }
    }
    return seen;
  }

  static Object publicState(Cache cache) {
    List<String> seen = new ArrayList<>();
    try (ObjectsPipeline pipeline = pipeline(cache)) {
      var given = ObjectsPipeline.given().query("q");
      seen.add(Ran.with(pipeline.ranked(given.reranker(reranker(0.5, "a")))));
      seen.add(Ran.with(pipeline.ranked(given.reranker(reranker(0.5, "a")))));
      seen.add(Ran.with(pipeline.ranked(given.reranker(reranker(0.7, "a")))));
      seen.add(Ran.with(pipeline.ranked(given.reranker(reranker(0.5, "b")))));
    }
    return seen;
  }

  static Object mixed(Cache cache) {
    List<String> seen = new ArrayList<>();
    try (ObjectsPipeline pipeline = pipeline(cache)) {
      for (String configs : List.of("ab", "ab", "ba")) {
        var given =
            ObjectsPipeline.given()
                .query("q")
                .retriever(new Objects.Retriever(configs.substring(0, 1)))
                .reranker(reranker(1, configs.substring(1)));
        seen.add(Ran.with(pipeline.mixed(given)));
      }
    }
    return seen;
  }

  static Object identity(Cache cache) {
    List<String> seen = new ArrayList<>();
    try (ObjectsPipeline pipeline = pipeline(cache)) {
      List<String> thing = new ArrayList<>(List.of("x"));
      var given = ObjectsPipeline.given().query("q").thing(thing);
      seen.add(Ran.with(pipeline.seen(given)));
      seen.add(Ran.with(pipeline.seen(given)));
      seen.add(Ran.with(pipeline.seen(given.thing(new ArrayList<>(thing)))));
    }
    return seen;
  }

  static Object instanceState(Cache cache) {
    List<String> seen = new ArrayList<>();
    try (ObjectsPipeline pipeline = pipeline(cache)) {
      for (int weight : new int[] {1, 2, 1}) {
        var given = ObjectsPipeline.given().query("qq").scorer(new Objects.Scorer(weight));
        seen.add(Ran.with(pipeline.score(given)));
      }
    }
    return seen;
  }

  static Object nothing(Cache cache) {
    List<String> seen = new ArrayList<>();
    try (ObjectsPipeline pipeline = pipeline(cache)) {
      for (String query : List.of("", "", "null", "None")) {
        seen.add(Ran.with(pipeline.nothing(ObjectsPipeline.given().query(query))));
      }
      seen.add(Ran.with(pipeline.length(ObjectsPipeline.given().query(""))));
      seen.add(Ran.with(pipeline.length(ObjectsPipeline.given().nothing(null))));
      seen.add(Ran.with(pipeline.length(ObjectsPipeline.given().nothing("null"))));
      seen.add(Ran.with(pipeline.length(ObjectsPipeline.given().nothing("None"))));
      seen.add(Ran.with(pipeline.length(ObjectsPipeline.given().nothing(null))));
    }
    return seen;
  }

  static Object mutated(Cache cache) {
    List<String> seen = new ArrayList<>();
    try (ObjectsPipeline pipeline = pipeline(cache)) {
      var given = ObjectsPipeline.given().query("q");
      for (int i = 0; i < 3; i++) {
        List<String> result = pipeline.growing(given);
        seen.add(Ran.with(result));
        try {
          result.add("more");
        } catch (UnsupportedOperationException refused) {
          seen.add("refused");
        }
      }
    }
    return seen;
  }

  static Object causes(Cache cache) {
    List<String> seen = new ArrayList<>();
    try (ObjectsPipeline pipeline = pipeline(cache)) {
      var given = ObjectsPipeline.given().texts(List.of("1", "x", "3"));
      seen.add(Ran.with(pipeline.causes(given)));
      seen.add(Ran.with(pipeline.causes(given)));
    }
    return seen;
  }
}
