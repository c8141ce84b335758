package dev.millrace.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one suite, prints its table, writes its figures, and fails where a budget is missed. */
final class Main {
  private static final List<Suite> SUITES =
      List.of(
          new EncoderSuite(),
          new CompileSuite(),
          new RunSuite(),
          new MapSuite(),
          new RingSuite(),
          new AsyncSuite(),
          new BatchingSuite(),
          new MemorySuite(),
          new CacheSuite());

  private Main() {}

  /**
   * Exits with 0 where all budgets hold, 1 where one is missed or the suite failed, 2 where there
   * is no such suite.
   */
  public static void main(String[] args) throws Exception {
    System.exit(run(List.of(args), Path.of(System.getProperty("millrace.target")), System.out));
  }

  static int run(List<String> args, Path target, PrintStream out) throws Exception {
    List<String> rest = new ArrayList<>(args);
    boolean quick = rest.remove("--quick");
    if (rest.isEmpty()) {
      out.print("usage: ./benchmarks/run SUITE [--quick]\n" + suites());
      return 0;
    }
    Optional<Suite> suite =
        SUITES.stream().filter(one -> one.name().equals(rest.get(0))).findFirst();
    if (suite.isEmpty() || rest.size() > 1) {
      out.print(
          suite.isEmpty()
              ? "no suite is called " + rest.get(0) + "; there are:\n" + suites()
              : "unknown argument " + rest.get(1) + "; known is --quick\n");
      return 2;
    }
    return measure(suite.get(), quick, target, out);
  }

  static int measure(Suite suite, boolean quick, Path target, PrintStream out) throws Exception {
    List<Metric> metrics = suite.run(quick);
    out.print(
        suite.name()
            + (quick ? " (quick)" : "")
            + " on JDK "
            + Runtime.version()
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " processors, "
            + System.getProperty("os.arch")
            + "\n\n"
            + Table.of(metrics));
    Files.createDirectories(target);
    Path file = target.resolve(suite.name() + ".json");
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(file.toFile(), metrics);
    List<String> missed =
        metrics.stream().filter(metric -> !metric.holds()).map(Metric::metric).toList();
    out.print(
        missed.isEmpty()
            ? "\nall budgets hold\n"
            : "\nmissed: " + String.join("; ", missed) + "\n");
    return missed.isEmpty() ? 0 : 1;
  }

  private static String suites() {
    StringBuilder list = new StringBuilder();
    for (Suite suite : SUITES) {
      list.append(String.format("  %-10s %s%n", suite.name(), suite.about()));
    }
    return list.toString();
  }
}
