package dev.millrace.runtime.spi;

import dev.millrace.runtime.observe.NodeCounts;
import dev.millrace.runtime.observe.Recorder;
import dev.millrace.runtime.observe.RunCounts;
import dev.millrace.runtime.observe.Span;
import dev.millrace.runtime.observe.StageCounts;
import org.jspecify.annotations.Nullable;

/**
 * What is told, counted and recorded of a map, or of the many runs of one call. Its beginning and
 * its end are noted by the thread that runs it, all else by any.
 */
final class MapWatch {
  private final Probe probe;
  private final Faults faults;
  private long since;
  private @Nullable Span span;

  /**
   * @param faults of the map, whose name they know
   */
  MapWatch(Probe probe, Faults faults) {
    this.probe = probe;
    this.faults = faults;
  }

  /**
   * Notes that it begins.
   *
   * @param parents of how many items of the map around it its items are
   */
  void started(long items, long parents) {
    since = probe.now();
    String map = faults.path();
    probe.back(map);
    Account account = probe.account();
    if (account != null) {
      account.mapStarted(map, items, parents);
    }
    span = Recorder.CURRENT.map(probe.execution().pipeline(), map, items);
  }

  /** Notes that it is done with more of its items. */
  void advanced(long more) {
    Account account = probe.account();
    if (account != null) {
      account.mapAdvanced(faults.path(), more);
    }
  }

  /**
   * Notes that it has ended.
   *
   * @param left how many of its items it will not be done with
   * @param failure what it has failed with, or null
   */
  void ended(long left, @Nullable Throwable failure) {
    Account account = probe.account();
    if (account != null && left > 0) {
      account.counts().map(faults.path()).expect(-left);
    }
    if (span != null) {
      span.end(faults.count(), failure);
    }
  }

  /** Notes that it has computed its items. */
  void finished(long items) {
    String map = faults.path();
    probe.ended(map);
    Account account = probe.account();
    if (account != null) {
      account.mapFinished(map, items, System.nanoTime() - since);
    }
  }

  /** Notes that an item has failed, which the item's own run tells of. */
  void itemFailed() {
    faults.fail();
    RunCounts counts = probe.counts();
    if (counts != null) {
      counts.map(faults.path()).fail();
    }
  }

  /** Notes that an item has failed in a node. */
  void itemFailed(String node, long item, Throwable thrown) {
    itemFailed();
    String place = faults.place(node);
    RunCounts counts = probe.counts();
    if (counts != null) {
      counts.node(place).fail();
    }
    Recorder.CURRENT.failed(probe.execution().pipeline(), place, item, thrown);
  }

  /** Notes that a twin is about to be called, and returns what is known of the call. */
  BatchCall batch(String node, Rows rows) {
    boolean isRecorded = Recorder.CURRENT.recordsBatches();
    if (probe.account() == null && !isRecorded) {
      return BatchCall.UNWATCHED;
    }
    int size = rows.count();
    Span recorded =
        isRecorded
            ? Recorder.CURRENT.batch(probe.execution().pipeline(), faults.place(node), size)
            : null;
    return new BatchCall(size, System.nanoTime(), recorded);
  }

  /** Notes that the twin has returned, and that so many items were computed. */
  void batchEnded(String node, BatchCall batch, Rows rows) {
    batch.end(null);
    if (probe.isOn()) {
      String place = faults.place(node);
      probe.ended(place);
      Account account = probe.account();
      if (account != null) {
        account.batchFinished(place, batch.size(), rows.count(), batch.nanos());
      }
    }
  }

  /** Returns what is counted of a stage, if anybody watches the run; or null. */
  @Nullable StageCounts stage(int stage, StageKind kind) {
    RunCounts counts = probe.counts();
    return counts == null ? null : counts.map(faults.path()).stage(stage, kind.name());
  }

  /** Lets who watches the run ask what is under way in some windows. */
  void show(Windows windows) {
    RunCounts counts = probe.counts();
    if (counts != null) {
      windows.forEach(each -> node(counts, each).ask(each, each::inFlight));
    }
  }

  /** Lets nobody ask any more. */
  void hide(Windows windows) {
    RunCounts counts = probe.counts();
    if (counts != null) {
      windows.forEach(each -> node(counts, each).forget(each));
    }
  }

  private NodeCounts node(RunCounts counts, Window window) {
    return counts.node(faults.place(window.node()));
  }
}
