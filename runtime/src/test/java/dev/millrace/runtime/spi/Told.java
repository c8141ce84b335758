package dev.millrace.runtime.spi;

import dev.millrace.runtime.RunInfo;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes down what a listener is told, a line each; times only where they cannot be. */
final class Told implements RunListener {
  final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  final List<RunInfo> runs = Collections.synchronizedList(new ArrayList<>());

  private static String time(Duration elapsed) {
    return elapsed.isNegative() || elapsed.toMinutes() > 60 ? ", at an impossible time" : "";
  }

  @Override
  public RunObserver runStarted(RunInfo run) {
    runs.add(run);
    lines.add("run " + run.pipeline());
    return new Lines(run);
  }

  private final class Lines implements RunObserver {
    private final RunInfo run;

    Lines(RunInfo run) {
      this.run = run;
    }

    @Override
    public void finished(Duration elapsed) {
      lines.add("ran " + run.pipeline() + time(elapsed));
    }

    @Override
    public void failed(Throwable failure) {
      lines.add("failed " + run.pipeline() + ": " + failure.getMessage());
    }

    @Override
    public void nodeStarted(String node) {
      lines.add("begin " + node);
    }

    @Override
    public void nodeFinished(String node, long items, Duration elapsed) {
      lines.add("end " + node + " " + items + time(elapsed));
    }

    @Override
    public void batchFinished(String node, long size, Duration elapsed) {
      lines.add("batch " + node + " " + size + time(elapsed));
    }

    @Override
    public void mapStarted(String map, long items, long parents) {
      lines.add("map " + map + " " + items + (parents == 1 ? "" : " of " + parents));
    }

    @Override
    public void mapAdvanced(String map, long done, long items, long failed) {
      lines.add(
          "at " + map + " " + done + "/" + items + (failed == 0 ? "" : ", " + failed + " failed"));
    }
  }
}
