package devices;

import dev.millrace.Stateful;
import dev.millrace.runtime.OnDevice;

/** Its device is known only when it is there. */
@Stateful
final class Chosen implements OnDevice {
  private final String device;
  private final Gpu gpu;

  Chosen(String device, Gpu gpu) {
    this.device = device;
    this.gpu = gpu;
  }

  Gpu gpu() {
    return gpu;
  }

  @Override
  public String device() {
    return device;
  }
}
