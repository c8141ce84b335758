package dev.millrace.runtime.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.RunListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class ConsoleProgressTest {
  private static final long SECOND = 1_000_000_000;

  private final Screen screen = new Screen();
  private long now = 1234;
  private final RunListener terminal = new ConsoleProgress(screen.stream(), true, () -> now);
  private final RunListener plain = new ConsoleProgress(screen.stream(), false, () -> now);

  private void after(double seconds) {
    now += (long) (seconds * SECOND);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * SECOND));
  }

  // Plain

  @Test
  void aPlainStreamGetsALineWhereAMapBeginsAndWhereANodeEnds() {
    plain.runStarted("P");
    plain.nodeStarted("passages");
    plain.nodeFinished("passages", 1, seconds(0.25));
    plain.mapStarted("encodedPassages", 1000);
    after(1);
    plain.mapAdvanced("encodedPassages", 256, 1000);
    plain.nodeFinished("encodedPassages", 1000, seconds(4));
    plain.runFinished("P", seconds(5));
    assertEquals(
        """
        passages                   0.25 s
        encodedPassages            begins  1000 items
        encodedPassages            4.00 s  1000 items, 250/s
        """,
        screen.raw());
  }

  @Test
  void aPlainStreamIsNeverDrawnOn() {
    plain.mapStarted("encodedPassages", 1000);
    after(1);
    plain.mapAdvanced("encodedPassages", 256, 1000);
    plain.runFailed("P", new IllegalStateException());
    assertFalse(screen.raw().contains("\r"));
    assertEquals(List.of("encodedPassages            begins  1000 items", ""), screen.lines());
  }

  // A terminal

  @Test
  void aTerminalGetsABarThatGrowsInPlace() {
    terminal.mapStarted("encodedPassages", 1000);
    assertEquals(List.of("encodedPassages        [--------------------] 0/1000"), screen.lines());
    after(2);
    terminal.mapAdvanced("encodedPassages", 256, 1000);
    assertEquals(
        List.of("encodedPassages        [#####---------------] 256/1000  6 s left"),
        screen.lines());
    after(2);
    terminal.mapAdvanced("encodedPassages", 1000, 1000);
    assertEquals(
        List.of("encodedPassages        [####################] 1000/1000"), screen.lines());
    terminal.nodeFinished("encodedPassages", 1000, seconds(4));
    assertEquals(
        List.of("encodedPassages            4.00 s  1000 items, 250/s", ""), screen.lines());
    assertEquals(3 + 1, screen.raw().split("encodedPassages", -1).length - 1, "drawings");
  }

  @Test
  void aBarIsDrawnTenTimesASecondAtMostAndAtTheEnd() {
    terminal.mapStarted("vectors", 10);
    String started = screen.raw();
    after(0.099);
    terminal.mapAdvanced("vectors", 1, 10);
    assertEquals(started, screen.raw());
    after(0.001);
    terminal.mapAdvanced("vectors", 2, 10);
    String drawn = screen.raw();
    assertTrue(drawn.endsWith(" 2/10  0 s left"), drawn);
    terminal.mapAdvanced("vectors", 3, 10);
    assertEquals(drawn, screen.raw());
    terminal.mapAdvanced("vectors", 10, 10);
    assertTrue(screen.lines().get(0).endsWith(" 10/10"), screen.raw());
  }

  @Test
  void timesLeftAreRoundedToWhatAReaderWantsToKnow() {
    terminal.mapStarted("vectors", 1_000_000);
    after(100);
    terminal.mapAdvanced("vectors", 10_000, 1_000_000);
    assertTrue(screen.lines().get(0).endsWith(" 10000/1000000  3 h left"), screen.raw());
    terminal.mapAdvanced("vectors", 500_000, 1_000_000);
    after(100);
    terminal.mapAdvanced("vectors", 200_000, 1_000_000);
    assertTrue(screen.lines().get(0).endsWith(" 200000/1000000  13 min left"), screen.raw());
  }

  @Test
  void aMapOverNothingIsFullAndHasNoRate() {
    terminal.mapStarted("vectors", 0);
    assertEquals(List.of("vectors                [####################] 0/0"), screen.lines());
    terminal.nodeFinished("vectors", 0, seconds(0.001));
    assertEquals(List.of("vectors                    0.00 s  0 items", ""), screen.lines());
  }

  @Test
  void aRunTooShortToMeasureHasNoRate() {
    plain.mapStarted("vectors", 2);
    plain.nodeFinished("vectors", 2, Duration.ZERO);
    assertEquals("vectors                    0.00 s  2 items", screen.lines().get(1));
  }

  @Test
  void aLongNameIsShortenedInTheBarAndWholeInTheEnd() {
    String name = "allPredictionsOfTheEncodedQueries";
    terminal.mapStarted(name, 2_000_000_000);
    after(1_000_000);
    terminal.mapAdvanced(name, 1_000_000_000, 2_000_000_000);
    assertEquals(
        List.of("allPredictionsOfTheE.. [##########----------] 1000000000/2000000000  278 h left"),
        screen.lines());
    assertEquals(79, screen.lines().get(0).length(), "the cursor needs a column too");
    terminal.nodeFinished(name, 2_000_000_000, seconds(2_000_000));
    assertEquals(List.of(name + " 2000000.00 s  2000000000 items, 1000/s", ""), screen.lines());
  }

  @Test
  void nothingThatCanBeToldIsWiderThanATerminal() {
    for (long items : new long[] {1, 1000, Integer.MAX_VALUE}) {
      for (double elapsed : new double[] {0.2, 1e4, 1e9, 9e9}) {
        Screen wide = new Screen();
        long[] clock = new long[1];
        RunListener listener = new ConsoleProgress(wide.stream(), true, () -> clock[0]);
        listener.mapStarted("n".repeat(22), items);
        clock[0] = (long) (elapsed * SECOND);
        listener.mapAdvanced("n".repeat(22), items / 2, items);
        assertEquals(1, wide.lines().size(), wide.raw());
      }
    }
  }

  @Test
  void nestedPathsAreNotShown() {
    for (RunListener each : List.of(terminal, plain)) {
      each.mapStarted("predictions.hits", 10);
      each.mapAdvanced("predictions.hits", 10, 10);
      each.nodeFinished("predictions.hits", 10, seconds(1));
    }
    assertEquals("", screen.raw());
  }

  @Test
  void nestedPathsDoNotDisturbTheBarAroundThem() {
    terminal.mapStarted("predictions", 10);
    String drawn = screen.raw();
    after(1);
    terminal.mapStarted("predictions.hits", 4);
    terminal.mapAdvanced("predictions.hits", 4, 4);
    terminal.nodeFinished("predictions.hits", 4, seconds(1));
    assertEquals(drawn, screen.raw());
  }

  @Test
  void aFailedRunLeavesAnEmptyLine() {
    terminal.nodeFinished("passages", 1, seconds(0.25));
    terminal.mapStarted("vectors", 10);
    terminal.runFailed("P", new IllegalStateException());
    assertEquals(List.of("passages                   0.25 s", ""), screen.lines());
    terminal.mapStarted("vectors", 10);
    assertTrue(screen.raw().endsWith("] 0/10"), "the next run begins anew");
  }

  // Several runs at once

  @Test
  void theLinePassesToTheOtherRunWhenTheFirstOnesMapEnds() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      terminal.mapStarted("vectors", 10);
      other.submit(() -> terminal.mapStarted("hits", 7)).get();
      after(1);
      other.submit(() -> terminal.mapAdvanced("hits", 3, 7)).get();
      assertEquals(List.of("vectors                [--------------------] 0/10"), screen.lines());
      other.submit(() -> terminal.nodeFinished("queries", 1, seconds(1))).get();
      assertEquals(
          List.of(
              "queries                    1.00 s",
              "vectors                [--------------------] 0/10"),
          screen.lines());
      terminal.nodeFinished("vectors", 10, seconds(1));
      assertEquals(
          List.of(
              "queries                    1.00 s",
              "vectors                    1.00 s  10 items, 10/s",
              "hits                   [########------------] 3/7  1 s left"),
          screen.lines());
      other.submit(() -> terminal.runFailed("P", new IllegalStateException())).get();
      assertEquals("", screen.lines().get(2));
    } finally {
      other.shutdown();
    }
  }

  @Test
  void aRunThatFailsLeavesTheBarOfTheOther() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      other.submit(() -> terminal.mapStarted("vectors", 10)).get();
      terminal.mapStarted("vectors", 20);
      terminal.runFailed("P", new IllegalStateException());
      assertEquals(List.of("vectors                [--------------------] 0/10"), screen.lines());
    } finally {
      other.shutdown();
    }
  }

  @Test
  void runsOnManyThreadsDoNotGarbleEachOther() throws Exception {
    int threads = 4;
    int maps = 50;
    ExecutorService runs = Executors.newFixedThreadPool(threads);
    CyclicBarrier together = new CyclicBarrier(threads);
    RunListener listener =
        new ConsoleProgress(screen.slowStream(), true, System::nanoTime); // interleaves at random
    List<String> expected = new ArrayList<>();
    List<Future<?>> ends = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      String node = "vectors" + thread;
      for (int map = 0; map < maps; map++) {
        expected.add(String.format("%-22s     2.00 s  %d items, %d/s", node, 2 * map + 2, map + 1));
      }
      ends.add(
          runs.submit(
              () -> {
                together.await();
                for (int map = 0; map < maps; map++) {
                  int items = 2 * map + 2;
                  listener.mapStarted(node, items);
                  listener.mapAdvanced(node, 1, items);
                  listener.mapAdvanced(node, items, items);
                  listener.nodeFinished(node, items, seconds(2));
                }
                return null;
              }));
    }
    for (Future<?> end : ends) {
      end.get();
    }
    runs.shutdown();
    List<String> lines = new ArrayList<>(screen.lines());
    assertEquals("", lines.remove(lines.size() - 1));
    assertEquals(expected.stream().sorted().toList(), lines.stream().sorted().toList());
  }

  // Many runs in one call

  @Test
  void manyRunsHaveTheLineWhereNoListIsMapped() {
    terminal.mapStarted("P", 3);
    terminal.runStarted("P");
    terminal.mapStarted("vectors", 10);
    assertEquals(List.of("vectors                [--------------------] 0/10"), screen.lines());
    terminal.nodeFinished("vectors", 10, seconds(1));
    assertEquals(
        List.of(
            "vectors                    1.00 s  10 items, 10/s",
            "P                      [--------------------] 0/3"),
        screen.lines());
    terminal.runFinished("P", seconds(1));
    terminal.mapAdvanced("P", 1, 3);
    after(2);
    terminal.mapStarted("vectors", 10);
    terminal.runFailed("P", new IllegalStateException());
    assertEquals(
        "P                      [######--------------] 1/3  4 s left", screen.lines().get(1));
    terminal.mapAdvanced("P", 2, 3);
    after(1);
    terminal.mapAdvanced("P", 3, 3);
    terminal.nodeFinished("P", 3, seconds(3));
    assertEquals(
        List.of(
            "vectors                    1.00 s  10 items, 10/s",
            "P                          3.00 s  3 items, 1/s",
            ""),
        screen.lines());
  }
}
