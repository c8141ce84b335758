package failing;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.NoFreeInstanceException;
import dev.millrace.runtime.Outcome;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Nodes that call their own pipeline, which has no further instance for them. */
final class LoneScenarios {
  private LoneScenarios() {}

  /** What is checked with each engine, of a pipeline and of the same one served. */
  private interface Check {
    void of(LonePipeline pipeline) throws Exception;
  }

  private static void all(Check check) throws Exception {
    for (Engine engine : Engine.values()) {
      for (int lanes : new int[] {1, 2}) {
        try (LonePipeline pipeline =
            LonePipeline.builder().engine(engine).lanes(lanes).chunkRows(4).build()) {
          Ways.quietly(() -> check.of(pipeline));
          Ways.quietly(() -> check.of(pipeline.serve()));
        }
      }
    }
  }

  private static LonePipeline.Inputs given(Hooks hooks, Model model) {
    return LonePipeline.given()
        .number(5)
        .items(Ways.numbers(20))
        .only(Lone_OnlyResource.of(10))
        .hooks(hooks)
        .model(model);
  }

  private static boolean isTyped(Throwable thrown) {
    return thrown instanceof NoFreeInstanceException none
        && none.maxInstances() == 1
        && none.getMessage().startsWith("no instance is left for \"only\", ");
  }

  /** Calls the pipeline again, at the item 7 of one of its nodes. */
  private static final class Calling {
    private final LonePipeline pipeline;
    private final CountDownLatch taken = new CountDownLatch(1);

    Calling(LonePipeline pipeline) {
      this.pipeline = pipeline;
    }

    int at7(int item) throws Exception {
      if (item != 7) {
        return item;
      }
      taken.await(); // before that, the call might be the first to take the instance
      return pipeline.single(given(Hooks.NONE, Model.PLAIN));
    }

    LonePipeline.Inputs inTheFirst() {
      Hooks hooks =
          new Hooks() {
            @Override
            public int first(int item) throws Exception {
              return at7(item);
            }
          };
      return given(hooks, taking());
    }

    LonePipeline.Inputs inTheMiddle() {
      Hooks hooks =
          new Hooks() {
            @Override
            public int last(int item) throws Exception {
              return at7(item);
            }
          };
      return given(hooks, taking());
    }

    LonePipeline.Inputs inTheLast() {
      Model model =
          new Model() {
            @Override
            public int one(int item) throws Exception {
              taken.countDown();
              return at7(item / 10 - 1);
            }
          };
      return given(Hooks.NONE, model);
    }

    private Model taking() {
      return new Model() {
        @Override
        public int one(int item) {
          taken.countDown();
          return item;
        }
      };
    }
  }

  static Object aNodeWaitsForNoInstanceThatItsOwnRunHas() throws Exception {
    Ways ways = new Ways();
    all(
        pipeline -> {
          Hooks again =
              new Hooks() {
                @Override
                public int first(int item) throws Exception {
                  return pipeline.single(given(Hooks.NONE, Model.PLAIN));
                }
              };
          ways.same(
              "single", true, isTyped(Ways.thrown(() -> pipeline.single(given(again, Model.PLAIN)))));
          for (Function<Calling, LonePipeline.Inputs> where :
              List.<Function<Calling, LonePipeline.Inputs>>of(
                  Calling::inTheFirst, Calling::inTheMiddle, Calling::inTheLast)) {
            LonePipeline.Inputs strict = where.apply(new Calling(pipeline));
            ways.same("strict", true, isTyped(Ways.thrown(() -> pipeline.reads(strict))));
            List<Outcome<Integer>> soft = pipeline.softReads(where.apply(new Calling(pipeline)));
            ways.same("others", 19, Outcome.values(soft).size());
            ways.same(
                "the item's",
                true,
                soft.get(7) instanceof Outcome.Failed<Integer> failed && isTyped(failed.cause()));
          }
          ways.same("the next", 50, pipeline.single(given(Hooks.NONE, Model.PLAIN)));
        });
    return ways.told();
  }
}
