package dev.millrace.runtime.spi;

import dev.millrace.runtime.Engine;
import dev.millrace.runtime.exec.Lent;
import dev.millrace.runtime.exec.Meter;
import dev.millrace.runtime.exec.StageThreads;
import dev.millrace.runtime.exec.StreamedRun;
import dev.millrace.runtime.exec.Work;
import dev.millrace.runtime.observe.StageCounts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Takes the items of a map through its stages, chunk by chunk: on the caller's thread, or streamed,
 * where the stages have threads of their own and the caller feeds and drains them.
 */
final class MapRun {
  /** A ring has room for so many chunks for each lane: some take longer than others. */
  private static final int SLOTS_PER_LANE = 16;

  /**
   * So many rows for each call that is under way: those that have ended wait for one that takes its
   * time, and others are to begin meanwhile.
   */
  private static final int ROWS_PER_CALL = 8;

  private final MapRegion<?> map;
  private final Execution execution;
  private final int size;
  private int fed;
  private int done;

  /**
   * The first item of the lowest chunk that is known to have failed. Nobody hears of what comes
   * after that one, and what has effects must not go on behind a gap.
   */
  private final AtomicInteger failed = new AtomicInteger(Integer.MAX_VALUE);

  MapRun(MapRegion<?> map, int size) {
    this.map = map;
    this.execution = map.probe().execution();
    this.size = size;
  }

  /** Runs all items, or throws what the lowest failed with. */
  void run() throws Throwable {
    boolean isForced = execution.engine() == Engine.STREAMED;
    boolean isLong = size > execution.chunkRows() && execution.engine() == Engine.AUTO;
    if (size > 0 && (isForced || isLong) && !StageThreads.isCurrent()) {
      Chunk first = next();
      if (isForced || first.kinds().stream().anyMatch(StageKind::streams)) {
        stream(first);
        return;
      }
      first.runAll();
      done(first.rows());
      goOn();
    }
    while (done < size) {
      execution.requireOpen();
      Rows rows = Rows.all(done, Math.min(execution.chunkRows(), size - done));
      map.begin(rows);
      done(rows);
      goOn();
    }
  }

  /** An interrupt ends a map before its next chunk. */
  private void goOn() throws InterruptedException {
    if (done < size) {
      if (Thread.interrupted()) {
        throw new InterruptedException("with " + done + " of " + size + " items done");
      }
      Wanted.require("item " + done + " of " + size);
    }
  }

  private void stream(Chunk first) throws Throwable {
    int chunks = (size - 1) / execution.chunkRows() + 1;
    int lanes = Math.min(execution.lanes(), chunks);
    Holder caller = Errand.current();
    List<StreamedRun.Plan<Chunk>> plans = new ArrayList<>();
    for (int i = 0; i < first.kinds().size(); i++) {
      plans.add(plan(i, first.kinds().get(i), lanes, caller));
    }
    Meter feeding = new StageMeter(map.path(), 0, "FEED", "space", null);
    new StreamedRun<>(slots(chunks, lanes), plans, feeding)
        .run(new Chunks(first), chunk -> done(chunk.rows()), execution.threads());
  }

  /** Returns how many chunks may be under way. */
  private int slots(int chunks, int lanes) {
    long rows = (long) ROWS_PER_CALL * map.mostInFlight();
    long needed = Math.max(SLOTS_PER_LANE * lanes, (rows - 1) / execution.chunkRows() + 1);
    return powerOfTwo((int) Math.min(chunks, needed));
  }

  /**
   * @param caller for whom the caller is at work, and so are the stages; or null
   */
  private StreamedRun.Plan<Chunk> plan(
      int stage, StageKind kind, int lanes, @Nullable Holder caller) {
    StageCounts counts = map.counts(stage, kind);
    Work<Chunk> work =
        counts == null ? chunk -> chunk.run(stage) : chunk -> run(chunk, stage, counts);
    return new StreamedRun.Plan<>(
        caller == null
            ? chunk -> runWanted(chunk, work)
            : chunk -> Errand.run(LaneLeases.current(caller), () -> runWanted(chunk, work)),
        kind.hasManyLanes() ? lanes : 1,
        kind == StageKind.DEVICE ? map::another : () -> Lent.NOTHING,
        new StageMeter(map.path(), stage + 1, kind.name(), "input", counts));
  }

  private void runWanted(Chunk chunk, Work<Chunk> work) throws Throwable {
    int from = chunk.rows().from();
    if (from > failed.get()) {
      return;
    }
    try {
      work.run(chunk);
    } catch (Throwable thrown) {
      failed.accumulateAndGet(from, Math::min);
      throw thrown;
    }
    if (chunk.rows().failure() != null) {
      failed.accumulateAndGet(from, Math::min);
    }
  }

  private static void run(Chunk chunk, int stage, StageCounts counts) throws Exception {
    long since = System.nanoTime();
    chunk.run(stage);
    counts.passed(System.nanoTime() - since);
  }

  private static int powerOfTwo(int atLeast) {
    return atLeast <= 1 ? 1 : Integer.highestOneBit(atLeast - 1) << 1;
  }

  /** Returns the next chunk, which knows what its stages are to do. */
  private Chunk next() throws Exception {
    execution.requireOpen();
    Chunk chunk = new Chunk(fed, Math.min(execution.chunkRows(), size - fed));
    fed += chunk.rows().size(); // a whole chunk more might be past the largest int
    map.begin(chunk.rows());
    return chunk;
  }

  private void done(Rows rows) throws Throwable {
    Throwable thrown = rows.failure();
    if (thrown != null) {
      throw thrown;
    }
    done += rows.size();
    map.advanced(rows.size());
  }

  /** The chunks, the first of which is there already. */
  private final class Chunks implements Iterator<Chunk> {
    private Chunk first;
    private boolean hasFirst = true;

    Chunks(Chunk first) {
      this.first = first;
    }

    @Override
    public boolean hasNext() {
      return hasFirst || fed < size;
    }

    @Override
    public Chunk next() {
      if (hasFirst) {
        hasFirst = false;
        return first;
      }
      if (fed >= size) {
        throw new NoSuchElementException();
      }
      try {
        return MapRun.this.next();
      } catch (Exception thrown) {
        throw Rethrow.unchecked(thrown);
      }
    }
  }
}
