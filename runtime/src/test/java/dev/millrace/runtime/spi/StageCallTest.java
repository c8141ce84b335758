package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.CancelledException;
import dev.millrace.runtime.NodeTimeoutException;
import dev.millrace.runtime.NullResultException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Times and threads are the test's: an alarm rings, a thread runs, when it says so. */
@Timeout(30)
final class StageCallTest {
  private static final Class<?>[] IO = {IOException.class};
  private static final Class<?>[] NONE = {};

  private final HandDriven hand = new HandDriven();
  private final UnderWay calls = new UnderWay(1, null, hand, hand);
  private final Terms plain = Terms.of("vec");
  private final Terms retried = plain.attempts(3, 100, IO, NONE);
  private final Terms limited = plain.within(1000);

  /** The stages that the node has returned, which the test completes. */
  private final List<CompletableFuture<String>> stages = new ArrayList<>();

  private CompletableFuture<String> stage() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    stages.add(stage);
    return stage;
  }

  private long since;

  private Pending<String> start(Terms terms) {
    return start(terms, this::stage);
  }

  private Pending<String> start(Terms terms, Callable<CompletionStage<String>> call) {
    try {
      return calls.start(new StageCall<String>(since, terms, calls, call));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static boolean isDone(Pending<?> call) {
    return call.stage().toCompletableFuture().isDone();
  }

  /** Rings, and runs what that asks for. */
  private void ring() {
    hand.ring();
    hand.runAll();
  }

  @AfterEach
  void nothingIsLeft() {
    assertEquals(List.of(), hand.armed());
    assertEquals(0, hand.waiting());
    assertFalse(Thread.interrupted());
  }

  @Test
  void endsAsItsStageDoes() {
    Pending<String> call = start(plain);
    assertFalse(isDone(call));
    stages.get(0).complete("a");
    assertEquals("a", call.join());
    assertEquals("a", call.stage().toCompletableFuture().getNow("none"));
  }

  @Test
  void endsAtOnceWhereTheStageIsComplete() {
    assertEquals("a", start(plain, () -> CompletableFuture.completedFuture("a")).join());
    assertEquals("a", start(plain, () -> CompletableFuture.completedStage("a")).join());
  }

  @Test
  void mayEndInNull() {
    Pending<String> call = start(plain);
    stages.get(0).complete(null);
    assertNull(call.join());
  }

  @Test
  void failsAsTheNodeDidHoweverItWasWrapped() {
    IOException cause = new IOException();
    Pending<String> call = start(plain);
    stages.get(0).completeExceptionally(new CompletionException(cause));
    assertSame(cause, assertThrows(IOException.class, call::join));
    List<Throwable> told = new ArrayList<>();
    call.stage().whenComplete((result, failure) -> told.add(failure));
    assertEquals(List.of(cause), told);
  }

  @Test
  void failsWhereTheMethodThrows() {
    IOException cause = new IOException();
    Pending<String> call =
        start(
            plain,
            () -> {
              throw cause;
            });
    assertSame(cause, assertThrows(IOException.class, call::join));
  }

  @Test
  void failsWhereThereIsNoStage() {
    Pending<String> call = start(plain, Slots::none);
    assertThrows(NullResultException.class, call::join);
  }

  @Test
  void failsWithAnErrorAsItIs() {
    Error error = new LinkageError();
    Pending<String> call = start(retried);
    stages.get(0).completeExceptionally(error);
    assertSame(error, assertThrows(LinkageError.class, call::join));
  }

  @Test
  void whoJoinsItMayBeInterrupted() {
    Pending<String> call = start(plain);
    Running<String> joining = Running.start(call::join).waits();
    joining.interrupt();
    assertThrows(InterruptedException.class, joining::join);
    stages.get(0).complete("a");
    assertEquals("a", call.join());
  }

  @Test
  void aStageThatCompletesTwiceCountsOnce() {
    Twice twice = new Twice();
    Pending<String> call = start(retried, () -> twice);
    twice.told.accept(null, new IOException("first"));
    twice.told.accept("a", null);
    assertFalse(isDone(call), "the attempt has failed");
    ring();
    twice.told.accept("b", null);
    twice.told.accept("c", null);
    assertEquals("b", call.join());
  }

  /** A stage that tells as often as it likes. */
  private static final class Twice extends CompletableFuture<String> {
    private BiConsumer<? super String, ? super Throwable> told = (result, failure) -> {};

    @Override
    public CompletableFuture<String> whenComplete(
        BiConsumer<? super String, ? super Throwable> action) {
      told = action;
      return this;
    }
  }

  @Test
  void aStageThatCannotBeAskedIsAFailure() {
    UnsupportedOperationException own = new UnsupportedOperationException();
    CompletableFuture<String> unusable =
        new CompletableFuture<>() {
          @Override
          public CompletableFuture<String> whenComplete(
              BiConsumer<? super String, ? super Throwable> action) {
            throw own;
          }
        };
    Pending<String> call = start(plain, () -> unusable);
    assertSame(own, assertThrows(UnsupportedOperationException.class, call::join));
  }

  @Test
  void isTriedAgainOnAThreadOfItsOwnLongerAfterEachAttempt() {
    Pending<String> call = start(retried);
    stages.get(0).completeExceptionally(new IOException("1"));
    assertWaitsFor(100);
    hand.ring();
    assertEquals(1, stages.size(), "not on the alarm's thread");
    assertEquals(1, hand.runAll());
    stages.get(1).completeExceptionally(new IOException("2"));
    assertWaitsFor(200);
    ring();
    stages.get(2).complete("a");
    assertEquals("a", call.join());
  }

  private void assertWaitsFor(long nanos) {
    long wait = hand.armed().get(0);
    assertTrue(wait >= nanos && wait <= nanos + nanos / 2, () -> "" + wait);
  }

  @Test
  void isNotTriedAgainOnTheThreadThatCompletesTheStage() {
    Pending<String> call = start(plain.attempts(2, 0, IO, NONE));
    stages.get(0).completeExceptionally(new IOException());
    assertEquals(1, stages.size());
    hand.runAll();
    stages.get(1).complete("a");
    assertEquals("a", call.join());
  }

  @Test
  void failsInTheEndWithWhatWasBeforeSuppressed() {
    IOException first = new IOException("1");
    IOException second = new IOException("2");
    IOException third = new IOException("3");
    Pending<String> call = start(retried);
    stages.get(0).completeExceptionally(first);
    ring();
    stages.get(1).completeExceptionally(second);
    ring();
    stages.get(2).completeExceptionally(third);
    assertSame(third, assertThrows(IOException.class, call::join));
    assertArrayEquals(new Throwable[] {first, second}, third.getSuppressed());
  }

  @Test
  void isNotTriedAgainOnWhatIsNotWorthIt() {
    Pending<String> call = start(retried);
    stages.get(0).completeExceptionally(new IllegalStateException());
    assertThrows(IllegalStateException.class, call::join);
    assertEquals(1, stages.size());
  }

  @Test
  void whenTheTimeIsOverTheStageIsCancelled() {
    Pending<String> call = start(limited);
    assertEquals(List.of(1000L), hand.armed());
    hand.ring();
    assertFalse(stages.get(0).isDone(), "what hangs on it is not run by the alarm");
    hand.runAll();
    assertTrue(stages.get(0).isCancelled());
    NodeTimeoutException timeout = assertThrows(NodeTimeoutException.class, call::join);
    assertEquals("vec", timeout.node());
  }

  @Test
  void aStageThatNeverEndsAndIsNoFutureIsLetGoOf() {
    CompletableFuture<String> source = new CompletableFuture<>();
    Pending<String> call = start(limited, source::minimalCompletionStage);
    ring();
    assertThrows(NodeTimeoutException.class, call::join);
    assertFalse(source.isDone());
    start(plain);
    stages.get(0).complete("its permit is free");
  }

  @Test
  void aResultInTimeDisarmsTheAlarm() {
    Pending<String> call = start(limited);
    stages.get(0).complete("a");
    assertEquals(List.of(), hand.armed());
    assertEquals("a", call.join());
  }

  @Test
  void aResultThatComesTooLateIsNotHeard() {
    CompletableFuture<String> source = new CompletableFuture<>();
    Pending<String> call = start(limited, source::minimalCompletionStage);
    ring();
    source.complete("late");
    assertThrows(NodeTimeoutException.class, call::join);
  }

  @Test
  void eachAttemptHasTheTimeForItself() {
    Pending<String> call =
        start(plain.attempts(2, 0, new Class<?>[] {Exception.class}, NONE).within(7));
    ring();
    assertEquals(2, stages.size());
    assertEquals(List.of(7L), hand.armed());
    ring();
    NodeTimeoutException timeout = assertThrows(NodeTimeoutException.class, call::join);
    assertInstanceOf(NodeTimeoutException.class, timeout.getSuppressed()[0]);
  }

  @Test
  void whenTheTimeIsOverBeforeThereIsAStageTheMethodIsInterrupted() {
    Pending<String> call =
        start(
            limited,
            () -> {
              hand.ring();
              new CountDownLatch(1).await();
              return stage();
            });
    NodeTimeoutException timeout = assertThrows(NodeTimeoutException.class, call::join);
    assertInstanceOf(InterruptedException.class, timeout.getCause());
  }

  @Test
  void aStageThatIsReturnedTooLateIsCancelled() {
    Pending<String> call =
        start(
            limited,
            () -> {
              hand.ring();
              return stage();
            });
    assertThrows(NodeTimeoutException.class, call::join);
    assertTrue(stages.get(0).isCancelled());
  }

  @Test
  void cancellingItCancelsTheStage() {
    Pending<String> call = start(limited);
    calls.close();
    assertTrue(stages.get(0).isCancelled());
    assertEquals(
        "the run was cancelled before \"vec\" was computed; run it again if it is wanted",
        assertThrows(CancelledException.class, call::join).getMessage());
  }

  @Test
  void cancellingItBetweenAttemptsEndsThem() {
    Pending<String> call = start(retried);
    stages.get(0).completeExceptionally(new IOException());
    calls.close();
    assertEquals(List.of(), hand.armed());
    assertThrows(CancelledException.class, call::join);
  }

  @Test
  void cancellingItBeforeAnAttemptFindsItsThreadEndsIt() {
    Pending<String> call = start(retried);
    stages.get(0).completeExceptionally(new IOException());
    hand.ring();
    calls.close();
    hand.runAll();
    assertEquals(1, stages.size());
    assertThrows(CancelledException.class, call::join);
  }

  @Test
  void whatAStageComesToAfterTheCancellationIsNotHeard() {
    CompletableFuture<String> source = new CompletableFuture<>();
    Pending<String> call = start(retried, source::minimalCompletionStage);
    calls.close();
    source.completeExceptionally(new IOException());
    assertThrows(CancelledException.class, call::join);
  }

  @Test
  void anAttemptThatWaitsForItsTurnWaitsAsLongAsTheRateSays() {
    Rate rate = new Rate("vec", 1, 5000, nanos -> {}, () -> 0);
    Pending<String> call =
        start(new Terms("vec", rate, plain.attempts(2, 10, IO, NONE).attempts(), null));
    stages.get(0).completeExceptionally(new IOException());
    ring(); // the back-off comes first
    assertEquals(List.of(5000L), hand.armed());
    ring();
    stages.get(1).complete("a");
    assertEquals("a", call.join());
  }

  @Test
  void theTimeThatItTookIsItsOwn() {
    since = System.nanoTime() - 1_000_000;
    Pending<String> call = start(plain);
    assertEquals(since, call.since(), "as long as it goes on");
    stages.get(0).complete("a");
    long ended = System.nanoTime();
    assertTrue(call.since() >= since);
    assertTrue(System.nanoTime() - call.since() <= ended - since);
    since = 0;
    Pending<String> unasked = start(plain, () -> CompletableFuture.completedFuture("a"));
    assertEquals(0, unasked.since(), "where nobody wants to know");
  }

  /** A turn that is taken before the back-off is long over after it. */
  @Test
  void anAttemptTakesItsTurnAfterItsBackOff() {
    AtomicLong clock = new AtomicLong();
    Rate rate = new Rate("vec", 1, 400, nanos -> {}, clock::get);
    Terms terms = new Terms("vec", rate, retried.attempts(), null);
    Pending<String> call = start(terms);
    stages.get(0).completeExceptionally(new IOException());
    clock.set(900);
    assertEquals(0, rate.take().in(), "another's turn, while this one waits");
    clock.set(1000);
    ring();
    assertEquals(1, stages.size(), "its turn is to come");
    assertEquals(List.of(300L), hand.armed());
    ring();
    stages.get(1).complete("a");
    assertTrue(isDone(call));
  }

  @Test
  void whoIsCancelledBeforeItsTurnLeavesThatToAnother() {
    Rate rate = new Rate("vec", 1, 400, nanos -> {}, () -> 0);
    Pending<String> call = start(new Terms("vec", rate, retried.attempts(), null));
    stages.get(0).completeExceptionally(new IOException());
    ring();
    assertEquals(List.of(400L), hand.armed());
    call.cancel(new CancelledException("vec"));
    assertEquals(400, rate.take().in());
  }
}
