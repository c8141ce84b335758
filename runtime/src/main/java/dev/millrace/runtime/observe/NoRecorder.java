package dev.millrace.runtime.observe;

import org.jspecify.annotations.Nullable;

/** The JVM has no flight recorder. */
final class NoRecorder implements Recorder {
  @Override
  public boolean recordsRuns() {
    return false;
  }

  @Override
  public @Nullable Span run(String pipeline) {
    return null;
  }

  @Override
  public @Nullable Span map(String pipeline, String map, long items) {
    return null;
  }

  @Override
  public boolean recordsBatches() {
    return false;
  }

  @Override
  public @Nullable Span batch(String pipeline, String node, long size) {
    return null;
  }

  @Override
  public @Nullable Span stall(String map, int stage, String kind, String lack) {
    return null;
  }

  @Override
  public void failed(String pipeline, String node, long item, Throwable failure) {}
}
