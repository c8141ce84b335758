package dev.millrace.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** A stage of a map, or who feeds it, has nothing to do. */
@Name("dev.millrace.Stall")
@Label("Stall")
@Category("Millrace")
@Description("A stage of a map, or who feeds it, has nothing to do")
@StackTrace(false)
@Threshold("1 ms")
final class StallEvent extends Event implements Span {
  @Label("Map")
  final String map;

  @Label("Stage")
  final int stage;

  @Label("Kind")
  final String kind;

  @Label("Waits For")
  final String lack;

  StallEvent(String map, int stage, String kind, String lack) {
    this.map = map;
    this.stage = stage;
    this.kind = kind;
    this.lack = lack;
  }

  @Override
  public void end(long failed, @Nullable Throwable failure) {
    end();
    if (shouldCommit()) {
      commit();
    }
  }
}
