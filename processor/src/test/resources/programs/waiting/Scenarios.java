package waiting;

import dev.millrace.runtime.NodeTimeoutException;
import dev.millrace.runtime.Outcome;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

final class Scenarios {
  private static final CallsPipeline PIPELINE = CallsPipeline.builder().build();

  private Scenarios() {}

  private static CallsPipeline.Inputs ask(String question) {
    return CallsPipeline.given().question(question);
  }

  private static CallsPipeline.Inputs fetch(String url, int failures) {
    return CallsPipeline.given().url(url).failures(failures);
  }

  private static CallsPipeline.Inputs items(String... items) {
    return CallsPipeline.given().items(List.of(items)).base(0);
  }

  /** A call of the pipeline. */
  private interface Call {
    Object get() throws Exception;
  }

  private static List<Object> failure(Call call) {
    try {
      return List.of("no failure", call.get());
    } catch (Exception failure) {
      return List.of(
          failure.getClass().getSimpleName() + ": " + failure.getMessage(),
          Arrays.stream(failure.getSuppressed()).map(Throwable::getMessage).toList(),
          Calls.RAN);
    }
  }

  static Object stages() {
    return PIPELINE.answer(ask("why"))
        + " "
        + PIPELINE.quoted(ask("why"))
        + " "
        + PIPELINE.doubled(ask("why"))
        + " "
        + PIPELINE.wildShown(ask("why"))
        + " "
        + PIPELINE.perhapsShown(ask("why"));
  }

  static Object aStageGiven() {
    return PIPELINE.doubled(CallsPipeline.given().answer("abc"))
        + " "
        + PIPELINE.doubled(CallsPipeline.given().length(5));
  }

  static Object aFailedStage() {
    return failure(() -> PIPELINE.quoted(ask("")));
  }

  static Object aStageOfNothing() {
    return failure(() -> PIPELINE.nothing(ask("why")));
  }

  static Object noStage() {
    return failure(() -> PIPELINE.noStage(ask("why")));
  }

  static Object triedAgain() throws IOException {
    return PIPELINE.fetched(fetch("u", 3)) + " " + Calls.RAN.size();
  }

  static Object triedInVain() {
    return failure(() -> PIPELINE.fetched(fetch("u", 9)));
  }

  static Object notTriedOn() {
    return failure(() -> PIPELINE.fetched(fetch("gone", 0)));
  }

  static Object notWorthIt() {
    return failure(() -> PIPELINE.fetched(fetch("bad", 0)));
  }

  static Object primitives() {
    return PIPELINE.counted(CallsPipeline.given().failures(2));
  }

  static Object aStageTriedAgain() {
    return PIPELINE.later(CallsPipeline.given().failures(1));
  }

  static Object aStageTriedInVain() {
    return failure(() -> PIPELINE.later(CallsPipeline.given().failures(2)));
  }

  static Object aStreamTriedAgain() {
    return PIPELINE.lines(CallsPipeline.given().failures(1)) + " " + Calls.RAN;
  }

  static Object nullTriedAgain() {
    return PIPELINE.none(CallsPipeline.given().failures(1)) + " " + Calls.RAN;
  }

  static Object tooSlow() {
    return failure(() -> PIPELINE.slow(ask("why")));
  }

  static Object notInterruptedAfterwards() throws InterruptedException {
    try {
      return PIPELINE.slow(ask("why"));
    } catch (NodeTimeoutException late) {
      return late.node() + " " + late.limit() + " " + Thread.currentThread().isInterrupted();
    }
  }

  static Object inTime() throws IOException {
    return PIPELINE.quick(ask("why"));
  }

  static Object failedInTime() {
    return failure(() -> PIPELINE.quick(ask("")));
  }

  static Object aStageTooSlow() {
    return failure(() -> PIPELINE.never(ask("why")));
  }

  static Object aStageNotStarted() {
    return failure(() -> PIPELINE.neverStarted(ask("why")));
  }

  static Object aStreamTooSlow() {
    return failure(() -> PIPELINE.endless(ask("why")));
  }

  static Object eachAttemptHasTheTime() {
    return failure(() -> PIPELINE.stubborn(ask("why")));
  }

  static Object mapped() throws IOException {
    return PIPELINE.squares(items("a", "bb")) + " " + Calls.RAN;
  }

  static Object mappedInVain() {
    return failure(() -> PIPELINE.squares(items("a", "bad")));
  }

  static Object mappedSoftly() throws IOException {
    return PIPELINE.outcomes(items("a", "bad", "bb")).stream().map(Scenarios::shown).toList();
  }

  private static String shown(Outcome<?> outcome) {
    return outcome instanceof Outcome.Failed<?> failed
        ? failed.node() + " " + failed.index() + " " + failed.inputs() + " " + failed.cause()
        : String.valueOf(((Outcome.Ok<?>) outcome).value());
  }

  static Object once() throws IOException {
    return PIPELINE.square(CallsPipeline.given().item("abc").base(0)) + " " + Calls.RAN;
  }

  static Object itemsTooSlow() throws InterruptedException {
    return PIPELINE.stucks(items("a", "b")).stream().map(Scenarios::shown).toList();
  }

  static Object theTwinIsTriedAgain() {
    return PIPELINE.sizes(items("a", "bb")) + " " + Calls.RAN;
  }

  static Object whatMayNotRunTwiceFailsItsBatch() throws IOException {
    return List.of(
        PIPELINE.sends(items("a", "b")), failure(() -> PIPELINE.sends(items("a", "bad"))));
  }

  static Object whatMayNotRunTwiceFailsEveryItem() throws IOException {
    return PIPELINE.sendings(items("a", "bad")).stream().map(Scenarios::shown).toList()
        + " "
        + Calls.RAN;
  }

  static Object plan() {
    return PIPELINE.describe();
  }
}
