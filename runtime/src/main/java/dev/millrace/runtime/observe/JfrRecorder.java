package dev.millrace.runtime.observe;

import org.jspecify.annotations.Nullable;

/**
 * The JVM's own recorder. One event of each kind is asked whether it is enabled, and begun only
 * then: once a recording has been there and gone, a beginning would read the clock for ever.
 */
final class JfrRecorder implements Recorder {
  private static final RunEvent RUN = new RunEvent("");
  private static final MapEvent MAP = new MapEvent("", "", 0);
  private static final BatchEvent BATCH = new BatchEvent("", "", 0);
  private static final StallEvent STALL = new StallEvent("", 0, "", "");
  private static final NodeFailureEvent FAILURE = new NodeFailureEvent("", "", 0, null);

  @Override
  public boolean recordsRuns() {
    return RUN.isEnabled();
  }

  @Override
  public @Nullable Span run(String pipeline) {
    if (!RUN.isEnabled()) {
      return null;
    }
    RunEvent event = new RunEvent(pipeline);
    event.begin();
    return event;
  }

  @Override
  public @Nullable Span map(String pipeline, String map, long items) {
    if (!MAP.isEnabled()) {
      return null;
    }
    MapEvent event = new MapEvent(pipeline, map, items);
    event.begin();
    return event;
  }

  @Override
  public boolean recordsBatches() {
    return BATCH.isEnabled();
  }

  @Override
  public @Nullable Span batch(String pipeline, String node, long size) {
    if (!BATCH.isEnabled()) {
      return null;
    }
    BatchEvent event = new BatchEvent(pipeline, node, size);
    event.begin();
    return event;
  }

  @Override
  public @Nullable Span stall(String map, int stage, String kind, String lack) {
    if (!STALL.isEnabled()) {
      return null;
    }
    StallEvent event = new StallEvent(map, stage, kind, lack);
    event.begin();
    return event;
  }

  @Override
  public void failed(String pipeline, String node, long item, Throwable failure) {
    if (FAILURE.isEnabled()) {
      new NodeFailureEvent(pipeline, node, item, failure).commit();
    }
  }
}
