package dev.millrace.runtime.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a console shows, as it is seen, by a clock that the tests drive. */
final class ConsoleProgressTest {
  private static final long SECOND = 1_000_000_000;

  private final Screen screen = new Screen();
  private long now = 1234;
  private final RunListener terminal = new ConsoleProgress(screen.stream(), 80, () -> now);
  private final RunListener plain = new ConsoleProgress(screen.stream(), 0, () -> now);

  private void after(double seconds) {
    now += (long) (seconds * SECOND);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * SECOND));
  }

  private RunObserver onTerminal() {
    return terminal.runStarted(Watched.run("P"));
  }

  private RunObserver onPlain() {
    return plain.runStarted(Watched.run("P"));
  }

  private void assertShown(String text) {
    assertEquals(text, screen.text());
  }

  /** What the guide shows is what is seen. */
  private void assertGuideShows(String text) throws IOException {
    assertShown(text);
    String page = Files.readString(Path.of("..", "docs", "guide", "watching.md"));
    assertTrue(page.contains("```text\n" + text + "```"), text);
  }

  // Plain

  @Test
  void aPlainStreamGetsALineForEachTenthOneASecondAtMost() {
    RunObserver run = onPlain();
    run.nodeStarted("passages");
    run.nodeFinished("passages", 1, seconds(0.25));
    run.mapStarted("encodedPassages", 1000, 1);
    for (int done = 1; done <= 1000; done++) {
      after(0.03);
      run.mapAdvanced("encodedPassages", done, 1000, done / 300);
    }
    run.nodeFinished("encodedPassages", 1000, seconds(30));
    run.finished(seconds(31));
    assertEquals(
        """
        passages                   0.25 s
        encodedPassages            begins  1000 items
        encodedPassages              10 %  100/1000 items, 33/s, 27 s left
        encodedPassages              20 %  200/1000 items, 33/s, 24 s left
        encodedPassages              30 %  300/1000 items, 1 failed, 33/s, 21 s left
        encodedPassages              40 %  400/1000 items, 1 failed, 33/s, 18 s left
        encodedPassages              50 %  500/1000 items, 1 failed, 33/s, 15 s left
        encodedPassages              60 %  600/1000 items, 2 failed, 33/s, 12 s left
        encodedPassages              70 %  700/1000 items, 2 failed, 33/s, 9 s left
        encodedPassages              80 %  800/1000 items, 2 failed, 33/s, 6 s left
        encodedPassages              90 %  900/1000 items, 3 failed, 33/s, 3 s left
        encodedPassages           30.00 s  1000 items, 3 failed, 33/s
        """,
        screen.raw());
  }

  @Test
  void aPlainStreamGetsNoMoreThanALineASecond() {
    RunObserver run = onPlain();
    run.mapStarted("vectors", 1000, 1);
    for (int done = 1; done <= 1000; done++) {
      after(0.003);
      run.mapAdvanced("vectors", done, 1000, 0);
    }
    run.nodeFinished("vectors", 1000, seconds(3));
    assertEquals(
        """
        vectors                    begins  1000 items
        vectors                      33 %  334/1000 items, 333/s, 2 s left
        vectors                      66 %  668/1000 items, 333/s, 1 s left
        vectors                    3.00 s  1000 items, 333/s
        """,
        screen.raw());
  }

  @Test
  void aPlainStreamIsToldWhereAFailedRunHasStopped() {
    RunObserver run = onPlain();
    run.mapStarted("encodedPassages", 1000, 1);
    after(0.5);
    run.mapAdvanced("encodedPassages", 256, 1000, 0);
    run.failed(new IllegalStateException());
    assertEquals(
        """
        encodedPassages            begins  1000 items
        encodedPassages           stopped  256/1000 items
        """,
        screen.raw());
  }

  @Test
  void aPlainStreamIsToldOfWhatIsNestedInAMap() {
    RunObserver run = onPlain();
    run.mapStarted("predictions", 200, 1);
    run.mapStarted("predictions.hits", 1500, 150);
    after(1);
    run.mapAdvanced("predictions.hits", 256, 1500, 0);
    run.mapStarted("predictions.hits", 500, 50);
    after(1);
    run.mapAdvanced("predictions.hits", 2000, 2000, 7);
    run.nodeFinished("predictions.hits", 1500, seconds(1));
    after(1);
    run.mapAdvanced("predictions", 100, 200, 0);
    run.mapAdvanced("predictions", 200, 200, 0);
    run.nodeFinished("predictions", 200, seconds(4));
    assertEquals(
        """
        predictions                begins  200 items
          hits                             256/1500+ items, 256/s
        predictions                  50 %  100/200 items, 33/s, 3 s left
        predictions                4.00 s  200 items, 50/s
          hits                             2000 items, 7 failed, 500/s
        """,
        screen.raw());
  }

  // A terminal

  @Test
  void aTerminalGetsABarThatGrowsInPlace() {
    RunObserver run = onTerminal();
    run.mapStarted("encodedPassages", 1000, 1);
    assertShown("encodedPassages        [------------] 0/1000\n");
    after(2);
    run.mapAdvanced("encodedPassages", 256, 1000, 0);
    assertShown("encodedPassages        [###---------] 256/1000  128/s  6 s left\n");
    after(2);
    run.mapAdvanced("encodedPassages", 1000, 1000, 3);
    assertShown("encodedPassages        [############] 1000/1000  3 failed  250/s\n");
    run.nodeFinished("encodedPassages", 1000, seconds(4));
    assertShown("encodedPassages            4.00 s  1000 items, 3 failed, 250/s\n\n");
    assertEquals(3 + 1, screen.raw().split("encodedPassages", -1).length - 1, "drawings");
  }

  @Test
  void mapsInsideOthersHaveBarsBelowThemWithAllItemsThatAreKnown() throws IOException {
    RunObserver run = onTerminal();
    run.nodeFinished("corpus", 1, seconds(0.25));
    run.mapStarted("predictions", 400, 1);
    run.mapStarted("predictions.hits", 2560, 256);
    after(1);
    run.mapAdvanced("predictions.hits", 512, 2560, 2);
    assertShown(
        """
        corpus                     0.25 s
        predictions            [------------] 0/400
          hits                 [##----------] 512/2560+  2 failed  512/s
        """);
    after(1);
    run.mapStarted("predictions.hits.terms", 99, 3);
    run.mapAdvanced("predictions.hits.terms", 1, 99, 0);
    run.mapAdvanced("predictions", 256, 400, 0);
    run.mapStarted("predictions.hits", 1440, 144);
    run.mapAdvanced("predictions.hits", 3000, 4000, 2);
    after(0.1);
    run.mapAdvanced("predictions.hits", 3000, 4000, 2);
    assertGuideShows(
        """
        corpus                     0.25 s
        predictions            [#######-----] 256/400  122/s  1 s left
          hits                 [#########---] 3000/4000  2 failed  1429/s  1 s left
            terms              [------------] 1/99+  10/s
        """);
    run.mapAdvanced("predictions", 400, 400, 0);
    run.mapAdvanced("predictions.hits", 4000, 4000, 2);
    run.nodeFinished("predictions.hits", 2560, seconds(1));
    run.nodeFinished("predictions", 400, seconds(2.1));
    assertShown(
        """
        corpus                     0.25 s
        predictions                2.10 s  400 items, 190/s
          hits                             4000 items, 2 failed, 1905/s
            terms                          1 item, 0.5/s

        """);
  }

  @Test
  void aMapInsideAUseThatIsNotMappedIsNobodysChild() {
    RunObserver run = onTerminal();
    run.nodeStarted("search");
    run.mapStarted("search.hits", 10, 1);
    assertShown("search.hits            [------------] 0/10\n");
    run.nodeFinished("search.words", 1, seconds(1));
    run.nodeFinished("search.hits", 10, seconds(1));
    run.nodeFinished("search", 1, seconds(1));
    assertShown(
        """
        search.hits                1.00 s  0 items
        search                     1.00 s

        """);
  }

  @Test
  void barsAreDrawnTenTimesASecondAtMost() {
    RunObserver run = onTerminal();
    run.mapStarted("vectors", 10, 1);
    String started = screen.raw();
    after(0.099);
    run.mapAdvanced("vectors", 1, 10, 0);
    assertEquals(started, screen.raw());
    after(0.001);
    run.mapAdvanced("vectors", 2, 10, 0);
    String drawn = screen.raw();
    assertTrue(drawn.endsWith(" 2/10  20/s  0 s left"), drawn);
    run.mapAdvanced("vectors", 3, 10, 0);
    assertEquals(drawn, screen.raw());
  }

  @Test
  void timesLeftAreRoundedToWhatAReaderWantsToKnow() {
    RunObserver run = onTerminal();
    run.mapStarted("vectors", 1_000_000, 1);
    after(100);
    run.mapAdvanced("vectors", 10_000, 1_000_000, 0);
    assertShown("vectors                [------------] 10000/1000000  100/s  3 h left\n");
    after(100);
    run.mapAdvanced("vectors", 200_000, 1_000_000, 0);
    assertShown("vectors                [##----------] 200000/1000000  1000/s  13 min left\n");
  }

  @Test
  void aMapOverNothingIsFullAndHasNoRate() {
    RunObserver run = onTerminal();
    run.mapStarted("vectors", 0, 1);
    assertShown("vectors                [############] 0/0\n");
    run.nodeFinished("vectors", 0, seconds(0.001));
    assertShown("vectors                    0.00 s  0 items\n\n");
  }

  @Test
  void aLongNameIsShortenedInTheBarAndWholeInTheEnd() {
    String name = "allPredictionsOfTheEncodedQueries";
    RunObserver run = onTerminal();
    run.mapStarted(name, 2_000_000_000, 1);
    after(1_000_000);
    run.mapAdvanced(name, 1_000_000_000, 2_000_000_000, 1);
    assertShown("allPredictionsOfTheE.. [######------] 1000000000/2000000000  1 failed\n");
    run.mapAdvanced(name, 2_000_000_000, 2_000_000_000, 0);
    run.nodeFinished(name, 2_000_000_000, seconds(2_000_000));
    assertShown(name + " 2000000.00 s  2000000000 items, 1000/s\n\n");
  }

  @Test
  void nothingThatIsDrawnIsWiderThanATerminal() {
    for (int columns : new int[] {40, 60, 80, 200}) {
      for (String name : List.of("n".repeat(22), "n".repeat(90), "語".repeat(30))) {
        for (long items : new long[] {1, 1000, Integer.MAX_VALUE}) {
          for (double elapsed : new double[] {0.2, 1e4, 1e9, 9e9}) {
            Bar bar = new Bar(name, null, 0);
            bar.add(items / 2, items, items / 2);
            String drawn = bar.drawn("#12 ", (long) (elapsed * SECOND), columns);
            assertTrue(Columns.of(drawn) < columns, drawn);
          }
        }
      }
    }
  }

  @Test
  void moreBarsThanATerminalIsHighAreCounted() {
    RunObserver run = onTerminal();
    run.mapStarted("all", 2, 1);
    for (int i = 0; i < 9; i++) {
      run.mapStarted("all.x" + i, 2, 1);
    }
    after(1);
    run.mapAdvanced("all.x0", 1, 2, 0);
    List<String> lines = screen.lines();
    assertEquals(8, lines.size());
    assertEquals("... and 3 more", lines.get(7));
  }

  @Test
  void aFailedRunLeavesNoBar() {
    RunObserver run = onTerminal();
    run.nodeFinished("passages", 1, seconds(0.25));
    run.mapStarted("vectors", 10, 1);
    run.mapStarted("vectors.words", 10, 1);
    run.failed(new IllegalStateException());
    assertShown(
        """
        passages                   0.25 s
        vectors                   stopped  0/10 items

        """);
    onTerminal().mapStarted("vectors", 10, 1);
    assertTrue(screen.raw().endsWith("] 0/10"), "the next run begins anew");
  }

  // Several runs

  @Test
  void runsAtOnceAreNumberedAndHaveTheirOwnBars() {
    RunObserver first = onTerminal();
    first.nodeFinished("queries", 1, seconds(1));
    first.mapStarted("vectors", 10, 1);
    RunObserver second = onTerminal();
    second.mapStarted("vectors", 7, 1);
    after(1);
    second.mapAdvanced("vectors", 3, 7, 0);
    second.nodeFinished("queries", 1, seconds(1));
    assertShown(
        """
        queries                    1.00 s
        #2 queries                 1.00 s
        #1 vectors             [------------] 0/10
        #2 vectors             [#####-------] 3/7  3.0/s  1 s left
        """);
    first.mapAdvanced("vectors", 10, 10, 0);
    first.nodeFinished("vectors", 10, seconds(1));
    first.finished(seconds(1));
    assertShown(
        """
        queries                    1.00 s
        #2 queries                 1.00 s
        #1 vectors                 1.00 s  10 items, 10/s
        vectors                [#####-------] 3/7  3.0/s  1 s left
        """);
    second.failed(new IllegalStateException());
    assertEquals("vectors                   stopped  3/7 items", screen.lines().get(3));
  }

  @Test
  void theRunsOfACallAddToItsBarAndAreNotTold() {
    Watched call = Watched.run("P");
    RunObserver all = terminal.runStarted(call);
    all.mapStarted("P", 3, 1);
    RunObserver first = terminal.runStarted(Watched.of(call));
    first.nodeFinished("words", 1, seconds(1));
    first.mapStarted("vectors", 10, 1);
    after(1);
    first.mapAdvanced("vectors", 10, 10, 1);
    assertShown(
        """
        P                      [------------] 0/3
          vectors              [############] 10/10+  1 failed  10/s
        """);
    first.nodeFinished("vectors", 10, seconds(1));
    first.finished(seconds(1));
    all.mapAdvanced("P", 1, 3, 0);
    RunObserver second = terminal.runStarted(Watched.of(call));
    second.mapStarted("vectors", 30, 1);
    after(1);
    second.mapAdvanced("vectors", 10, 30, 0);
    assertShown(
        """
        P                      [####--------] 1/3  0.5/s  4 s left
          vectors              [######------] 20/40+  1 failed  10/s
        """);
    second.failed(new IllegalStateException());
    all.mapAdvanced("P", 2, 3, 1);
    RunObserver third = terminal.runStarted(Watched.of(call));
    third.mapStarted("vectors", 5, 1);
    third.mapAdvanced("vectors", 5, 5, 0);
    third.finished(seconds(0));
    after(1);
    all.mapAdvanced("P", 3, 3, 1);
    assertShown(
        """
        P                      [############] 3/3  1 failed  1.0/s
          vectors              [############] 25/25  1 failed  8.3/s
        """);
    all.nodeFinished("P", 3, seconds(3));
    all.finished(seconds(3));
    assertShown(
        """
        P                          3.00 s  3 items, 1 failed, 1.0/s
          vectors                          25 items, 1 failed, 8.3/s

        """);
  }

  @Test
  void runsOnManyThreadsDoNotGarbleEachOther() throws Exception {
    int threads = 4;
    int maps = 50;
    ExecutorService runs = Executors.newFixedThreadPool(threads);
    CyclicBarrier together = new CyclicBarrier(threads);
    RunListener listener =
        new ConsoleProgress(screen.slowStream(), 80, System::nanoTime); // interleaves at random
    List<String> expected = new ArrayList<>();
    List<Future<?>> ends = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      String node = "vectors" + thread;
      for (int map = 0; map < maps; map++) {
        expected.add(
            String.format("%-22s     2.00 s  %d items, %s/s", node, 20 * map + 20, 10 * map + 10));
      }
      ends.add(
          runs.submit(
              () -> {
                RunObserver run = listener.runStarted(Watched.run("P"));
                together.await();
                for (int map = 0; map < maps; map++) {
                  int items = 20 * map + 20;
                  run.mapStarted(node, items, 1);
                  run.mapAdvanced(node, 1, items, 0);
                  run.mapAdvanced(node, items, items, 0);
                  run.nodeFinished(node, items, seconds(2));
                }
                together.await();
                run.finished(seconds(2));
                return null;
              }));
    }
    for (Future<?> end : ends) {
      end.get();
    }
    runs.shutdown();
    List<String> lines = screen.lines();
    assertEquals("", lines.remove(lines.size() - 1), "no bar is left");
    List<String> sorted =
        lines.stream()
            .map(line -> line.substring(3))
            .map(line -> String.format("%-22s%s", line.substring(0, 8), line.substring(19)))
            .sorted()
            .toList();
    assertEquals(expected.stream().sorted().toList(), sorted);
  }
}
