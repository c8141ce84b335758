package policies;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

final class Scenarios {
  private Scenarios() {}

  /** Runs it at times of which the second is as the first for an impure node. */
  private static Object atTimes(
      Cache cache, Engine engine, Function<PoliciesPipeline, Object> run) {
    List<String> seen = new ArrayList<>();
    try (PoliciesPipeline pipeline =
        PoliciesPipeline.builder().cache(cache).engine(engine).build()) {
      for (int time : new int[] {1, 2, 11, 3}) {
        Policies.TIME.set(time);
        seen.add(Ran.with(run.apply(pipeline)));
      }
    }
    return seen;
  }

  private static PoliciesPipeline.Inputs texts() {
    return PoliciesPipeline.given().text("a").texts(List.of("a", "bb"));
  }

  static Object belowNever(Cache cache, Engine engine) {
    return atTimes(cache, engine, pipeline -> pipeline.belowNever(texts()));
  }

  static Object nevers(Cache cache, Engine engine) {
    return atTimes(cache, engine, pipeline -> pipeline.nevers(texts()));
  }

  static Object constants(Cache cache, Engine engine) {
    return atTimes(cache, engine, pipeline -> pipeline.joined(texts()));
  }

  static Object passes(Cache cache, Engine engine) {
    return atTimes(
        cache,
        engine,
        pipeline ->
            pipeline.belowPass(texts())
                + pipeline.passes(texts())
                + pipeline.pass(texts()));
  }

  static Object stored(Cache cache, Engine engine) {
    return once(cache, engine, pipeline -> pipeline.stored(texts()) + pipeline.stores(texts()));
  }

  static Object cut(Cache cache, Engine engine) {
    return once(cache, engine, pipeline -> pipeline.belowCut(texts()) + pipeline.cuts(texts()));
  }

  /** Another text with the same result at the cut. */
  static Object cutOfAnother(Cache cache, Engine engine) {
    return once(
        cache,
        engine,
        pipeline ->
            pipeline.belowCut(texts().text(" a ")) + pipeline.cuts(texts().texts(List.of(" bb"))));
  }

  private static Object once(
      Cache cache, Engine engine, Function<PoliciesPipeline, Object> run) {
    try (PoliciesPipeline pipeline =
        PoliciesPipeline.builder().cache(cache).engine(engine).build()) {
      return Ran.with(run.apply(pipeline));
    }
  }

  /** Computed, given as it would be computed, given as something else, and computed again. */
  static Object given(Cache cache, Engine engine) {
    List<String> seen = new ArrayList<>();
    try (PoliciesPipeline pipeline =
        PoliciesPipeline.builder().cache(cache).engine(engine).build()) {
      seen.add(Ran.with(pipeline.belowPass(texts())));
      seen.add(Ran.with(pipeline.belowPass(texts().pass(1))));
      seen.add(Ran.with(pipeline.belowPass(texts().pass(7))));
      seen.add(Ran.with(pipeline.belowPass(texts().pass(7))));
      seen.add(Ran.with(pipeline.belowPass(texts().pass(1))));
      seen.add(Ran.with(pipeline.belowPass(texts())));
      seen.add(Ran.with(pipeline.joined(texts())));
      seen.add(Ran.with(pipeline.joined(texts().constants(List.of("x", "y")))));
      seen.add(Ran.with(pipeline.joined(texts().constants(List.of("x", "y")))));
      seen.add(Ran.with(pipeline.joined(texts())));
    }
    return seen;
  }

  /** What is the same for all runs of a call is computed, or found, once. */
  static Object over(Cache cache, Engine engine) {
    List<String> seen = new ArrayList<>();
    try (PoliciesPipeline pipeline =
        PoliciesPipeline.builder().cache(cache).engine(engine).build()) {
      var same = PoliciesPipeline.over().text("a");
      seen.add(
          Ran.with(pipeline.belowNever(PoliciesPipeline.over().eachText(List.of("a", "b"))).values()));
      seen.add(
          Ran.with(pipeline.belowNever(same.eachNever(List.of(0, 1, 0))).values()));
      seen.add(
          Ran.with(pipeline.belowPass(PoliciesPipeline.over().eachText(List.of("a", "b", "a"))).values()));
      seen.add(
          Ran.with(pipeline.belowPass(PoliciesPipeline.over().eachPass(List.of(1, 2, 1))).values()));
      seen.add(
          Ran.with(pipeline.joined(PoliciesPipeline.over().eachTexts(List.of(List.of("a"), List.of("a", "b")))).values()));
    }
    return seen;
  }
}
