package soak;

import dev.millrace.runtime.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * One pipeline from its building to its closing, used by several callers at once. What is drawn
 * depends on the seed alone, what the threads make of it does not.
 */
final class Episode {
  private static final int LIMIT_SECONDS = 60;

  private final Random random;
  private final Engine engine;
  private final int chunkRows;
  private final int lanes;
  private final boolean disturbed;
  private final Set<Thread> seen = ConcurrentHashMap.newKeySet();
  private final Tally tally = new Tally();

  Episode(long seed) {
    random = new Random(seed);
    engine = Engine.values()[random.nextInt(Engine.values().length)];
    chunkRows = new int[] {1, 2, 7, 64}[random.nextInt(4)];
    lanes = 1 + random.nextInt(4);
    disturbed = random.nextBoolean();
  }

  /** Returns what was wrong; empty for nothing. */
  String play() throws InterruptedException {
    LibraryPipeline pipeline =
        LibraryPipeline.builder().engine(engine).chunkRows(chunkRows).lanes(lanes).build();
    List<Thread> callers = new ArrayList<>();
    for (int caller = 0; caller < 3; caller++) {
      List<Run> runs = new ArrayList<>();
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        runs.add(new Run(random, disturbed, tally, seen, pipeline::close));
      }
      Thread thread =
          new Thread(
              () -> {
                for (Run run : runs) {
                  run.play(pipeline);
                  Thread.interrupted();
                }
              },
              "soak-caller-" + caller);
      thread.setDaemon(true);
      callers.add(thread);
    }
    callers.forEach(Thread::start);
    for (Thread caller : callers) {
      ended(caller);
    }
    pipeline.close();
    for (Thread thread : seen) {
      if (thread.getName().startsWith("Library-stage-")) {
        ended(thread);
      }
    }
    tally.require(
        tally.opened.get() == tally.closed.get(),
        "opened " + tally.opened + ", closed " + tally.closed);
    tally.require(tally.services.get() <= 1, "services " + tally.services);
    tally.require(tally.opened.get() <= 4, "opened " + tally.opened);
    return tally.wrong.isEmpty() ? "" : this + ": " + String.join("\n", tally.wrong);
  }

  private void ended(Thread thread) throws InterruptedException {
    thread.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
    if (!thread.isAlive()) {
      return;
    }
    StringBuilder told = new StringBuilder(thread + " does not end:");
    Thread.getAllStackTraces()
        .forEach(
            (each, stack) -> {
              told.append('\n').append(each);
              for (StackTraceElement call : stack) {
                told.append("\n    at ").append(call);
              }
            });
    throw new AssertionError(this + ": " + told);
  }

  @Override
  public String toString() {
    return engine
        + " in chunks of "
        + chunkRows
        + " on "
        + lanes
        + " lanes"
        + (disturbed ? ", disturbed" : "");
  }
}
