package failing;

import dev.millrace.runtime.FailedItem;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.Resource;
import dev.millrace.runtime.ResourceOpenException;
import dev.millrace.runtime.Results;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** Nodes that run another pipeline, or another of the same name, or their own again. */
final class OtherScenarios {
  private static final Resource<Model> BROKEN =
      () -> {
        throw new IOException("broken");
      };

  private OtherScenarios() {}

  private static Hooks at30(Callable<?> call) {
    return new Hooks() {
      @Override
      public int first(int item) throws Exception {
        if (item == 30) {
          call.call();
        }
        return item;
      }
    };
  }

  /** The twin does it, too, so that its rows are run one by one. */
  private static Model model(Callable<?> call) {
    return new Model() {
      @Override
      public int one(int item) throws Exception {
        return Model.super.one(at30(call).first(item));
      }
    };
  }

  private static FailingPipeline.Inputs broken() {
    return FailingPipeline.given().items(Ways.numbers(3)).hooks(Hooks.NONE).model(BROKEN);
  }

  private static FailingPipeline closed() {
    FailingPipeline other = FailingPipeline.builder().build();
    other.close();
    return other;
  }

  static Object anotherPipelineThatIsClosedFailsOnlyTheItemThatCallsIt() throws Exception {
    FailingPipeline other = closed();
    Ways ways = new Ways();
    Callable<?> call = () -> other.lasts(Ways.given(3, Hooks.NONE, Model.PLAIN));
    Callable<?> serve = other::serve;
    ways.all(pipeline -> failsAlone(ways, pipeline, call, PipelineClosedException.class));
    return ways.all(pipeline -> failsAlone(ways, pipeline, serve, PipelineClosedException.class));
  }

  static Object whatAnotherRunCannotOpenFailsOnlyTheItemThatMakesIt() throws Exception {
    Ways ways = new Ways();
    try (FailingPipeline other = FailingPipeline.builder().build()) {
      ways.all(
          pipeline ->
              failsAlone(
                  ways, pipeline, () -> other.lasts(broken()), ResourceOpenException.class));
      return ways.all(
          pipeline ->
              failsAlone(
                  ways, pipeline, () -> pipeline.softLasts(broken()), ResourceOpenException.class));
    }
  }

  private static void failsAlone(
      Ways ways, FailingPipeline pipeline, Callable<?> call, Class<?> type) throws Exception {
    failsAlone(ways, pipeline, "first", type, Ways.given(60, at30(call), Model.PLAIN));
    failsAlone(ways, pipeline, "middle", type, Ways.given(60, Hooks.NONE, model(call)));
  }

  private static void failsAlone(
      Ways ways,
      FailingPipeline pipeline,
      String node,
      Class<?> type,
      FailingPipeline.Inputs inputs)
      throws Exception {
    List<Outcome<Integer>> soft = pipeline.softLasts(inputs);
    ways.same("kept", 59, Outcome.values(soft).size());
    Outcome.Failed<Integer> failed = (Outcome.Failed<Integer>) soft.get(30);
    ways.same("node", "softLasts." + node, failed.node());
    ways.same("cause", type, failed.cause().getClass());
    Throwable thrown = Ways.thrown(() -> pipeline.lasts(inputs));
    ways.same("thrown", type, thrown.getClass());
    ways.same(
        "noted",
        true,
        Arrays.stream(thrown.getSuppressed())
            .anyMatch(
                each ->
                    each instanceof FailedItem item
                        && item.node().equals("lasts." + node)
                        && item.index() == 30));
  }

  /** What the call itself was given, and cannot use, ends it. */
  static Object ofManyRunsThoseGoOnThatDoNotCallAnother() throws Exception {
    FailingPipeline other = closed();
    Ways ways = new Ways();
    Callable<?> call = () -> other.lasts(Ways.given(3, Hooks.NONE, Model.PLAIN));
    List<List<Integer>> lists = List.of(List.of(1), List.of(30), List.of(2));
    return ways.all(
        pipeline -> {
          Results<List<Integer>> results =
              pipeline.lasts(
                  FailingPipeline.over()
                      .hooks(at30(call))
                      .model(Model.PLAIN)
                      .eachItems(lists));
          ways.same("failed", 1L, (long) results.failures().size());
          Throwable strict =
              Ways.thrown(
                  () ->
                      pipeline.lasts(
                          FailingPipeline.over()
                              .hooks(Hooks.NONE)
                              .model(BROKEN)
                              .eachItems(lists)));
          ways.same("ends", true, strict instanceof ResourceOpenException);
          Hooks inner =
              at30(
                  () ->
                      pipeline.lasts(
                          FailingPipeline.over()
                              .hooks(Hooks.NONE)
                              .model(BROKEN)
                              .eachItems(lists)));
          ways.same(
              "within an item",
              59,
              Outcome.values(pipeline.softLasts(Ways.given(60, inner, Model.PLAIN))).size());
        });
  }
}
