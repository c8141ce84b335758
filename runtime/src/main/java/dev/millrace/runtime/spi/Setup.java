package dev.millrace.runtime.spi;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.DeviceLimitException;
import dev.millrace.runtime.DevicePermits;
import dev.millrace.runtime.Engine;
import dev.millrace.runtime.RunListener;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a pipeline is to run; immutable. What the builder of a generated pipeline collects.
 *
 * @param listener is told what runs do; or null
 * @param lanes on how many threads a stage takes chunks at most
 * @param chunkRows how many items a chunk has at most
 * @param batchTwins whether twins run where there are some
 * @param devices how many calls the devices take that are limited, by their names
 * @param cache where results are kept; or null
 */
public record Setup(
    @Nullable RunListener listener,
    Engine engine,
    int lanes,
    int chunkRows,
    boolean batchTwins,
    Map<String, DevicePermits> devices,
    @Nullable Cache cache) {
  private static final int MOST_LANES = 8;

  /** What a pipeline does of which nothing is said. */
  public static final Setup DEFAULT =
      new Setup(
          null,
          Engine.AUTO,
          Math.min(MOST_LANES, Runtime.getRuntime().availableProcessors()),
          256,
          true,
          Map.of(),
          null);

  /** Copies what is limited. */
  public Setup {
    devices = Map.copyOf(devices);
  }

  /** Returns the same with a listener. */
  public Setup listener(@Nullable RunListener listener) {
    return new Setup(listener, engine, lanes, chunkRows, batchTwins, devices, cache);
  }

  /** Returns the same with a cache. */
  public Setup cache(Cache cache) {
    Objects.requireNonNull(cache, "the cache is null; leave it out where there is none");
    return new Setup(listener, engine, lanes, chunkRows, batchTwins, devices, cache);
  }

  /** Returns the same with an engine. */
  public Setup engine(Engine engine) {
    Objects.requireNonNull(engine, "the engine is null; Engine.AUTO is what there is without one");
    return new Setup(listener, engine, lanes, chunkRows, batchTwins, devices, cache);
  }

  /**
   * Returns the same with so many lanes.
   *
   * @throws IllegalArgumentException if they are not at least one
   */
  public Setup lanes(int lanes) {
    return new Setup(
        listener, engine, atLeastOne("lanes", lanes), chunkRows, batchTwins, devices, cache);
  }

  /**
   * Returns the same with chunks of so many items.
   *
   * @throws IllegalArgumentException if they are not at least one
   */
  public Setup chunkRows(int chunkRows) {
    return new Setup(
        listener, engine, lanes, atLeastOne("chunkRows", chunkRows), batchTwins, devices, cache);
  }

  /** Returns the same with twins, or without. */
  public Setup batchTwins(boolean batchTwins) {
    return new Setup(listener, engine, lanes, chunkRows, batchTwins, devices, cache);
  }

  /**
   * Returns the same with a limit for a device.
   *
   * @throws DeviceLimitException if it has one already
   */
  public Setup device(DevicePermits permits) {
    Objects.requireNonNull(permits, "the limit is null; leave it out where there is none");
    Map<String, DevicePermits> more = new HashMap<>(devices);
    if (more.put(permits.device(), permits) != null) {
      throw DeviceLimitException.twice(permits.device());
    }
    return new Setup(listener, engine, lanes, chunkRows, batchTwins, more, cache);
  }

  private static int atLeastOne(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " is at least 1, not " + value);
    }
    return value;
  }
}
