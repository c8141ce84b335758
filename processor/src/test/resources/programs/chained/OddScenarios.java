package chained;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import java.util.ArrayList;
import java.util.List;

final class OddScenarios {
  private OddScenarios() {}

  private static OddPipeline pipeline(Cache cache, Engine engine) {
    return OddPipeline.builder().cache(cache).engine(engine).chunkRows(4).build();
  }

  private static OddPipeline.Inputs raw(String... raw) {
    return OddPipeline.given().raw(new ArrayList<>(List.of(raw)));
  }

  /** What comes of the texts that could be fetched is there already, but not of all of them. */
  static Object failedOnce(Cache cache, Engine engine) {
    try (OddPipeline pipeline = pipeline(cache, engine)) {
      pipeline.halves(OddPipeline.given().good(List.of("a!", "bc!")));
      Odd.IS_DOWN.set(true);
      String down = pipeline.index(OddPipeline.given().text("a bad bc"));
      Odd.IS_DOWN.set(false);
      return down + " " + pipeline.index(OddPipeline.given().text("a bad bc"));
    }
  }

  /** A list is another when the map over it begins than when its rows were asked for. */
  static Object turned(Cache cache, Engine engine) {
    try (OddPipeline pipeline = pipeline(cache, engine)) {
      pipeline.rawSizes(raw("a"));
      Odd.TURNS.set(true);
      pipeline.both(raw("a", "bb", "ccc", "dddd"));
      Odd.TURNS.set(false);
      return pipeline.both(raw("a", "bb", "ccc", "dddd")) + " " + pipeline.both(raw("dddd"));
    }
  }

  static Object recordOfOne(Cache cache, Engine engine) {
    try (OddPipeline pipeline = pipeline(cache, engine)) {
      List<Object> all = new ArrayList<>();
      for (String more : List.of("b", "b", "ccc")) {
        all.add(pipeline.twos(raw("a", more)));
        all.add(pipeline.end(raw("a", more)));
      }
      return all.toString();
    }
  }

  /** A map over nothing still computes what else it reads. */
  static Object overNothing(Cache cache, Engine engine) {
    try (OddPipeline pipeline = pipeline(cache, engine)) {
      return pipeline.scaled(raw().spec("no number"));
    }
  }

  static Object explained(Cache cache, Engine engine) {
    try (OddPipeline pipeline = pipeline(cache, engine)) {
      pipeline.deeps(raw("a", "b"));
      return pipeline.explain(raw("a", "b").text("a").spec("1")).of("deeps.deep");
    }
  }
}
