package twins;

import dev.millrace.runtime.BatchSizeException;
import dev.millrace.runtime.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

final class Scenarios {
  private static final UsesPipeline USES = UsesPipeline.builder().build();
  private static final UsesAlonePipeline ALONE = UsesAlonePipeline.builder().build();

  private Scenarios() {}

  private static UsesPipeline.Inputs texts(String... texts) {
    return UsesPipeline.given().texts(List.of(texts));
  }

  private static UsesAlonePipeline.Inputs alone(String... texts) {
    return UsesAlonePipeline.given().texts(List.of(texts));
  }

  private static List<String> told(Object result) {
    List<String> told = new ArrayList<>(List.of(String.valueOf(result)));
    told.addAll(Forms.CALLS);
    return told;
  }

  private static List<String> outcomes(List<Outcome<Integer>> outcomes) {
    List<String> shown = new ArrayList<>();
    for (Outcome<Integer> each : outcomes) {
      shown.add(
          each instanceof Outcome.Failed<Integer> failed
              ? failed.node() + " " + failed.index() + " " + failed.inputs()
              : String.valueOf(((Outcome.Ok<Integer>) each).value()));
    }
    return told(shown);
  }

  static Object otherName() {
    return told(USES.sums(UsesPipeline.given().lists(List.of(List.of(1, 2), List.of(), List.of(3)))));
  }

  static Object weighed() {
    return told(USES.weights(texts("four", "a", "muchtoolong", "bbb", "cc", "")));
  }

  static Object weighedPoison() {
    return outcomes(USES.someWeights(texts("four", "a", "bad", "cc")));
  }

  static Object counted() {
    return told(
        USES.pairs(UsesPipeline.given().lefts(List.of("a", "b", "c")).same("!")));
  }

  static Object sameWeight() {
    return told(
        USES.heavyPairs(
            UsesPipeline.given().same("ab").rights(List.of("1", "2", "3"))));
  }

  static Object later() {
    return outcomes(USES.laters(texts("one", "bad", "three")));
  }

  static Object sooner() {
    return told(USES.sooners(texts("a", "bb")));
  }

  static Object bothLater() {
    return told(USES.allLater(texts("a", "bb")));
  }

  static Object blocks() {
    return told(USES.uppers(texts("a", "b")));
  }

  static Object ints() {
    return told(USES.twices(UsesPipeline.given().numbers(List.of(1, 2, 3))));
  }

  static Object numbers() {
    return told(
        USES.mixtures(
            UsesPipeline.given()
                .bigs(List.of(1L, 2L))
                .smalls(List.of(0.5f, 0.25f))
                .width(100.0)));
  }

  static Object triedAgain() {
    return told(USES.trials(UsesPipeline.given().numbers(List.of(1, 2))));
  }

  static Object nulls() {
    return told(USES.keeps(UsesPipeline.given().maybes(Arrays.asList("a", null, ""))));
  }

  static Object impure() {
    return outcomes(USES.receipts(texts("four", "a", "bad", "cc")));
  }

  static Object instance() {
    return told(
        USES.greetings(texts("a", "b").greeter(new Forms.Greeter("hello "))));
  }

  static Object aloneOnce() {
    return told(ALONE.shown(UsesAlonePipeline.given().text("four")));
  }

  static Object aloneNestedOnce() {
    return told(ALONE.shownOnce(UsesAlonePipeline.given().other("four").times(2)));
  }

  static Object aloneForEach() {
    return told(ALONE.all(alone("one", "four", "a")));
  }

  static Object alonePoison() {
    return outcomes(ALONE.some(alone("one", "bad", "a")));
  }

  static Object aloneWithNull() {
    return told(
        ALONE.everybody(UsesAlonePipeline.given().people(Arrays.asList("Ann", null, "")))
            + " "
            + ALONE.known(UsesAlonePipeline.given().name(null)));
  }

  static Object aloneWithObstacle() {
    return told(ALONE.oneByOne(alone("a", "bb")));
  }

  static Object aloneBesideOverloads() {
    return told(
        ALONE.trapped(
                UsesAlonePipeline.given().items(List.of("a", List.of("b"))))
            + " "
            + ALONE.trappedOnce(UsesAlonePipeline.given().bait(List.of("c"))));
  }

  static Object aloneOfAnInstance() {
    Alone.Counter counter = new Alone.Counter();
    return told(
        ALONE.counts(UsesAlonePipeline.given().other("a").counter(counter))
            + " "
            + ALONE.allCounts(alone("b", "c").counter(counter)));
  }

  static Object aloneOfTheWrongSize() {
    try {
      return ALONE.none(UsesAlonePipeline.given().text("a"));
    } catch (BatchSizeException expected) {
      return told(expected.getMessage());
    }
  }

  static Object described() {
    return ALONE.describe();
  }
}
