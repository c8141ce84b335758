package dev.millrace.retrieval.encode;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a device is called, as far as Java can know: enough that a measurement is not taken for that
 * of another machine. Linux tells the models of its processors and GPUs in files.
 */
final class DeviceName {
  private static final System.Logger LOG = System.getLogger(DeviceName.class.getName());

  private DeviceName() {}

  /** Returns the name of a device of the machine whose {@code /proc} this is. */
  static String of(Device device, Path proc) {
    String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (device instanceof Device.Cuda cuda) {
      return "cuda:" + cuda.ordinal() + " of " + gpus(proc.resolve("driver/nvidia/gpus"));
    }
    return platform
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " processors "
        + values(proc.resolve("cpuinfo"), "model name").limit(1).toList();
  }

  private static List<String> gpus(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> gpus = Files.list(folder)) {
      return gpus.sorted()
          .flatMap(gpu -> values(gpu.resolve("information"), "Model").limit(1))
          .toList();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the GPUs in {0} cannot be named: {1}", folder, e);
      return List.of();
    }
  }

  private static Stream<String> values(Path file, String key) {
    if (!Files.isReadable(file)) {
      return Stream.empty();
    }
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(key) && line.contains(":"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip());
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the device of {0} cannot be named: {1}", file, e);
      return Stream.empty();
    }
  }
}
