package peers;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What peers take for the same, to one node, with one cache. */
final class KindScenarios {
  private final List<String> seen = new ArrayList<>();
  private final Cache cache;

  private KindScenarios(Cache cache) {
    this.cache = cache;
  }

  private void saw(String kind) {
    seen.add(Ran.with(kind));
  }

  private void ofInt(int value) {
    try (var pipeline = Kinds_OfIntPipeline.builder().cache(cache).build()) {
      saw(pipeline.kind(Kinds_OfIntPipeline.inputs().value(value)));
    }
  }

  private void ofLong(long value) {
    try (var pipeline = Kinds_OfLongPipeline.builder().cache(cache).build()) {
      saw(pipeline.kind(Kinds_OfLongPipeline.inputs().value(value)));
    }
  }

  private void ofDouble(double value) {
    try (var pipeline = Kinds_OfDoublePipeline.builder().cache(cache).build()) {
      saw(pipeline.kind(Kinds_OfDoublePipeline.inputs().value(value)));
    }
  }

  private void ofTruth(boolean value) {
    try (var pipeline = Kinds_OfTruthPipeline.builder().cache(cache).build()) {
      saw(pipeline.kind(Kinds_OfTruthPipeline.inputs().value(value)));
    }
  }

  private void ofText(String value) {
    try (var pipeline = Kinds_OfTextPipeline.builder().cache(cache).build()) {
      saw(pipeline.kind(Kinds_OfTextPipeline.inputs().value(value)));
    }
  }

  private void ofInts(List<Integer> value) {
    try (var pipeline = Kinds_OfIntsPipeline.builder().cache(cache).build()) {
      saw(pipeline.kind(Kinds_OfIntsPipeline.inputs().value(value)));
    }
  }

  private void ofTexts(List<String> value) {
    try (var pipeline = Kinds_OfTextsPipeline.builder().cache(cache).build()) {
      saw(pipeline.kind(Kinds_OfTextsPipeline.inputs().value(value)));
    }
  }

  private void ofTextSet(Set<String> value) {
    try (var pipeline = Kinds_OfTextSetPipeline.builder().cache(cache).build()) {
      saw(pipeline.kind(Kinds_OfTextSetPipeline.inputs().value(value)));
    }
  }

  private void ofByInt(Map<Integer, String> value) {
    try (var pipeline = Kinds_OfByIntPipeline.builder().cache(cache).build()) {
      saw(pipeline.kind(Kinds_OfByIntPipeline.inputs().value(value)));
    }
  }

  private void ofByText(Map<String, String> value) {
    try (var pipeline = Kinds_OfByTextPipeline.builder().cache(cache).build()) {
      saw(pipeline.kind(Kinds_OfByTextPipeline.inputs().value(value)));
    }
  }

  static Object textAndNumbers(Cache cache) {
    KindScenarios all = new KindScenarios(cache);
    all.ofInt(1);
    all.ofText("1");
    all.ofLong(1);
    all.ofDouble(1);
    all.ofTruth(true);
    all.ofText("true");
    all.ofText("True");
    all.ofInt(1);
    all.ofText("1");
    return all.seen;
  }

  static Object nothings(Cache cache) {
    KindScenarios all = new KindScenarios(cache);
    all.ofText("");
    all.ofInts(List.of());
    all.ofTextSet(Set.of());
    all.ofByText(Map.of());
    try (var pipeline = Kinds_OfMaybePipeline.builder().cache(cache).build()) {
      all.saw(pipeline.kind(Kinds_OfMaybePipeline.inputs()));
    }
    all.ofText("");
    return all.seen;
  }

  static Object pairs(Cache cache) {
    KindScenarios all = new KindScenarios(cache);
    all.ofInts(List.of(1, 2));
    all.ofTexts(List.of("1", "2"));
    all.ofTexts(List.of("1, 2"));
    try (var pipeline = Kinds_OfPairPipeline.builder().cache(cache).build()) {
      all.saw(pipeline.kind(Kinds_OfPairPipeline.inputs().value(new Kinds.Pair(1, 2))));
    }
    try (var pipeline = Kinds_OfCouplePipeline.builder().cache(cache).build()) {
      all.saw(pipeline.kind(Kinds_OfCouplePipeline.inputs().value(new Kinds.Couple(1, 2))));
    }
    all.ofInts(new ArrayList<>(List.of(1, 2)));
    return all.seen;
  }

