package dev.millrace.processor.property;

import dev.millrace.runtime.Engine;
import java.util.Random;

/** A way to run a pipeline. */
record Manner(Engine engine, int chunkRows, int lanes, boolean batchTwins) {
  static Manner any(boolean streamed, Random random) {
    return new Manner(
        streamed ? Engine.STREAMED : Engine.values()[random.nextInt(Engine.values().length)],
        new int[] {1, 2, 7, 256}[random.nextInt(4)],
        new int[] {1, 2, 4}[random.nextInt(3)],
        random.nextBoolean());
  }
}
