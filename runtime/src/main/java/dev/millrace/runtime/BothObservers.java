package dev.millrace.runtime;

import java.time.Duration;

/** Tells two observers, one after the other. */
record BothObservers(RunObserver first, RunObserver second) implements RunObserver {
  @Override
  public void finished(Duration elapsed) {
    first.finished(elapsed);
    second.finished(elapsed);
  }

  @Override
  public void failed(Throwable failure) {
    first.failed(failure);
    second.failed(failure);
  }

  @Override
  public void nodeStarted(String node) {
    first.nodeStarted(node);
    second.nodeStarted(node);
  }

  @Override
  public void nodeFinished(String node, long items, Duration elapsed) {
    first.nodeFinished(node, items, elapsed);
    second.nodeFinished(node, items, elapsed);
  }

  @Override
  public void batchFinished(String node, long size, Duration elapsed) {
    first.batchFinished(node, size, elapsed);
    second.batchFinished(node, size, elapsed);
  }

  @Override
  public void mapStarted(String map, long items, long parents) {
    first.mapStarted(map, items, parents);
    second.mapStarted(map, items, parents);
  }

  @Override
  public void mapAdvanced(String map, long done, long items, long failed) {
    first.mapAdvanced(map, done, items, failed);
    second.mapAdvanced(map, done, items, failed);
  }
}
