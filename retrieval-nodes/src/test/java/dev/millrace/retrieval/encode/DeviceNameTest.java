package dev.millrace.retrieval.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceNameTest {
  @TempDir Path proc;

  @Test
  void namesTheProcessorAndHowManyThereAre() throws IOException {
    Files.writeString(
        proc.resolve("cpuinfo"),
        "processor\t: 0\nmodel name\t: Some CPU\nmodel name\t: Some CPU\n");
    String name = DeviceName.of(Device.cpu(), proc);
    assertTrue(name.endsWith(" processors [Some CPU]"), name);
    assertTrue(name.contains(System.getProperty("os.arch")), name);
  }

  @Test
  void namesTheGpusThatTheDriverLists() throws IOException {
    for (String bus : new String[] {"0000:02:00.0", "0000:01:00.0"}) {
      Path gpu = Files.createDirectories(proc.resolve("driver/nvidia/gpus").resolve(bus));
      Files.writeString(gpu.resolve("information"), "Model: \t NVIDIA X" + bus.charAt(6) + "\n");
    }
    assertEquals(
        "cuda:1 of [NVIDIA X1, NVIDIA X2]", DeviceName.of(Device.cuda(1).tf32(true), proc));
  }

  @Test
  void doesWithoutWhereTheSystemSaysNothing() {
    assertEquals("cuda:0 of []", DeviceName.of(Device.cuda(0), proc));
    assertTrue(DeviceName.of(Device.cpu(), proc).endsWith(" processors []"));
  }
}
