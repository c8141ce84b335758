package dev.millrace.samples.textstats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.runtime.ProgressSnapshot;
import dev.millrace.runtime.RunInfo;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WatchingTest {
  private static final ShelfPipeline.Inputs DATES =
      ShelfPipeline.given().dates(List.of("1848-02-24", "unknown", "1815-06-18"));

  @Test
  void aListenerSaysWhoIsToldWhatARunDoes() {
    List<String> ended = new ArrayList<>();
    RunListener listener =
        run ->
            new RunObserver() {
              @Override
              public void nodeFinished(String node, long items, Duration elapsed) {
                ended.add(run.pipeline() + "." + node + ": " + items);
              }
            };
    try (var pipeline = ShelfPipeline.builder().listener(listener).build()) {
      pipeline.years(DATES);
    }
    assertEquals(List.of("Shelf.years.year: 2", "Shelf.years: 3"), ended);
  }

  @Test
  void aRunSaysAtAnyTimeHowFarItHasCome() {
    AtomicReference<RunInfo> run = new AtomicReference<>();
    RunListener listener =
        begun -> {
          run.set(begun); // for another thread, that looks now and then
          return new RunObserver() {};
        };
    try (var pipeline = ShelfPipeline.builder().listener(listener).build()) {
      pipeline.years(DATES);
    }
    ProgressSnapshot.OfMap years = run.get().progress().maps().get(0);
    assertEquals(3, years.done());
    assertEquals(1, years.failed());
    ProgressSnapshot.OfNode year = run.get().progress().nodes().get(0);
    assertEquals("years.year", year.node());
    assertEquals(2, year.ok());
  }
}
