package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.Results;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many runs in one call: what becomes of resources that nodes make. */
final class SweepResourcesTest {
  private final Model.Diary diary = new Model.Diary();

  private Object own(HandMade.Use use, String name) {
    return use.leases().own(Model.Handle.shared(name, diary), "model", false);
  }

  private HandMade.Body says(String what) {
    return (values, use) -> diary.add(what);
  }

  @Test
  void oneThatIsTheSameForAllStaysOpenUntilTheLastHasEnded() {
    HandMade made =
        new HandMade("k")
            .node("model =", (values, use) -> own(use, "m"))
            .node("x = model, k", says("x"));
    made.sweep(made.each(made.over(), "k", 1, 2), "x");
    assertEquals(List.of("open m", "x", "x", "close m"), diary.entries());
    made.resources.close();
  }

  @Test
  void oneThatVariesIsClosedWithItsItem() {
    HandMade made =
        new HandMade("k")
            .node("model = k", (values, use) -> own(use, "m" + values.get(0)))
            .node("x = model", says("x"));
    made.sweep(made.each(made.over(), "k", 1, 2), "x");
    assertEquals(List.of("open m1", "x", "close m1", "open m2", "x", "close m2"), diary.entries());
  }

  @Test
  void equalOnesAreOneInstanceOnceItIsThereForAll() {
    HandMade made =
        new HandMade("k")
            .node("model =", (values, use) -> own(use, "m"))
            .node("other = k", (values, use) -> own(use, "m"))
            .node("x = model, other", says("x"));
    made.sweep(made.each(made.over(), "k", 1, 2), "x");
    assertEquals(List.of("open m", "x", "x", "close m"), diary.entries());
  }

  @Test
  void oneThatIsAskedForIsClosedWithThePipeline() {
    HandMade made =
        new HandMade("k")
            .node(
                "model = k",
                (values, use) ->
                    use.leases().own(Model.Handle.shared("m" + values.get(0), diary), "m", true));
    made.sweep(made.each(made.over(), "k", 1, 2, 1), "model");
    assertEquals(List.of("open m1", "open m2"), diary.entries());
    made.resources.close();
    assertEquals(List.of("open m1", "open m2", "close m2", "close m1"), diary.entries());
  }

  @Test
  void aPipelineThatIsClosedEndsTheCall() {
    HandMade made = new HandMade("k");
    made.node(
        "x = k",
        (values, use) -> {
          made.resources.close();
          return "x";
        });
    Settings over = made.each(made.over(), "k", 1, 2);
    assertThrows(PipelineClosedException.class, () -> made.sweep(over, "x"));
    assertEquals(List.of("x"), made.ran);
    assertThrows(PipelineClosedException.class, () -> made.sweep(over, "x"));
  }

  @Test
  void oneThatCannotBeClosedFailsItsItemAndNoNode() {
    HandMade made =
        new HandMade("k")
            .node("same =", says("same"))
            .node("model = k", (values, use) -> own(use, "broken" + values.get(0)))
            .node("x = same, model", says("x"));
    Results<Object> results = made.sweep(made.each(made.over(), "k", 1, 2), "x");
    assertEquals(
        List.of("Made", "Made"), results.failures().stream().map(Outcome.Failed::node).toList());
    assertEquals("broken2", results.failures().get(1).cause().getMessage());
    assertEquals(
        List.of("same", "open broken1", "x", "close broken1", "open broken2", "x", "close broken2"),
        diary.entries());
  }

  @Test
  void oneOfAllThatCannotBeClosedFailsTheCall() {
    HandMade made =
        new HandMade("k")
            .node("model =", (values, use) -> own(use, "broken"))
            .node("x = model, k", says("x"));
    Settings over = made.each(made.over(), "k", 1, 2);
    assertThrows(IOException.class, () -> made.sweep(over, "x"));
    assertEquals(List.of("open broken", "x", "x", "close broken"), diary.entries());
  }

  @Test
  void eachItemGivesBackWhatItLeased() {
    Model.Handle handle = Model.Handle.perWorker("m", diary, 1);
    HandMade made =
        new HandMade("k")
            .node(
                "x = k",
                (values, use) -> {
                  use.leases().<Model>hold(handle, "model").get();
                  return diary.add("x");
                });
    made.sweep(made.each(made.over(), "k", 1, 2), "x");
    assertEquals(List.of("open m", "x", "x"), diary.entries());
    try (Leases free = made.resources.begin()) {
      free.<Model>hold(handle, "model").get();
    }
  }
}
