package dev.millrace.runtime.spi;

import static dev.millrace.runtime.spi.LengthsMap.SOUND;
import static dev.millrace.runtime.spi.LengthsMap.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.RunListener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ProbeTest {

  @Test
  void tellsARunInOrder() {
    Told told = new Told();
    Probe probe = new Execution("P", Setup.DEFAULT.listener(told)).start(Memo.NONE);
    long since = probe.begin("passages");
    probe.end("passages", 1, since);
    probe.finished();
    assertEquals(List.of("run P", "begin passages", "end passages 1", "ran P"), told.lines);
  }

  @Test
  void tellsAFailureAndThrowsItAsItIs() {
    Told told = new Told();
    Probe probe = new Execution("P", Setup.DEFAULT.listener(told)).start(Memo.NONE);
    IOException failure = new IOException("no such file");
    assertSame(failure, assertThrows(IOException.class, () -> probe.failed(failure)));
    assertEquals(List.of("run P", "failed P: no such file"), told.lines);
  }

  @Test
  void throwsAFailureAsItIsWhereNobodyListens() {
    IOException failure = new IOException("no such file");
    Probe probe = new Execution("P", Setup.DEFAULT).start(Memo.NONE);
    assertSame(failure, assertThrows(IOException.class, () -> probe.failed(failure)));
  }

  @Test
  void tellsAMapChunkByChunkWithTheNodesInside() {
    Told told = new Told();
    LengthsMap.map(texts(300), SOUND, told);
    assertEquals(
        List.of(
            "run Lengths",
            "map labels 300",
            "begin labels.scale",
            "end labels.scale 1",
            "end labels.length 256",
            "end labels.scaled 256",
            "end labels.label 256",
            "at labels 256/300",
            "end labels.length 44",
            "end labels.scaled 44",
            "end labels.label 44",
            "at labels 300/300",
            "end labels 300"),
        told.lines);
  }

  @Test
  void tellsAMapOverNothing() {
    Told told = new Told();
    LengthsMap.map(List.of(), SOUND, told);
    assertEquals(List.of("run Lengths", "map labels 0", "end labels 0"), told.lines);
  }

  @Test
  void tellsAFailedMapAsFarAsItCame() {
    Told told = new Told();
    assertThrows(
        IllegalStateException.class,
        () ->
            LengthsMap.map(
                texts(300),
                new LengthsMap.Nodes() {
                  @Override
                  public Integer length(String text) {
                    if (text.equals("299")) {
                      throw new IllegalStateException();
                    }
                    return 1;
                  }
                },
                told));
    assertEquals(
        List.of(
            "run Lengths",
            "map labels 300",
            "begin labels.scale",
            "end labels.scale 1",
            "end labels.length 256",
            "end labels.scaled 256",
            "end labels.label 256",
            "at labels 256/300",
            "end labels.length 43",
            "end labels.scaled 43",
            "end labels.label 43"),
        told.lines);
  }

  /** A listener that throws at every event, as a language may that does not check exceptions. */
  private static final class Broken implements RunListener {
    private final Throwable thrown;
    private int told;

    Broken(Throwable thrown) {
      this.thrown = thrown;
    }

    private void fail() {
      told++;
      throw Rethrow.unchecked(thrown);
    }

    @Override
    public void runStarted(String pipeline) {
      fail();
    }

    @Override
    public void runFinished(String pipeline, Duration elapsed) {
      fail();
    }

    @Override
    public void nodeFinished(String node, long items, Duration elapsed) {
      fail();
    }

    @Override
    public void mapStarted(String node, long items) {
      fail();
    }
  }

  static List<Throwable> failures() {
    return List.of(
        new IllegalStateException(), new IOException(), new NoClassDefFoundError("gone"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aListenerThatFailsHarmsNothingAndIsLoggedOnce(Throwable thrown) {
    Broken listener = new Broken(thrown);
    try (Logs logs = new Logs()) {
      assertEquals(LengthsMap.map(texts(300), SOUND), LengthsMap.map(texts(300), SOUND, listener));
      assertEquals(1, listener.told);
      assertEquals(1, logs.all().size());
      assertEquals(
          "the listener " + Broken.class.getName() + " failed and is told no more of this run",
          logs.at(Level.WARNING).get(0).getMessage());
      assertSame(thrown, logs.at(Level.WARNING).get(0).getThrown());
    }
  }

  @Test
  void aListenerThatFailsLateIsToldNoMore() {
    Told told = new Told();
    RunListener late =
        new RunListener() {
          @Override
          public void nodeStarted(String node) {
            told.nodeStarted(node);
            throw new IllegalStateException();
          }

          @Override
          public void nodeFinished(String node, long items, Duration elapsed) {
            told.nodeFinished(node, items, elapsed);
          }

          @Override
          public void runFinished(String pipeline, Duration elapsed) {
            told.runFinished(pipeline, elapsed);
          }
        };
    try (Logs logs = new Logs()) {
      Probe probe = new Execution("P", Setup.DEFAULT.listener(late)).start(Memo.NONE);
      probe.end("passages", 1, probe.begin("passages"));
      probe.finished();
      assertEquals(List.of("begin passages"), told.lines);
      assertEquals(1, logs.all().size());
    }
  }

  @Test
  void aListenersErrorDoesNotHideWhatTheRunFailedWith() {
    AssertionError error = new AssertionError();
    RunListener broken =
        new RunListener() {
          @Override
          public void runFailed(String pipeline, Throwable failure) {
            throw error;
          }
        };
    IOException failure = new IOException();
    assertSame(
        failure,
        assertThrows(
            IOException.class,
            () ->
                new Execution("P", Setup.DEFAULT.listener(broken))
                    .start(Memo.NONE)
                    .failed(failure)));
    assertEquals(List.of(error), List.of(failure.getSuppressed()));
    assertSame(
        error,
        assertThrows(
            AssertionError.class,
            () ->
                new Execution("P", Setup.DEFAULT.listener(broken)).start(Memo.NONE).failed(error)));
    assertEquals(0, error.getSuppressed().length);
  }

  @Test
  void aNodesResultIsGivenBackUnlessItIsNull() {
    assertEquals("a", Probe.notNull("vec", "a"));
    assertEquals(
        "the node \"all.model\" returned null; declare the result @Nullable, or return a value",
        assertThrows(NullResultException.class, () -> Probe.notNull("all.model", null))
            .getMessage());
  }
}
