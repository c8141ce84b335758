package opening;

import dev.millrace.runtime.Outcome;
import java.util.List;

/** Items of a run that has ended, tried again. */
public final class Reproducing {
  private Reproducing() {}

  private static TrialsPipeline.Inputs given() {
    return TrialsPipeline.given().scale(Trials_ScaleResource.of("s")).unit(10);
  }

  private static Outcome.Failed<?> failed(Outcome<?> outcome) {
    return (Outcome.Failed<?>) outcome;
  }

  /** There is one scale: each trial gives it back. */
  public static Object afterTheRun() throws Exception {
    try (var pipeline = TrialsPipeline.builder().build()) {
      var inputs = given().texts(List.of("x", "two"));
      Outcome.Failed<?> failed = failed(pipeline.weights(inputs).get(1));
      String before = Sharing.failure(failed::reproduce);
      Trials.Scale.mended = true;
      return failed.inputs()
          + " "
          + before
          + " / "
          + failed.reproduce()
          + " "
          + failed.reproduce()
          + " "
          + Outcome.values(pipeline.weights(inputs))
          + " "
          + Diary.read();
    }
  }

  public static Object withMoreThanOneResource() throws Exception {
    try (var pipeline = TrialsPipeline.builder().build()) {
      var inputs = given().texts(List.of("x")).label(OnnxResource.of("a"));
      Outcome.Failed<?> failed = failed(pipeline.weights(inputs).get(0));
      Trials.Scale.mended = true;
      return failed.reproduce() + " " + Diary.read();
    }
  }

  public static Object aNestedUse() throws Exception {
    try (var pipeline = TrialsPipeline.builder().build()) {
      var inputs = given().manyTexts(List.of(List.of("x"), List.of("y", "two")));
      Outcome.Failed<?> failed = failed(pipeline.sums(inputs).get(1));
      Trials.Scale.mended = true;
      return failed.node() + " " + failed.reproduce() + " " + Diary.read();
    }
  }

  /** The node's resource is tried once more. */
  public static Object whatANodeMakes() {
    try (var pipeline = IndexesPipeline.builder().build()) {
      var inputs = IndexesPipeline.given().word("b").manyWords(List.of("a b", "broken"));
      return Sharing.failure(failed(pipeline.finds(inputs).get(1))::reproduce);
    }
  }

  public static Object afterClosing() {
    Outcome.Failed<?> weight;
    Outcome.Failed<?> sum;
    try (var pipeline = TrialsPipeline.builder().build()) {
      var inputs = given().texts(List.of("two")).manyTexts(List.of(List.of("two")));
      weight = failed(pipeline.weights(inputs).get(0));
      sum = failed(pipeline.sums(inputs).get(0));
    }
    return Sharing.failure(weight::reproduce) + " " + Sharing.failure(sum::reproduce);
  }
}
