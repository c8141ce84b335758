package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.PipelineClosedException;
import dev.millrace.runtime.Resource;
import dev.millrace.runtime.ResourceOpenException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a pipeline opens and closes, for all its runs. */
final class ResourcesTest {
  private final Model.Diary diary = new Model.Diary();
  private final Resources resources = new Resources("HybridRetrieval", Setup.DEFAULT);

  private Model.Handle shared(String name) {
    return Model.Handle.shared(name, diary);
  }

  @Test
  void openNothingBeforeTheFirstUse() {
    try (Leases run = resources.begin()) {
      Held<Model> held = run.hold(shared("a"), "encoder");
      assertEquals(List.of(), diary.entries());
      Model model = held.get();
      assertEquals(List.of("open a"), diary.entries());
      assertSame(model, held.get());
    }
    resources.close();
    assertEquals(List.of("open a", "close a"), diary.entries());
  }

  @Test
  void openEqualHandlesOnceForAllRuns() {
    Set<Model> models = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      try (Leases run = resources.begin()) {
        models.add(run.<Model>hold(shared("a"), "encoder").get());
        models.add(run.<Model>hold(shared("a"), "reranker").get());
      }
    }
    assertEquals(1, models.size());
    assertEquals(List.of("open a"), diary.entries());
  }

  @Test
  void openOnceHoweverManyThreadsCome() throws Exception {
    for (int round = 0; round < 50; round++) {
      String name = "a" + round;
      List<Model> models =
          Running.together(
              8,
              i ->
                  () -> {
                    try (Leases run = resources.begin()) {
                      return run.<Model>hold(shared(name), "encoder").get();
                    }
                  });
      assertEquals(1, new HashSet<>(models).size());
      assertEquals(1, diary.count("open " + name));
    }
  }

  @Test
  void haveTheOthersWaitWhileOneOpens() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Resource<Model> slow =
        () -> {
          opening.countDown();
          go.await();
          return new Model("slow", diary);
        };
    try (Leases run = resources.begin()) {
      Held<Model> held = run.hold(slow, "encoder");
      Running<Model> first = Running.start(held::get);
      opening.await();
      Running<Model> second = Running.start(held::get).waits();
      Running<Model> third = Running.start(held::get).waits();
      third.interrupt();
      assertThrows(InterruptedException.class, third::join);
      Model other = run.<Model>hold(shared("quick"), "other").get(); // is not held up
      go.countDown();
      assertSame(first.join(), second.join());
      assertNotSame(other, first.join());
    }
    assertEquals(List.of("open quick", "open slow"), diary.entries());
  }

  @Test
  void closeInTheReverseOrderOfOpening() {
    try (Leases run = resources.begin()) {
      Held<Model> c = run.hold(shared("c"), "c");
      Held<Model> a = run.hold(shared("a"), "a");
      run.<Model>hold(shared("b"), "b").get();
      a.get();
      c.get();
    }
    resources.close();
    assertEquals(
        List.of("open b", "open a", "open c", "close c", "close a", "close b"), diary.entries());
    resources.close();
    assertEquals(6, diary.entries().size(), "once");
  }

  @Test
  void closeTheOthersWhereOneFails() {
    try (Leases run = resources.begin()) {
      for (String name : List.of("a", "broken 1", "b", "broken 2", "c")) {
        run.<Model>hold(shared(name), name).get();
      }
    }
    Exception failure = assertThrows(Exception.class, resources::close);
    assertEquals("broken 2", failure.getMessage());
    assertEquals("broken 1", failure.getSuppressed()[0].getMessage());
    assertEquals(10, diary.entries().size());
  }

  @Test
  void neverCloseWhatIsTheCallers() {
    Model live = new Model("live", diary);
    Model wrapped = new Model("wrapped", diary);
    try (Leases run = resources.begin()) {
      assertSame(live, run.<Model>hold(live, "encoder").get());
      assertSame(wrapped, run.<Model>hold(Resource.live(wrapped), "other").get());
      assertSame(wrapped, run.own(Resource.live(wrapped), "node", true));
      assertSame(wrapped, run.own(Resource.live(wrapped), "node", false));
    }
    resources.close();
    assertEquals(List.of("open live", "open wrapped"), diary.entries());
  }

  @Test
  void openNothingWhereNothingIsHeld() {
    try (Leases run = resources.begin()) {
      assertNull(Held.orNull(null));
      assertEquals("text", Held.orNull(run.<String>hold("text", "text")));
    }
  }

  @Test
  void closeNothingThatCannotBeClosed() {
    Resource<String> text = () -> "text";
    try (Leases run = resources.begin()) {
      assertEquals("text", run.<String>hold(text, "text").get());
    }
    resources.close();
  }

  @Test
  void tryAgainAfterAFailedOpen() {
    AtomicInteger tries = new AtomicInteger();
    IOException cause = new IOException("no such file");
    Resource<Model> flaky =
        new Resource<>() {
          @Override
          public Model open() throws IOException {
            if (tries.incrementAndGet() == 1) {
              throw cause;
            }
            return new Model("a", diary);
          }

          @Override
          public String toString() {
            return "OnnxEncoder(model.onnx)";
          }
        };
    try (Leases run = resources.begin()) {
      Held<Model> held = run.hold(flaky, "encoder");
      ResourceOpenException failed = assertThrows(ResourceOpenException.class, held::get);
      assertEquals(
          "could not open \"encoder\", OnnxEncoder(model.onnx): java.io.IOException: no such file",
          failed.getMessage());
      assertSame(cause, failed.getCause());
      assertTrue(failed.isInput());
      assertSame(held.get(), held.get());
      assertEquals(2, tries.get());
    }
  }

  @Test
  void sayWhichResourceOpenedToNull() {
    Resource<Model> none = () -> null;
    try (Leases run = resources.begin()) {
      ResourceOpenException failed =
          assertThrows(ResourceOpenException.class, run.<Model>hold(none, "encoder")::get);
      assertTrue(failed.getMessage().startsWith("\"encoder\", "), failed.getMessage());
      assertTrue(failed.getMessage().contains("opened to null"), failed.getMessage());
      assertFalse(
          assertThrows(ResourceOpenException.class, () -> run.own(() -> null, "index", false))
              .isInput());
    }
  }

  @Test
  void throwErrorsAndInterruptsOfOpeningAsTheyAre() {
    Error error = new LinkageError("no native library");
    InterruptedException interrupted = new InterruptedException();
    Resource<Model> unlinked =
        () -> {
          throw error;
        };
    Resource<Model> stopped =
        () -> {
          throw interrupted;
        };
    try (Leases run = resources.begin()) {
      assertSame(error, assertThrows(Error.class, run.<Model>hold(unlinked, "a")::get));
      assertSame(
          interrupted,
          assertThrows(InterruptedException.class, run.<Model>hold(stopped, "b")::get));
    }
  }

  @Test
  void refuseEverythingOnceClosed() {
    Leases run = resources.begin();
    Held<Model> used = run.hold(shared("a"), "a");
    Held<Model> unused = run.hold(shared("b"), "b");
    used.get();
    resources.close();
    assertEquals(List.of("open a"), diary.entries(), "a run is at work");
    assertEquals(
        "HybridRetrieval is closed; build another one, or close it after its last run",
        assertThrows(PipelineClosedException.class, used::get).getMessage());
    assertThrows(PipelineClosedException.class, unused::get);
    assertThrows(PipelineClosedException.class, () -> run.own(shared("c"), "c", true));
    assertThrows(PipelineClosedException.class, () -> run.reserve(used));
    assertThrows(PipelineClosedException.class, resources::begin);
    run.close();
    assertEquals(List.of("open a", "close a"), diary.entries());
  }

  @Test
  void areClosedByTheLastRunThatIsAtWork() {
    Leases first = resources.begin();
    Leases second = resources.begin();
    first.<Model>hold(shared("broken"), "a").get();
    resources.close();
    first.close();
    first.close();
    assertEquals(List.of("open broken"), diary.entries());
    assertEquals("broken", assertThrows(Exception.class, second::close).getMessage());
    assertEquals(List.of("open broken", "close broken"), diary.entries());
    second.close();
  }

  @Test
  void closeAtOnceWhatIsOpenedTooLate() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Resource<Model> slow =
        () -> {
          opening.countDown();
          go.await();
          return new Model("broken", diary);
        };
    Leases run = resources.begin();
    Running<Model> late = Running.start(run.<Model>hold(slow, "encoder")::get);
    opening.await();
    run.close();
    resources.close();
    go.countDown();
    PipelineClosedException closed = assertThrows(PipelineClosedException.class, late::join);
    assertArrayEquals(
        new String[] {"broken"},
        List.of(closed.getSuppressed()).stream().map(Throwable::getMessage).toArray());
    assertEquals(List.of("open broken", "close broken"), diary.entries());
  }

  @Test
  void closeWithItsRunWhatANodeReturned() {
    try (Leases run = resources.begin()) {
      Model first = run.own(shared("a"), "index", false);
      assertSame(first, run.own(shared("a"), "index", false));
      run.own(shared("b"), "index", false);
      assertEquals(List.of("open a", "open b"), diary.entries());
    }
    assertEquals(List.of("open a", "open b", "close b", "close a"), diary.entries());
    resources.close();
    assertEquals(4, diary.entries().size());
  }

  @Test
  void keepForThePipelineWhatIsAnOutput() {
    Model kept;
    try (Leases run = resources.begin()) {
      kept = run.own(shared("a"), "index", true);
    }
    try (Leases run = resources.begin()) {
      assertSame(kept, run.own(shared("a"), "index", true));
      assertSame(kept, run.own(shared("a"), "index", false), "the pipeline has it already");
      assertSame(kept, run.<Model>hold(shared("a"), "index").get());
    }
    assertEquals(List.of("open a"), diary.entries());
    resources.close();
    assertEquals(List.of("open a", "close a"), diary.entries());
  }

  @Test
  void endARunAlthoughWhatItMadeFailsToClose() {
    Leases run = resources.begin();
    run.own(shared("broken"), "index", false);
    assertEquals("broken", assertThrows(Exception.class, run::close).getMessage());
    run.close();
    resources.close();
    assertEquals(List.of("open broken", "close broken"), diary.entries());
  }
}
