package dev.millrace.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells two observers, one after the other. One that fails is told no more; the other is. */
final class BothObservers implements RunObserver {
  private static final Logger LOGGER = System.getLogger("dev.millrace.runtime");

  private final List<RunObserver> told;

  BothObservers(RunObserver first, RunObserver second) {
    told = new CopyOnWriteArrayList<>(List.of(first, second));
  }

  /** Asks a listener who is told of a run: nobody, where it fails. */
  static RunObserver of(RunListener listener, RunInfo run) {
    try {
      return Objects.requireNonNull(
          listener.runStarted(run),
          "runStarted returned null; let it return RunObserver.NONE to be told nothing");
    } catch (Exception | LinkageError failure) {
      isBroken(listener, failure);
      return RunObserver.NONE;
    }
  }

  private static void isBroken(Object told, Throwable failure) {
    LOGGER.log(
        Level.WARNING,
        "the listener " + told.getClass().getName() + " failed and is told no more of this run",
        failure);
  }

  private void tell(Consumer<RunObserver> event) {
    for (RunObserver each : told) {
      try {
        event.accept(each);
      } catch (Exception | LinkageError failure) {
        told.remove(each);
        isBroken(each, failure);
      }
    }
  }

  @Override
  public void finished(Duration elapsed) {
    tell(each -> each.finished(elapsed));
  }

  @Override
  public void failed(Throwable failure) {
    tell(each -> each.failed(failure));
  }

  @Override
  public void nodeStarted(String node) {
    tell(each -> each.nodeStarted(node));
  }

  @Override
  public void nodeRecalled(String node, long hits, long misses) {
    tell(each -> each.nodeRecalled(node, hits, misses));
  }

  @Override
  public void nodeFinished(String node, long items, Duration elapsed) {
    tell(each -> each.nodeFinished(node, items, elapsed));
  }

  @Override
  public void batchFinished(String node, long size, Duration elapsed) {
    tell(each -> each.batchFinished(node, size, elapsed));
  }

  @Override
  public void mapStarted(String map, long items, long parents) {
    tell(each -> each.mapStarted(map, items, parents));
  }

  @Override
  public void mapAdvanced(String map, long done, long items, long failed) {
    tell(each -> each.mapAdvanced(map, done, items, failed));
  }
}
