package recalled;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import java.util.List;

final class Scenarios {
  private Scenarios() {}

  private static EverythingPipeline pipeline(Cache cache, Engine engine) {
    return EverythingPipeline.builder().cache(cache).engine(engine).chunkRows(2).build();
  }

  private static EverythingPipeline.Inputs inputs(String text) {
    return EverythingPipeline.given()
        .text(text)
        .fusion(new Everything.Linear(0.5))
        .model("m3")
        .suffixes(List.of("x", "y"))
        .rows(List.of(List.of("a", "bb"), List.of(), List.of("ccc")))
        .fusions(List.of(new Everything.Rrf(60), new Everything.Linear(1), new Everything.Rrf(1)));
  }

  private static String shown(EverythingPipeline.Outputs all) {
    return String.join(
        "; ",
        all.words().toString(),
        all.count() + all.longest(),
        all.later(),
        all.fused(),
        "" + all.limited(),
        "" + all.titled(),
        "" + all.noted(),
        all.scores().toString(),
        all.pairs().toString(),
        all.spelled().toString(),
        all.table().toString(),
        all.tries().toString(),
        all.firsts() + "" + all.lasts(),
        all.waits().toString(),
        all.collected());
  }

  static Object all(Cache cache, Engine engine) {
    try (EverythingPipeline pipeline = pipeline(cache, engine)) {
      return Ran.with(shown(pipeline.run(inputs("think of one run many"))));
    }
  }

  /** A word less, one that is new, one twice, in another order. */
  static Object some(Cache cache, Engine engine) {
    try (EverythingPipeline pipeline = pipeline(cache, engine)) {
      return Ran.with(shown(pipeline.run(inputs("many run new one one"))));
    }
  }

  static Object explicit(Cache cache, Engine engine) {
    try (EverythingPipeline pipeline = pipeline(cache, engine)) {
      var inputs = inputs("think of one run many").limit(3).note(null);
      return Ran.with(shown(pipeline.run(inputs)));
    }
  }

  static Object others(Cache cache, Engine engine) {
    try (EverythingPipeline pipeline = pipeline(cache, engine)) {
      var inputs = inputs("think of one run many").fusion(new Everything.Rrf(2)).title("t").note("n");
      return Ran.with(shown(pipeline.run(inputs)));
    }
  }

  static Object collected(Cache cache, Engine engine) {
    try (EverythingPipeline pipeline = pipeline(cache, engine)) {
      return Ran.with(pipeline.collected(inputs("think of one run many")));
    }
  }

  /** Whoever chooses one variant needs nothing of another's. */
  static Object tries(Cache cache, Engine engine) {
    try (EverythingPipeline pipeline = pipeline(cache, engine)) {
      var inputs = inputs("one three").fusions(List.of(new Everything.Rrf(60), new Everything.Rrf(1)));
      return Ran.with(pipeline.tries(inputs));
    }
  }

  static Object fused(Cache cache, Engine engine) {
    try (EverythingPipeline pipeline = pipeline(cache, engine)) {
      return Ran.with(pipeline.fused(inputs("one three").fusion(new Everything.Rrf(60))));
    }
  }
}
