package failing;

import dev.millrace.runtime.BatchSizeException;
import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Twins that fail, or give something else than one result for each item. */
final class TwinScenarios {
  private static final int ITEMS = 100;
  private static final int POISON = 52;

  private TwinScenarios() {}

  private static Model giving(UnaryOperator<List<Integer>> results) {
    return new Model() {
      @Override
      public List<Integer> all(List<Integer> firsts) throws Exception {
        return results.apply(Model.super.all(firsts));
      }
    };
  }

  static Object onlyTheBatchWithThePoisonIsRunOneByOne() throws Exception {
    Ways ways = new Ways();
    Ways.quietly(
        () -> {
          for (int lanes : new int[] {1, 4}) {
            AtomicInteger twins = new AtomicInteger();
            AtomicInteger singulars = new AtomicInteger();
            Model poisoned =
                new Model() {
                  @Override
                  public int one(int first) {
                    singulars.incrementAndGet();
                    if (first == POISON) {
                      throw new Poison(first);
                    }
                    return first * 3;
                  }

                  @Override
                  public List<Integer> all(List<Integer> firsts) {
                    twins.incrementAndGet();
                    if (firsts.contains(POISON)) {
                      throw new Poison(POISON);
                    }
                    return firsts.stream().map(first -> first * 3).toList();
                  }
                };
            try (FailingPipeline pipeline = Ways.streamed(7, lanes)) {
              List<Outcome<Integer>> outcomes =
                  pipeline.softLasts(Ways.given(ITEMS, Hooks.NONE, poisoned));
              ways.same("twins", 15, twins.get());
              ways.same("one by one", 7, singulars.get());
              ways.same("values", ITEMS - 1, Outcome.values(outcomes).size());
              ways.same("failed", true, outcomes.get(POISON) instanceof Outcome.Failed<?>);
            }
          }
        });
    return ways.told();
  }

  static Object aTwinThatGivesAnotherNumberFailsItsBatchByName() throws Exception {
    Ways ways = new Ways();
    return ways.all(
        pipeline -> {
          check(ways, pipeline, BatchSizeException.class, all -> all.subList(1, all.size()));
          check(
              ways,
              pipeline,
              BatchSizeException.class,
              all -> {
                all.add(7);
                return all;
              });
          check(ways, pipeline, BatchSizeException.class, all -> List.of());
          check(ways, pipeline, NullResultException.class, all -> null);
        });
  }

  /** No result of such a batch is passed on, and the node is named. */
  private static void check(
      Ways ways,
      FailingPipeline pipeline,
      Class<? extends Exception> failure,
      UnaryOperator<List<Integer>> results)
      throws Exception {
    AtomicInteger passed = new AtomicInteger();
    Hooks counting =
        new Hooks() {
          @Override
          public int last(int middle) {
            return passed.incrementAndGet();
          }
        };
    FailingPipeline.Inputs inputs = Ways.given(ITEMS, counting, giving(results));
    Throwable thrown = Ways.thrown(() -> pipeline.lasts(inputs));
    ways.same("thrown", failure, thrown == null ? null : thrown.getClass());
    ways.same("named", true, thrown != null && thrown.getMessage().contains("\"middle\""));
    for (Outcome<Integer> each : pipeline.softLasts(inputs)) {
      ways.same(
          "an item",
          true,
          each instanceof Outcome.Failed<Integer> failed && failure.isInstance(failed.cause()));
    }
    ways.same("passed on", 0, passed.get());
  }

  static Object aNullAmongTheResultsFailsItsItemAlone() throws Exception {
    Ways ways = new Ways();
    return ways.all(
        pipeline -> {
          Model model =
              giving(
                  all -> {
                    Collections.replaceAll(all, POISON * 3, null);
                    return all;
                  });
          FailingPipeline.Inputs inputs = Ways.given(ITEMS, Hooks.NONE, model);
          List<Outcome<Integer>> outcomes = pipeline.softLasts(inputs);
          ways.same("values", ITEMS - 1, Outcome.values(outcomes).size());
          ways.same(
              "the item",
              true,
              outcomes.get(POISON) instanceof Outcome.Failed<?> failed
                  && failed.index() == POISON
                  && failed.cause() instanceof NullResultException);
          ways.same(
              "thrown",
              true,
              Ways.thrown(() -> pipeline.lasts(inputs)) instanceof NullResultException);
        });
  }

  static Object aTwinMayGiveOneListAgainAndAgain() throws Exception {
    Ways ways = new Ways();
    return ways.all(
        pipeline -> {
          ThreadLocal<List<Integer>> own = ThreadLocal.withInitial(ArrayList::new);
          Model reusing =
              giving(
                  all -> {
                    List<Integer> list = own.get();
                    list.clear();
                    list.addAll(all);
                    return list;
                  });
          ways.same(
              "results",
              Ways.lasts(ITEMS),
              pipeline.lasts(Ways.given(ITEMS, Hooks.NONE, reusing)));
        });
  }
}
