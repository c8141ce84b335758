package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.CancelledException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class AttemptsTest {
  private static final Class<?>[] ALL = {Exception.class};
  private static final Class<?>[] NONE = {};

  private final List<Long> waits = new ArrayList<>();
  private int calls;

  private Attempts attempts(int attempts, long backoff, Class<?>[] on, Class<?>[] notOn) {
    return new Attempts("vec", attempts, backoff, on, notOn, waits::add);
  }

  /** Throws these, one a call, and then returns "done". */
  private Callable<String> throwing(Throwable... failures) {
    Iterator<Throwable> next = Arrays.asList(failures).iterator();
    return () -> {
      calls++;
      if (next.hasNext()) {
        throw Rethrow.<RuntimeException>unchecked(next.next());
      }
      return "done";
    };
  }

  @Test
  void returnTheFirstResultThereIs() {
    Attempts three = attempts(3, 100, ALL, NONE);
    assertEquals("done", three.call(throwing()));
    assertEquals(List.of(), waits);
    assertEquals("done", three.call(throwing(new IOException(), new IOException())));
    assertEquals(4, calls);
    assertNull(three.<Object>call(() -> null));
  }

  @Test
  void throwTheLastFailureAsItIsWithTheOthersSuppressed() {
    IOException first = new IOException("1");
    IOException second = new IOException("2");
    IOException third = new IOException("3");
    Callable<String> call = throwing(first, second, third);
    assertSame(third, assertThrows(IOException.class, () -> attempts(3, 0, ALL, NONE).call(call)));
    assertArrayEquals(new Throwable[] {first, second}, third.getSuppressed());
    assertEquals(3, calls);
  }

  @Test
  void waitTwiceAsLongEachTime() {
    attempts(5, 100, ALL, NONE)
        .call(throwing(new IOException(), new IOException(), new IOException(), new IOException()));
    assertEquals(List.of(100L, 200L, 400L, 800L), waits);
  }

  @Property
  void neverWaitLessThanBeforeHoweverLong(
      @ForAll @LongRange(max = Long.MAX_VALUE) long backoff, @ForAll @IntRange(max = 70) int more) {
    List<Long> waited = new ArrayList<>();
    Attempts many = new Attempts("vec", more + 1, backoff, ALL, NONE, waited::add);
    Throwable[] failures = new Throwable[more];
    Arrays.setAll(failures, i -> new CheapException());
    assertEquals("done", many.call(throwing(failures)));
    assertEquals(more, waited.size());
    for (int i = 1; i < more; i++) {
      assertTrue(waited.get(i) >= waited.get(i - 1), () -> "" + waited);
    }
  }

  @Property
  void waitLongerByAHalfAtMost(@ForAll @LongRange(max = Long.MAX_VALUE / 2) long nanos) {
    long longer = Attempts.longer(nanos);
    assertTrue(longer >= nanos && longer - nanos <= nanos / 2, () -> nanos + " " + longer);
  }

  @Test
  void tryAgainOnlyWhatIsWorthIt() {
    Class<?>[] io = {IOException.class};
    Class<?>[] missing = {FileNotFoundException.class};
    Attempts some = attempts(3, 0, io, missing);
    for (Exception thrown :
        List.of(new FileNotFoundException(), new IllegalStateException(), new Exception())) {
      calls = 0;
      Callable<String> call = throwing(thrown);
      assertSame(thrown, assertThrows(Exception.class, () -> some.call(call)));
      assertEquals(1, calls, thrown::toString);
    }
    assertEquals("done", some.call(throwing(new IOException())));
  }

  @Test
  void neverTryAgainWhatSomebodyWantsToEnd() {
    Attempts three = attempts(3, 0, new Class<?>[] {Throwable.class}, NONE);
    for (Throwable thrown :
        List.of(
            new InterruptedException(),
            new CancellationException(),
            new CancelledException("vec"),
            new StackOverflowError())) {
      calls = 0;
      Callable<String> call = throwing(thrown);
      assertSame(thrown, assertThrows(Throwable.class, () -> three.call(call)));
      assertEquals(1, calls, thrown::toString);
    }
  }

  @Test
  void keepWhatFailedBeforeAnError() {
    IOException first = new IOException();
    Error error = new AssertionError();
    Callable<String> call = throwing(first, error);
    assertSame(error, assertThrows(Error.class, () -> attempts(3, 0, ALL, NONE).call(call)));
    assertArrayEquals(new Throwable[] {first}, error.getSuppressed());
  }

  @Test
  void endWhereTheWaitIsInterrupted() {
    InterruptedException interrupted = new InterruptedException();
    IOException first = new IOException();
    Attempts three =
        new Attempts(
            "vec",
            3,
            100,
            ALL,
            NONE,
            nanos -> {
              throw interrupted;
            });
    Callable<String> call = throwing(first);
    assertSame(interrupted, assertThrows(InterruptedException.class, () -> three.call(call)));
    assertArrayEquals(new Throwable[] {first}, interrupted.getSuppressed());
    assertEquals(1, calls);
  }

  @Test
  void endWhereTheThreadWasInterruptedEvenIfThereIsNoWait() {
    Attempts three = Attempts.of("vec", 3, 0, ALL, NONE);
    Callable<String> call =
        () -> {
          calls++;
          Thread.currentThread().interrupt();
          throw new IOException();
        };
    assertThrows(InterruptedException.class, () -> three.call(call));
    assertEquals(1, calls);
    assertFalse(Thread.interrupted());
  }

  @Test
  void standAnExceptionThatIsThrownAgainAndAgain() {
    IOException shared = new IOException();
    IOException other = new IOException();
    for (int i = 0; i < 3; i++) {
      assertThrows(
          IOException.class, () -> attempts(3, 0, ALL, NONE).call(throwing(shared, other, shared)));
      assertThrows(
          IOException.class, () -> attempts(3, 0, ALL, NONE).call(throwing(other, shared, other)));
    }
    assertArrayEquals(new Throwable[] {other}, shared.getSuppressed());
    assertArrayEquals(new Throwable[] {}, other.getSuppressed());
  }

  @Test
  void areOneAtLeast() {
    assertEquals(
        "\"vec\" cannot have 0 attempts, 5ns apart",
        assertThrows(IllegalArgumentException.class, () -> Attempts.of("vec", 0, 5, ALL, NONE))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Attempts.of("vec", 1, -5, ALL, NONE));
    IOException thrown = new IOException();
    Callable<String> call = throwing(thrown);
    assertSame(thrown, assertThrows(IOException.class, () -> attempts(1, 5, ALL, NONE).call(call)));
  }

  /** One that costs no stack trace. */
  private static final class CheapException extends Exception {
    private static final long serialVersionUID = 1L;

    CheapException() {
      super("", null, false, false);
    }
  }
}
