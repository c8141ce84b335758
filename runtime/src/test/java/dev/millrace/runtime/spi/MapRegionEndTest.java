package dev.millrace.runtime.spi;

import static dev.millrace.runtime.spi.LengthsMap.notes;
import static dev.millrace.runtime.spi.LengthsMap.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends a map where it is thrown. */
final class MapRegionEndTest {
  private static Throwable thrownByTwin(Throwable thrown, LengthsMap.Nodes nodes) {
    try (Logs logs = new Logs()) {
      Throwable failure = assertThrows(thrown.getClass(), () -> LengthsMap.map(texts(600), nodes));
      assertEquals(List.of(), logs.all());
      return failure;
    }
  }

  @Test
  void anInterruptOfATwinEndsTheRun() {
    InterruptedException interrupt = new InterruptedException();
    assertSame(
        interrupt,
        thrownByTwin(
            interrupt,
            new Twin(
                lengths -> {
                  throw interrupt;
                })));
  }

  @Test
  void aCancellationOfATwinEndsTheRun() {
    CancellationException cancelled = new CancellationException();
    assertSame(
        cancelled,
        thrownByTwin(
            cancelled,
            new Twin(
                lengths -> {
                  throw cancelled;
                })));
  }

  @Test
  void aTwinThatFailsForAnInterruptInOtherWordsEndsTheRunAndTheInterruptStays() {
    IllegalStateException words = new IllegalStateException("interrupted");
    assertSame(
        words,
        thrownByTwin(
            words,
            new Twin(
                lengths -> {
                  Thread.currentThread().interrupt();
                  throw words;
                })));
    assertTrue(Thread.interrupted(), "is still set, and cleared for the tests that follow");
  }

  @Test
  void anInterruptOfANodeIsNotSwallowedByTheFailureOfALowerItem() {
    InterruptedException interrupt = new InterruptedException();
    LengthsMap.Nodes nodes =
        new LengthsMap.Nodes() {
          @Override
          public Integer length(String text) throws InterruptedException {
            if (text.equals("7")) {
              throw interrupt;
            }
            return 1;
          }

          @Override
          public String label(String text, int scaled) {
            throw new IllegalStateException("runs on");
          }
        };
    assertSame(
        interrupt,
        assertThrows(InterruptedException.class, () -> LengthsMap.map(texts(600), nodes)));
    assertEquals(List.of("in the node \"labels.length\", item 7"), notes(interrupt));
  }

  static List<Error> errors() {
    return List.of(
        new OutOfMemoryError("thrown by a test"),
        new StackOverflowError(),
        new AssertionError(),
        new NoClassDefFoundError());
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorOfANodePassesThrough(Error error) {
    LengthsMap.Nodes nodes =
        new Twin(
            lengths -> {
              throw new AssertionError("runs on");
            }) {
          @Override
          public Integer length(String text) {
            if (text.equals("7")) {
              throw error;
            }
            return 1;
          }
        };
    assertSame(error, assertThrows(Error.class, () -> LengthsMap.map(texts(600), nodes)));
    assertEquals(List.of(), notes(error));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorOfATwinPassesThroughAndItsRowsAreNotRunOneByOne(Error error) {
    assertSame(
        error,
        thrownByTwin(
            error,
            new Twin(
                lengths -> {
                  throw error;
                })));
  }
}
