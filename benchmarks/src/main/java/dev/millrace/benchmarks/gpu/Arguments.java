package dev.millrace.benchmarks.gpu;

import dev.millrace.retrieval.encode.Device;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The command line: options with a value each, which {@code benchmarks/gpu/run --help} lists. */
final class Arguments {
  private static final List<String> KNOWN =
      List.of(
          "--device",
          "--model",
          "--tokenizer",
          "--texts",
          "--count",
          "--rounds",
          "--budgets",
          "--cpu-nodes",
          "--json",
          "--python",
          "--torch-model",
          "--peer");

  private final Map<String, String> values = new TreeMap<>();

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException if an option is unknown or has no value
   */
  Arguments(List<String> args) {
    for (int i = 0; i < args.size(); i += 2) {
      if (!KNOWN.contains(args.get(i))) {
        throw new IllegalArgumentException("unknown option " + args.get(i));
      }
      if (i + 1 == args.size()) {
        throw new IllegalArgumentException(args.get(i) + " lacks its value");
      }
      values.put(args.get(i), args.get(i + 1));
    }
  }

  Device device() {
    String name = values.getOrDefault("--device", "cuda");
    if (name.equals("cpu")) {
      return Device.cpu();
    }
    if (!name.matches("cuda(:\\d{1,4})?")) {
      throw new IllegalArgumentException("--device is cpu, cuda or cuda:N, not " + name);
    }
    int colon = name.indexOf(':');
    int ordinal = colon < 0 ? 0 : Integer.parseInt(name.substring(colon + 1));
    return Device.cuda(ordinal)
        .cpuNodes(Boolean.parseBoolean(values.getOrDefault("--cpu-nodes", "false")));
  }

  @Nullable Path path(String option) {
    String value = values.get(option);
    return value == null ? null : Path.of(value);
  }

  String text(String option, String otherwise) {
    return values.getOrDefault(option, otherwise);
  }

  int number(String option, int otherwise) {
    String value = values.get(option);
    return value == null ? otherwise : positive(option, value);
  }

  List<Integer> numbers(String option, List<Integer> otherwise) {
    String value = values.get(option);
    return value == null
        ? otherwise
        : List.of(value.split(",")).stream().map(one -> positive(option, one)).toList();
  }

  private static int positive(String option, String value) {
    if (!value.matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException(option + " takes numbers from 1 up, not " + value);
    }
    return Integer.parseInt(value);
  }
}
