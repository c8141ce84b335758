package dev.millrace.runtime.observe;

import dev.millrace.runtime.ProgressSnapshot;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of what maps over lists, all its beginnings together. */
public final class MapCounts {
  private final LongAdder items = new LongAdder();
  private final LongAdder done = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final Map<Integer, StageCounts> stages = new ConcurrentSkipListMap<>();

  MapCounts() {}

  /** Counts items that are to be mapped; fewer where some have become needless. */
  public void expect(long more) {
    items.add(more);
  }

  /** Counts items that it is done with. */
  public void advance(long more) {
    done.add(more);
  }

  /** Counts an item that has failed. */
  public void fail() {
    failed.increment();
  }

  /** Returns how many items there are, as far as is known. */
  public long items() {
    return items.sum();
  }

  /** Returns how many items it is done with. */
  public long done() {
    return done.sum();
  }

  /** Returns how many items have failed. */
  public long failed() {
    return failed.sum();
  }

  /** Returns what is counted of one of its stages. */
  public StageCounts stage(int index, String kind) {
    return stages.computeIfAbsent(index, first -> new StageCounts(kind));
  }

  /** What is done is read before what there is, which is never less. */
  ProgressSnapshot.OfMap snapshot(String map) {
    long doneNow = done();
    return new ProgressSnapshot.OfMap(
        map,
        doneNow,
        items(),
        failed(),
        stages.values().stream().map(StageCounts::snapshot).toList());
  }
}
