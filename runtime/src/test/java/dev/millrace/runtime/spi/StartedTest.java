package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.NullResultException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class StartedTest {
  private final Resources resources = new Resources("P", Setup.DEFAULT);
  private final Model.Diary diary = new Model.Diary();

  @Test
  void theCallsOverlap() {
    try (Started started = Started.none()) {
      CompletableFuture<String> first = new CompletableFuture<>();
      CompletableFuture<String> second = new CompletableFuture<>();
      Pending<String> a = started.add(0, "a", first);
      Pending<String> b = started.start(0, Terms.of("b"), () -> second);
      second.complete("b");
      first.complete("a");
      assertEquals("ab", a.join() + b.join());
    }
  }

  @Test
  void closingItCancelsWhatNobodyWaitedFor() {
    CompletableFuture<String> future = new CompletableFuture<>();
    try (Started started = Started.none()) {
      started.add(0, "a", future);
    }
    assertTrue(future.isCancelled());
  }

  @Test
  void aNodeThatReturnsNoStageFailsByItsName() {
    try (Started started = Started.none()) {
      Pending<String> call = started.add(0, "a", null);
      assertEquals(
          "\"a\" returned null, which is no stage; return one, and of null where the result is"
              + " @Nullable",
          assertThrows(NullResultException.class, call::join).getMessage());
    }
  }

  /** Makes a resource in a run, and starts something that outlasts it. */
  private void runWhile(CompletableFuture<String> work) {
    try (Leases leases = resources.begin();
        Started started = Started.with(leases)) {
      leases.own(Model.Handle.shared("a", diary), "disk", false);
      started.add(0, "a", work.minimalCompletionStage());
    }
    diary.add("run over");
  }

  @Test
  void resourcesLastUntilWhatWasStartedHasEnded() {
    CompletableFuture<String> work = new CompletableFuture<>();
    runWhile(work);
    assertEquals(List.of("open a", "run over"), diary.entries());
    resources.close();
    assertEquals(List.of("open a", "run over"), diary.entries());
    work.complete("late");
    assertEquals(List.of("open a", "run over", "close a"), diary.entries());
  }

  @Test
  void resourcesAreGivenBackWithTheRunWhereAllHasEnded() {
    runWhile(CompletableFuture.completedFuture("a"));
    assertEquals(List.of("open a", "close a", "run over"), diary.entries());
  }

  @Test
  void aResourceOfManyRunsLastsAsWell() {
    CompletableFuture<String> work = new CompletableFuture<>();
    try (Leases many = resources.begin()) {
      many.own(Model.Handle.shared("a", diary), "disk", false);
      try (Leases one = resources.begin(many);
          Started started = Started.with(one)) {
        started.add(0, "a", work.minimalCompletionStage());
      }
    }
    assertEquals(List.of("open a"), diary.entries());
    work.complete("late");
    assertEquals(List.of("open a", "close a"), diary.entries());
  }

  @Test
  void aFailureToCloseWhatOutlastedItsRunIsLogged() {
    CompletableFuture<String> work = new CompletableFuture<>();
    try (Logs logs = new Logs()) {
      try (Leases leases = resources.begin();
          Started started = Started.with(leases)) {
        leases.own(Model.Handle.shared("broken", diary), "disk", false);
        started.add(0, "a", work.minimalCompletionStage());
      }
      work.complete("late");
      assertEquals(
          List.of("what a call used that outlasted its run was not closed"),
          logs.all().stream().map(LogRecord::getMessage).toList());
    }
  }

  @Test
  void resourcesAreGivenBackWithTheRunWhereItCouldBeCancelled() {
    CompletableFuture<String> work = new CompletableFuture<>();
    try (Leases leases = resources.begin();
        Started started = Started.with(leases)) {
      leases.own(Model.Handle.shared("a", diary), "disk", false);
      started.add(0, "a", work);
    }
    assertEquals(List.of("open a", "close a"), diary.entries());
    assertFalse(Thread.interrupted());
  }
}
