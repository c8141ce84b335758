package dev.millrace.benchmarks.device;

import dev.millrace.Batch;
import dev.millrace.Node;
import java.util.List;

/** A text's vector, and those of many at once. */
public final class DeviceNodes {
  private DeviceNodes() {}

  @Node
  public static long vector(long text, Device device) {
    return device.vector(text);
  }

  @Batch(maxWeight = Device.BATCH)
  public static List<Long> vector(List<Long> texts, Device device) {
    return device.vectors(texts);
  }
}
