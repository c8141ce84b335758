package dev.millrace.runtime.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.runtime.DeviceLimitException;
import dev.millrace.runtime.DevicePermits;
import dev.millrace.runtime.Engine;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a builder collects. */
final class SetupTest {
  private final DevicePermits first = DevicePermits.of("cuda:0", 1);
  private final DevicePermits second = DevicePermits.of("cuda:1", 2);

  @Test
  void limitsEachDeviceByItself() {
    assertEquals(
        Map.of("cuda:0", first, "cuda:1", second),
        Setup.DEFAULT
            .device(first)
            .listener(null)
            .engine(Engine.INLINE)
            .lanes(2)
            .chunkRows(3)
            .batchTwins(false)
            .device(second)
            .devices());
    assertEquals(Map.of(), Setup.DEFAULT.devices());
  }

  @Test
  void refusesASecondLimitOfADevice() {
    Setup limited = Setup.DEFAULT.device(first);
    assertThrows(DeviceLimitException.class, () -> limited.device(DevicePermits.of("cuda:0", 4)));
    assertThrows(DeviceLimitException.class, () -> limited.device(first));
  }
}
