package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.PipelineClosedException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call with resources, made again. */
final class AgainTest {
  private final Model.Diary diary = new Model.Diary();
  private final Resources resources = new Resources("P", Setup.DEFAULT);

  private static Again again(Held<Model> held) {
    return Again.of(run -> held.in(run).get(), held);
  }

  @Test
  void usesWhatItsRunHoldsWhileThatGoesOn() throws Exception {
    try (Leases run = resources.begin()) {
      Held<Model> held = run.hold(Model.Handle.perWorker("a", diary, 1), "encoder");
      assertSame(held.get(), again(held).call());
    }
  }

  @Test
  void leasesAfterItsRunAndGivesBack() throws Exception {
    Leases ended = resources.begin();
    Held<Model> held = ended.hold(Model.Handle.perWorker("a", diary, 1), "encoder");
    Model first = held.get();
    ended.close();
    assertSame(first, again(held).call());
    assertSame(first, again(held).call(), "it was given back");
    assertEquals(List.of("open a"), diary.entries());
  }

  @Test
  void hasAnInstanceOfItsOwnWhereAnotherRunHasOne() throws Exception {
    Leases ended = resources.begin();
    Held<Model> held = ended.hold(Model.Handle.perWorker("a", diary, 2), "encoder");
    ended.close();
    try (Leases other = resources.begin()) {
      Model others = held.in(other).get();
      assertNotSame(others, again(held).call());
    }
  }

  @Test
  void usesAnInstanceThatAllRunsShare() throws Exception {
    Leases ended = resources.begin();
    Held<Model> held = ended.hold(Model.Handle.shared("a", diary), "encoder");
    Model first = held.get();
    ended.close();
    assertSame(first, again(held).call());
  }

  @Test
  void opensWhatANodeMakes() throws Exception {
    Leases ended = resources.begin();
    ended.close();
    Again again = Again.in(ended, run -> run.own(Model.Handle.shared("a", diary), "node", true));
    assertSame(again.call(), again.call());
    resources.close();
    assertEquals(List.of("open a", "close a"), diary.entries());
  }

  @Test
  void needsNoPipelineWhereNothingWasGiven() throws Exception {
    Held<Model> none = null;
    assertNull(Again.of(run -> Held.inOrNull(none, run), none).call());
  }

  @Test
  void isRefusedOnceThePipelineIsClosed() {
    Leases ended = resources.begin();
    Again again = again(ended.hold(Model.Handle.shared("a", diary), "encoder"));
    ended.close();
    resources.close();
    assertThrows(PipelineClosedException.class, again::call);
    assertEquals(List.of(), diary.entries());
  }
}