  static Object keysOfMaps(Cache cache) {
    KindScenarios all = new KindScenarios(cache);
    all.ofByInt(Map.of(1, "x"));
    all.ofByText(Map.of("1", "x"));
    all.ofByText(Map.of("x", "1"));
    all.ofByInt(Map.of(1, "x"));
    return all.seen;
  }

  static Object configInAList(Cache cache) {
    List<String> seen = new ArrayList<>();
    try (var pipeline = Kinds_OfConfigPipeline.builder().cache(cache).build()) {
      for (String model : List.of("A", "B", "A")) {
        List<Kinds.Config> configs = List.of(new Kinds.Config(model));
        seen.add(Ran.with(pipeline.kind(Kinds_OfConfigPipeline.inputs().value(configs))));
      }
    }
    return seen;
  }

  private static Kinds.Deep deep(int levels, String leaf) {
    return levels == 0
        ? new Kinds.Deep(leaf, List.of())
        : new Kinds.Deep("", List.of(deep(levels - 1, leaf)));
  }

  static Object deep(Cache cache) {
    List<String> seen = new ArrayList<>();
    try (var pipeline = Kinds_OfDeepPipeline.builder().cache(cache).build()) {
      for (String leaf : List.of("a", "b", "a")) {
        String kind = pipeline.kind(Kinds_OfDeepPipeline.inputs().value(deep(20, leaf)));
        seen.add(Ran.with(kind.substring(kind.indexOf("leaf=" + leaf), kind.indexOf(", below=[]]"))));
      }
    }
    return seen;
  }

  static Object arrays(Cache cache) {
    List<String> seen = new ArrayList<>();
    int one = Float.floatToIntBits(1);
    try (var pipeline = Kinds_OfFloatArrayPipeline.builder().cache(cache).build()) {
      float[] value = {1, 1, 1, 1};
      seen.add(Ran.with(pipeline.kind(Kinds_OfFloatArrayPipeline.inputs().value(value))));
    }
    try (var pipeline = Kinds_OfIntArrayPipeline.builder().cache(cache).build()) {
      int[] value = {one, one, one, one};
      seen.add(Ran.with(pipeline.kind(Kinds_OfIntArrayPipeline.inputs().value(value))));
    }
    try (var pipeline = Kinds_OfLongArrayPipeline.builder().cache(cache).build()) {
      long both = (long) one << 32 | one;
      long[] value = {both, both};
      seen.add(Ran.with(pipeline.kind(Kinds_OfLongArrayPipeline.inputs().value(value))));
    }
    try (var pipeline = Kinds_OfFloatRowsPipeline.builder().cache(cache).build()) {
      for (float[][] value :
          List.of(
              new float[][] {{1, 1, 1, 1}},
              new float[][] {{1, 1}, {1, 1}},
              new float[][] {{1}, {1, 1, 1}},
              new float[][] {{1, 1}, {1, 1}})) {
        seen.add(Ran.with(pipeline.kind(Kinds_OfFloatRowsPipeline.inputs().value(value))));
      }
    }
    try (var pipeline = Kinds_OfFloatColumnsPipeline.builder().cache(cache).build()) {
      float[][][] value = {{{1, 1}, {1, 1}}};
      seen.add(Ran.with(pipeline.kind(Kinds_OfFloatColumnsPipeline.inputs().value(value))));
    }
    return seen;
  }

  static Object embeddings(Cache cache) {
    List<String> ran = new ArrayList<>();
    try (var pipeline = Kinds_OfVectorPipeline.builder().cache(cache).build()) {
      for (Embedding value :
          List.of(
              Embedding.of(new float[] {1, 2, 3, 4}),
              Embedding.of(new float[] {1, 2, 3, 5}),
              Embedding.of(new float[] {1, 2, 3}),
              Embedding.of(new float[][] {{1, 2}, {3, 4}}),
              Embedding.of(new float[][] {{1}, {2}, {3}, {4}}),
              Embedding.of(new float[] {1, 2, 3, 4}))) {
        pipeline.kind(Kinds_OfVectorPipeline.inputs().value(value));
        ran.add(Ran.with(""));
      }
    }
    return ran;
  }
}
