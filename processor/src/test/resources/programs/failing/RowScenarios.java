package failing;

import dev.millrace.runtime.FailedItem;
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** Items that fail, in any place; and how many there are. */
final class RowScenarios {
  private static final int ITEMS = 260;
  private static final int[] PLACES = {0, 6, 7, 255, 256, 259};

  private RowScenarios() {}

  private static Hooks poisoned(int stage, IntPredicate items) {
    return new Hooks() {
      @Override
      public int first(int item) {
        if (stage == 0 && items.test(item)) {
          throw new Poison(item);
        }
        return item;
      }

      @Override
      public int last(int middle) {
        if (stage == 2 && items.test(middle / 3)) {
          throw new Poison(middle / 3);
        }
        return middle + 1;
      }
    };
  }

  private static Model poisonedModel(int stage, IntPredicate items) {
    return new Model() {
      @Override
      public int one(int first) {
        if (stage == 1 && items.test(first)) {
          throw new Poison(first);
        }
        return first * 3;
      }
    };
  }

  private static FailingPipeline.Inputs poisoned(int count, int stage, IntPredicate items) {
    return Ways.given(count, poisoned(stage, items), poisonedModel(stage, items));
  }

  static Object anItemThatFailsFailsAloneWhereverItIs() throws Exception {
    List<String> nodes = List.of("first", "middle", "last");
    Ways ways = new Ways();
    return ways.all(
        pipeline -> {
          for (int stage = 0; stage < 3; stage++) {
            for (int place : PLACES) {
              FailingPipeline.Inputs inputs = poisoned(ITEMS, stage, item -> item == place);
              String what = "item " + place + " in " + nodes.get(stage);
              Throwable thrown = Ways.thrown(() -> pipeline.lasts(inputs));
              ways.same(what, "failing.Poison: poison " + place, "" + thrown);
              ways.same(
                  what + " is noted",
                  List.of("lasts." + nodes.get(stage) + "@" + place),
                  Poison.places(thrown));
              ways.same(
                  what + " among others",
                  "",
                  wrong(pipeline.softLasts(inputs), item -> item == place));
            }
          }
        });
  }

  static Object whereAllFailEachHasItsFailureAndTheLowestIsThrown() throws Exception {
    Ways ways = new Ways();
    return ways.all(
        pipeline -> {
          for (int stage = 0; stage < 3; stage++) {
            FailingPipeline.Inputs inputs = poisoned(ITEMS, stage, item -> true);
            ways.same("all", "", wrong(pipeline.softLasts(inputs), item -> true));
            ways.same(
                "the lowest",
                "failing.Poison: poison 0",
                "" + Ways.thrown(() -> pipeline.lasts(inputs)));
          }
        });
  }

  /** Returns which outcomes are not as they should be. */
  private static String wrong(List<Outcome<Integer>> outcomes, IntPredicate failed) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome<Integer> found = outcomes.get(i);
      boolean right =
          failed.test(i)
              ? found instanceof Outcome.Failed<Integer> failure
                  && failure.index() == i
                  && failure.cause() instanceof Poison poison
                  && poison.item == i
              : found.equals(new Outcome.Ok<>(i * 3 + 1));
      if (!right) {
        wrong.add(i + ": " + found);
      }
    }
    return outcomes.size() == ITEMS ? String.join(", ", wrong) : "of size " + outcomes.size();
  }

  static Object anyNumberOfItemsComesOutInOrder() throws Exception {
    Ways ways = new Ways();
    return ways.all(
        pipeline -> {
          for (int count : new int[] {0, 1, 2, 3, 6, 7, 8, 13, 14, 15, 255, 256, 257, 513}) {
            FailingPipeline.Inputs inputs = Ways.given(count, Hooks.NONE, Model.PLAIN);
            List<Integer> lasts = Ways.lasts(count);
            ways.same(count + " items", lasts, pipeline.lasts(inputs));
            ways.same(
                count + " outcomes",
                lasts.stream().map(Outcome.Ok::new).toList(),
                pipeline.softLasts(inputs));
          }
        });
  }

  static Object whatFailsInOneOfTwoBranchesIsJoinedNever() throws Exception {
    Ways ways = new Ways();
    return ways.all(
        pipeline -> {
          for (int branch : new int[] {0, 1}) {
            AtomicInteger joined = new AtomicInteger();
            Hooks failing = poisoned(branch, item -> item % 10 == 4);
            Hooks counting =
                new Hooks() {
                  @Override
                  public int first(int item) throws Exception {
                    return failing.first(item);
                  }

                  @Override
                  public int last(int sum) {
                    joined.incrementAndGet();
                    return sum;
                  }
                };
            FailingPipeline.Inputs inputs =
                Ways.given(100, counting, poisonedModel(branch, item -> item % 10 == 4));
            List<Outcome<Integer>> outcomes = pipeline.softJoins(inputs);
            ways.same("joined", 90, joined.get());
            for (int i = 0; i < 100; i++) {
              boolean right =
                  i % 10 == 4
                      ? outcomes.get(i) instanceof Outcome.Failed<Integer> failed
                          && failed.index() == i
                          && failed.node().equals("softJoins." + (branch == 0 ? "left" : "right"))
                      : outcomes.get(i).equals(new Outcome.Ok<>(i * 4));
              ways.same("item " + i + " of branch " + branch, true, right);
            }
            ways.same(
                "the lowest",
                "failing.Poison: poison 4",
                "" + Ways.thrown(() -> pipeline.joins(inputs)));
          }
        });
  }

  /** A stackless singleton, thrown by two nodes at two items, in maps of both kinds. */
  static Object anExceptionThatIsSharedNamesNoItemOfAnother() throws Exception {
    Ways ways = new Ways();
    return ways.all(
        pipeline -> {
          IllegalStateException shared = new IllegalStateException("shared");
          FailingPipeline.Inputs inputs = Ways.given(60, shared(shared, 5), shared(shared));
          for (int i = 0; i < 2; i++) {
            List<Outcome<Integer>> soft = pipeline.softLasts(inputs);
            ways.same("first", "softLasts.first 5 of 5", place(soft.get(5)));
            ways.same("middle", "softLasts.middle 9 of 9", place(soft.get(9)));
            ways.same("names none", List.of(), items(shared));
            ways.same("strict", shared, Ways.thrown(() -> pipeline.lasts(inputs)));
            ways.same("the strict", i == 0 ? List.of("lasts.first 5") : List.of(), items(shared));
            ways.same("alone", shared, Ways.thrown(() -> pipeline.joins(inputs)));
            ways.same("another", i == 0 ? List.of("joins.left 5") : List.of(), items(shared));
          }
        });
  }

  private static Hooks shared(RuntimeException shared, int at) {
    return new Hooks() {
      @Override
      public int first(int item) {
        if (item == at) {
          throw shared;
        }
        return item;
      }
    };
  }

  private static Model shared(RuntimeException shared) {
    return new Model() {
      @Override
      public int one(int first) {
        if (first == 9) {
          throw shared;
        }
        return first;
      }
    };
  }

  private static String place(Outcome<Integer> outcome) {
    Outcome.Failed<Integer> failed = (Outcome.Failed<Integer>) outcome;
    Object first = failed.inputs().values().iterator().next();
    return failed.node() + " " + failed.index() + " of " + first;
  }

  /** Returns the items that an exception names. */
  private static List<String> items(Throwable thrown) {
    return Arrays.stream(thrown.getSuppressed())
        .map(FailedItem.class::cast)
        .filter(each -> each.index() >= 0)
        .map(each -> each.node() + " " + each.index())
        .toList();
  }
}
