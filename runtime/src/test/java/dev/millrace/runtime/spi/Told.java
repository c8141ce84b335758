package dev.millrace.runtime.spi;

import dev.millrace.runtime.RunListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a listener is told, a line each; times only where they cannot be. */
final class Told implements RunListener {
  final List<String> lines = new ArrayList<>();

  private static String time(Duration elapsed) {
    return elapsed.isNegative() || elapsed.toMinutes() > 60 ? ", at an impossible time" : "";
  }

  @Override
  public void runStarted(String pipeline) {
    lines.add("run " + pipeline);
  }

  @Override
  public void runFinished(String pipeline, Duration elapsed) {
    lines.add("ran " + pipeline + time(elapsed));
  }

  @Override
  public void runFailed(String pipeline, Throwable failure) {
    lines.add("failed " + pipeline + ": " + failure.getMessage());
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
  public void mapStarted(String node, long items) {
    lines.add("map " + node + " " + items);
  }

  @Override
  public void mapAdvanced(String node, long done, long items) {
    lines.add("at " + node + " " + done + "/" + items);
  }
}
