package dev.millrace.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.millrace.runtime.observe.RunCounts;
import dev.millrace.runtime.spi.Logs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RunListenerTest {
  private final List<String> heard = new ArrayList<>();
  private final Logs logs = new Logs();

  @AfterEach
  void close() {
    logs.close();
  }

  private RunListener hearing(String name) {
    return run ->
        new RunObserver() {
          @Override
          public void nodeStarted(String node) {
            heard.add(name + " " + node);
          }

          @Override
          public void finished(Duration elapsed) {
            heard.add(name + " finished");
          }
        };
  }

  private static final RunListener BROKEN =
      run ->
          new RunObserver() {
            @Override
            public void nodeStarted(String node) {
              throw new IllegalStateException("broken");
            }
          };

  private static RunObserver begun(RunListener listener) {
    return listener.runStarted(new RunCounts("P", null));
  }

  @Test
  void bothAreToldInTheirOrder() {
    RunObserver both = begun(hearing("a").and(hearing("b")));
    both.nodeStarted("x");
    both.finished(Duration.ZERO);
    assertEquals(List.of("a x", "b x", "a finished", "b finished"), heard);
  }

  @Test
  void oneThatFailsSilencesNoOther() {
    for (RunListener listener : List.of(hearing("a").and(BROKEN), BROKEN.and(hearing("a")))) {
      heard.clear();
      RunObserver both = begun(listener);
      both.nodeStarted("x");
      both.finished(Duration.ZERO);
      assertEquals(List.of("a x", "a finished"), heard);
    }
    assertEquals(2, logs.at(Level.WARNING).size());
  }

  @Test
  void oneThatCannotBeginIsAsOneThatWantsToHearNothing() {
    RunListener failing =
        run -> {
          throw new IllegalStateException("broken");
        };
    RunObserver only = begun(failing.and(hearing("a")));
    only.nodeStarted("x");
    assertEquals(List.of("a x"), heard);
    assertSame(RunObserver.NONE, begun(failing.and(run -> RunObserver.NONE)));
  }
}
