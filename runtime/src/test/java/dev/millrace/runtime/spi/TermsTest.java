package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.NodeTimeoutException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class TermsTest {
  private static final Class<?>[] IO = {IOException.class};
  private static final Class<?>[] NONE = {};

  private final List<String> events = new ArrayList<>();
  private final Rate rate =
      new Rate("vec", 1, 100, nanos -> events.add("turn after " + nanos), () -> 0);

  private Callable<String> failing(int times) {
    return () -> {
      events.add("call");
      if (events.stream().filter("call"::equals).count() <= times) {
        throw new IOException();
      }
      return "a";
    };
  }

  @Test
  void ofANodeThatHasNoneItIsJustCalled() {
    assertEquals("a", Terms.of("vec").<String>call(failing(0)));
    assertThrows(IOException.class, () -> Terms.of("vec").call(failing(9)));
  }

  @Test
  void eachAttemptIsACallThatWaitsItsTurn() {
    Attempts attempts = Terms.of("vec").attempts(3, 0, IO, NONE).attempts();
    assertEquals("a", new Terms("vec", rate, attempts, null).<String>call(failing(2)));
    assertEquals(List.of("call", "turn after 100", "call", "turn after 200", "call"), events);
  }

  @Test
  void eachAttemptHasTheTimeForItselfAndNotForItsTurn() {
    List<Long> armed = new ArrayList<>();
    Deadline deadline =
        new Deadline(
            "vec",
            7,
            (nanos, bell) -> {
              armed.add(nanos);
              events.add("time");
              return () -> {};
            });
    Attempts attempts = Terms.of("vec").attempts(2, 0, IO, NONE).attempts();
    assertEquals("a", new Terms("vec", rate, attempts, deadline).<String>call(failing(1)));
    assertEquals(List.of("time", "call", "turn after 100", "time", "call"), events);
    assertEquals(List.of(7L, 7L), armed);
  }

  @Test
  void anInterruptWhileItWaitsItsTurnIsThrownAsItIs() {
    InterruptedException interrupted = new InterruptedException();
    Rate slow =
        new Rate(
            "vec",
            1,
            100,
            nanos -> {
              throw interrupted;
            },
            () -> 0);
    Terms terms = new Terms("vec", slow, null, null);
    assertEquals("a", terms.<String>call(() -> "a"));
    assertSame(interrupted, assertThrows(InterruptedException.class, () -> terms.call(() -> "a")));
  }

  @Test
  void asTheyAreWrittenTheyHold() {
    Terms terms =
        Terms.of("vec")
            .rate(1000, 1_000_000_000)
            .attempts(2, 1, new Class<?>[] {Exception.class}, NONE)
            .within(1_000_000);
    NodeTimeoutException late =
        assertThrows(
            NodeTimeoutException.class,
            () ->
                terms.call(
                    () -> {
                      events.add("call");
                      new CountDownLatch(1).await();
                      return "never";
                    }));
    assertEquals("vec", late.node());
    assertEquals(List.of("call", "call"), events);
  }
}
