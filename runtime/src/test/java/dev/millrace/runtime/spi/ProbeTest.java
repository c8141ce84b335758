package dev.millrace.runtime.spi;

import static dev.millrace.runtime.spi.LengthsMap.SOUND;
import static dev.millrace.runtime.spi.LengthsMap.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.RunInfo;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunObserver;
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
            "batch labels.scaled 256",
            "end labels.scaled 256",
            "end labels.label 256",
            "at labels 256/300",
            "end labels.length 44",
            "batch labels.scaled 44",
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
            "batch labels.scaled 256",
            "end labels.scaled 256",
            "end labels.label 256",
            "at labels 256/300",
            "end labels.length 43",
            "batch labels.scaled 43",
            "end labels.scaled 43",
            "end labels.label 43"),
        told.lines);
  }

  static List<Throwable> failures() {
    return List.of(
        new IllegalStateException(), new IOException(), new NoClassDefFoundError("gone"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aListenerThatFailsHarmsNothingAndIsLoggedOnce(Throwable thrown) {
    RunListener listener =
        run -> {
          throw Rethrow.unchecked(thrown);
        };
    try (Logs logs = new Logs()) {
      assertEquals(LengthsMap.map(texts(300), SOUND), LengthsMap.map(texts(300), SOUND, listener));
      assertEquals(1, logs.all().size());
      assertEquals(
          "the listener "
              + listener.getClass().getName()
              + " failed and is told no more of this run",
          logs.at(Level.WARNING).get(0).getMessage());
      assertSame(thrown, logs.at(Level.WARNING).get(0).getThrown());
    }
  }

  @Test
  void aListenerThatGivesNobodyIsLogged() {
    @SuppressWarnings("NullAway") // as one may be written that knows nothing of nullness
    RunListener listener = run -> null;
    try (Logs logs = new Logs()) {
      LengthsMap.map(texts(3), SOUND, listener);
      assertEquals(
          "runStarted returned null; let it return RunObserver.NONE to be told nothing",
          logs.at(Level.WARNING).get(0).getThrown().getMessage());
    }
  }

  @Test
  void whoWantsToBeToldNothingCostsNothing() {
    Probe probe =
        new Execution("P", Setup.DEFAULT.listener(run -> RunObserver.NONE)).start(Memo.NONE);
    assertFalse(probe.isOn());
  }

  /** Fails at one of its events, as a language may that does not check exceptions. */
  private static final class Broken implements RunListener, RunObserver {
    private final int at;
    private final Throwable thrown;
    private int told;

    Broken(int at, Throwable thrown) {
      this.at = at;
      this.thrown = thrown;
    }

    private void event() {
      if (told++ == at) {
        throw Rethrow.unchecked(thrown);
      }
    }

    @Override
    public RunObserver runStarted(RunInfo run) {
      event();
      return this;
    }

    @Override
    public void finished(Duration elapsed) {
      event();
    }

    @Override
    public void failed(Throwable failure) {
      event();
    }

    @Override
    public void nodeStarted(String node) {
      event();
    }

    @Override
    public void nodeFinished(String node, long items, Duration elapsed) {
      event();
    }

    @Override
    public void batchFinished(String node, long size, Duration elapsed) {
      event();
    }

    @Override
    public void mapStarted(String map, long items, long parents) {
      event();
    }

    @Override
    public void mapAdvanced(String map, long done, long items, long failed) {
      event();
    }
  }

  /** A run with every kind of event; all but the failure's are told where nothing is broken. */
  private static List<String> run(RunListener listener) {
    Probe probe = new Execution("P", Setup.DEFAULT.listener(listener)).start(Memo.NONE);
    probe.end("texts", 1, probe.begin("texts"));
    List<String> labels = new LengthsMap(probe, "labels", texts(300), SOUND).map();
    probe.finished();
    return labels;
  }

  @Test
  void aListenerMayFailAtAnyEventAndIsToldNoMore() {
    Broken sound = new Broken(-1, new IllegalStateException());
    List<String> labels = run(sound);
    int events = sound.told;
    assertEquals(18, events);
    for (Throwable thrown : failures()) {
      for (int at = 0; at < events; at++) {
        Broken broken = new Broken(at, thrown);
        try (Logs logs = new Logs()) {
          assertEquals(labels, run(broken));
          assertEquals(at + 1, broken.told);
          assertEquals(1, logs.all().size());
        }
      }
    }
  }

  @Test
  void aListenerThatFailsAtAFailureDoesNotHideIt() {
    IOException failure = new IOException();
    try (Logs logs = new Logs()) {
      Probe probe =
          new Execution("P", Setup.DEFAULT.listener(new Broken(1, new IllegalStateException())))
              .start(Memo.NONE);
      assertSame(failure, assertThrows(IOException.class, () -> probe.failed(failure)));
      assertEquals(0, failure.getSuppressed().length);
      assertEquals(1, logs.all().size());
    }
  }

  @Test
  void aListenersErrorDoesNotHideWhatTheRunFailedWith() {
    AssertionError error = new AssertionError();
    RunListener broken = run -> new Broken(0, error);
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
