package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.NullResultException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

final class AsyncTest {
  private static final IOException CAUSE = new IOException("away");

  private static void assertThrowsCause(CompletionStage<String> stage) {
    assertSame(CAUSE, assertThrows(IOException.class, () -> Async.<String>join("vec", stage)));
  }

  @Test
  void returnsWhatAStageComesTo() {
    assertEquals("a", Async.<Object>join("vec", CompletableFuture.completedFuture("a")));
    assertEquals("a", Async.<String>join("vec", CompletableFuture.completedStage("a")));
    assertNull(Async.<Object>join("vec", CompletableFuture.completedFuture(null)));
  }

  @Test
  void waitsForAnotherThread() throws Exception {
    CompletableFuture<String> future = new CompletableFuture<>();
    Running<String> waiting = Running.start(() -> Async.<String>join("vec", future)).waits();
    future.complete("a");
    assertEquals("a", waiting.join());
  }

  @Test
  void throwsTheNodesOwnExceptionHoweverItIsWrapped() {
    assertThrowsCause(CompletableFuture.failedFuture(CAUSE));
    assertThrowsCause(CompletableFuture.failedStage(CAUSE));
    assertThrowsCause(
        CompletableFuture.completedFuture("a")
            .thenApply(
                each -> {
                  throw new CompletionException(CAUSE);
                })
            .thenApply(each -> each + "b"));
    assertThrowsCause(
        CompletableFuture.failedFuture(new CompletionException(new ExecutionException(CAUSE))));
  }

  @Test
  void throwsAWrappingThatWrapsNothing() {
    CompletionException empty = new CompletionException("empty", null);
    CompletableFuture<String> failed = CompletableFuture.failedFuture(empty);
    assertSame(empty, assertThrows(CompletionException.class, () -> Async.join("vec", failed)));
  }

  @Test
  void throwsErrorsAsTheyAre() {
    Error error = new LinkageError();
    CompletableFuture<String> failed = CompletableFuture.failedFuture(error);
    assertSame(error, assertThrows(LinkageError.class, () -> Async.join("vec", failed)));
  }

  @Test
  void throwsACancellationAsItIs() {
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    cancelled.cancel(true);
    assertThrows(CancellationException.class, () -> Async.join("vec", cancelled));
    assertThrows(
        CancellationException.class,
        () -> Async.<String>join("vec", cancelled.thenApply(each -> each)));
  }

  @Test
  void cancelsTheFutureWhereItIsInterrupted() {
    CompletableFuture<String> future = new CompletableFuture<>();
    Running<String> waiting = Running.start(() -> Async.<String>join("vec", future)).waits();
    waiting.interrupt();
    assertThrows(InterruptedException.class, waiting::join);
    assertTrue(future.isCancelled());
  }

  @Test
  void leavesAStageAloneThatIsNoFuture() {
    CompletableFuture<String> source = new CompletableFuture<>();
    Running<String> waiting =
        Running.start(() -> Async.<String>join("vec", source.minimalCompletionStage())).waits();
    waiting.interrupt();
    assertThrows(InterruptedException.class, waiting::join);
    assertFalse(source.isDone());
  }

  @Test
  void returnsWhatIsThereEvenToAThreadThatIsInterrupted() {
    Thread.currentThread().interrupt();
    assertEquals("a", Async.<String>join("vec", CompletableFuture.completedFuture("a")));
    assertTrue(Thread.interrupted(), "and leaves the interrupt to others");
  }

  @Test
  void saysWhichNodeReturnedNoStage() {
    assertEquals(
        "\"vec\" returned null, which is no stage; return one, and of null where the result is"
            + " @Nullable",
        assertThrows(NullResultException.class, () -> Async.join("vec", null)).getMessage());
  }
}
