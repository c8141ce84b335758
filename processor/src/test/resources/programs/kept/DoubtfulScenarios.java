package kept;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

final class DoubtfulScenarios {
  private DoubtfulScenarios() {}

  /** Runs it twice while some fail, then twice when none does. */
  private static Object fourTimes(
      Cache cache, Engine engine, Function<DoubtfulPipeline, Object> run) {
    List<String> seen = new ArrayList<>();
    try (DoubtfulPipeline pipeline =
        DoubtfulPipeline.builder().cache(cache.storeAll()).engine(engine).build()) {
      for (boolean fails : new boolean[] {true, true, false, false}) {
        Doubtful.FAILS.set(fails);
        seen.add(Ran.with(run.apply(pipeline)));
      }
    }
    return seen;
  }

  private static DoubtfulPipeline.Inputs texts() {
    return DoubtfulPipeline.given().texts(List.of("1", "bad", "3"));
  }

  static Object below(Cache cache, Engine engine) {
    return fourTimes(cache, engine, pipeline -> pipeline.below(texts()));
  }

  static Object apart(Cache cache, Engine engine) {
    return fourTimes(cache, engine, pipeline -> pipeline.below(texts()) + pipeline.apart(texts()));
  }

  static Object eachSeen(Cache cache, Engine engine) {
    return fourTimes(cache, engine, pipeline -> pipeline.eachSeen(texts()));
  }

  static Object sizesSeen(Cache cache, Engine engine) {
    return fourTimes(cache, engine, pipeline -> pipeline.sizesSeen(texts()));
  }

  static Object total(Cache cache, Engine engine) {
    return fourTimes(
        cache,
        engine,
        pipeline ->
            pipeline.total(
                DoubtfulPipeline.given()
                    .rows(List.of(List.of("1", "bad"), List.of("2"), List.of()))));
  }

  static Object answered(Cache cache, Engine engine) {
    return fourTimes(
        cache,
        engine,
        pipeline ->
            pipeline.answered(DoubtfulPipeline.given().questions(List.of("slow", "quick"))));
  }

  static Object over(Cache cache, Engine engine) {
    return fourTimes(
        cache,
        engine,
        pipeline ->
            pipeline
                .below(
                    DoubtfulPipeline.over()
                        .eachTexts(List.of(List.of("1", "bad"), List.of("2"), List.of("1"))))
                .values());
  }

  /** What has seen a failure is the same for all runs. */
  static Object overTheSame(Cache cache, Engine engine) {
    return fourTimes(
        cache,
        engine,
        pipeline ->
            pipeline
                .times(
                    DoubtfulPipeline.over()
                        .texts(List.of("1", "bad"))
                        .eachFactor(List.of(1, 2)))
                .values());
  }

  /** All outputs at once. */
  static Object outcomes(Cache cache, Engine engine) {
    return fourTimes(
        cache,
        engine,
        pipeline -> {
          DoubtfulPipeline.Inputs all =
              texts().factor(2).rows(List.of(List.of("1", "bad"))).questions(List.of("quick"));
          DoubtfulPipeline.Outputs outputs = pipeline.run(all);
          return outputs.numbers() + " " + outputs.below() + " " + outputs.total();
        });
  }
}
