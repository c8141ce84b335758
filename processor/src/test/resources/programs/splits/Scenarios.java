package splits;

import java.util.List;
import java.util.Map;

final class Scenarios {
  private static final CountsPipeline PIPELINE = CountsPipeline.builder().build();

  private Scenarios() {}

  static Object componentsAreOutputs() {
    var inputs = CountsPipeline.given().text("a bb");
    return PIPELINE.words(inputs) + " " + PIPELINE.count(inputs) + " " + PIPELINE.summary(inputs);
  }

  static Object theRecordIsComputedOnce() {
    PIPELINE.summary(CountsPipeline.given().text("a bb"));
    return Counts.RAN;
  }

  static Object aComponentGiven() {
    String summary = PIPELINE.summary(CountsPipeline.given().text("a bb").count(7));
    return summary + " " + Counts.RAN;
  }

  static Object allComponentsGiven() {
    String summary = PIPELINE.summary(CountsPipeline.given().words(List.of("x")).count(7));
    return summary + " " + Counts.RAN;
  }

  static Object oneComponentOfAStage() {
    return PIPELINE.size(CountsPipeline.given().text("a bb c"));
  }

  static Object ofAGenericRecord() {
    return PIPELINE.joined(CountsPipeline.given().size(3));
  }

  static Object ofAGenericRecordGiven() {
    return PIPELINE.joined(CountsPipeline.given().left("L").right(Map.of("k", List.of(1))));
  }

  static Object aNullComponentThatMayBe() {
    return PIPELINE.shown(CountsPipeline.given().text("").missing("none"));
  }

  static Object aNullComponentGiven() {
    return PIPELINE.shown(CountsPipeline.given().first(null).second("2")) + Counts.RAN;
  }

  static Object aNullComponentThatMayNot() {
    return PIPELINE.shown(CountsPipeline.given().text("a").missing("second"));
  }

  static Object aNullRecord() {
    return PIPELINE.shown(CountsPipeline.given().text("").missing("record"));
  }

  static Object mapped() {
    var inputs = CountsPipeline.given().texts(List.of("a", "b c"));
    return PIPELINE.summaries(inputs) + " " + PIPELINE.counts(inputs) + " " + Counts.RAN;
  }

  static Object mappedOverNothing() {
    var inputs = CountsPipeline.given().texts(List.of());
    return PIPELINE.summaries(inputs) + " " + PIPELINE.counts(inputs) + " " + Counts.RAN;
  }

  static Object once() {
    var inputs = CountsPipeline.given().one("aaa b");
    return PIPELINE.meanOfOne(inputs) + " " + PIPELINE.wordsOfOne(inputs);
  }

  static Object innerComponentAsOutput() {
    return PIPELINE.lengths(CountsPipeline.given().lines(List.of("a", "b c", "")));
  }

  static Object innerComponentGivenForEach() {
    return PIPELINE.means(CountsPipeline.given().divisors(List.of(1, 2)).text("aa bb"));
  }

  static Object everything() {
    var outputs =
        PIPELINE.run(
            CountsPipeline.inputs()
                .text("a b")
                .missing("none")
                .texts(List.of("t"))
                .one("o")
                .lines(List.of("l"))
                .divisors(List.of(1)));
    return List.of(outputs.words(), outputs.count(), outputs.left(), outputs.counts(), outputs.first());
  }

  static Object plan() {
    return PIPELINE.describe();
  }
}
