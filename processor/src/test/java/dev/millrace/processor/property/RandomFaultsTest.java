package dev.millrace.processor.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.property.Fault.Planted;
import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * A pipeline with a fault does not compile, and its code is told where the fault is; or the fault
 * is in what nobody needs, and the pipeline computes what it computes without it.
 */
final class RandomFaultsTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final int GRAPHS = LONG ? 1000 : 100;
  private static final int TOGETHER = 50;

  /** The quick ring gives every graph to one of the compilers, the long one to both. */
  @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void aFaultIsToldOrDoesNoHarm(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    for (int done = 0; done < GRAPHS; done += TOGETHER) {
      List<Planted> all = new ArrayList<>();
      for (int i = 0; i < TOGETHER; i++) {
        all.add(planted("P" + i, Fault.values()[(done + i) % Fault.values().length], random));
      }
      for (CompilerUnderTest compiler : CompilerUnderTest.values()) {
        if (LONG || compiler.ordinal() == done / TOGETHER % 2) {
          check(compiler, all);
        }
      }
    }
  }

  /** Plants a fault in the first graph that has a place for it. */
  private static Planted planted(String name, Fault fault, Random random) {
    return Stream.generate(new Dice(random)::graph)
        .limit(1000)
        .flatMap(graph -> fault.plant(Trial.of(name, graph), random).stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no graph has a place for " + fault));
  }

  private static void check(CompilerUnderTest compiler, List<Planted> all) throws Exception {
    Build build = Build.on(compiler).against(Law.home());
    for (Planted planted : all) {
      build = build.source(planted.trial().text());
    }
    Built built = build.run();
    List<Report> errors =
        built.reports().stream().filter(report -> report.kind() == Kind.ERROR).toList();
    assertEquals(built.coded(), errors, () -> compiler + " told something else besides");
    List<Trial> harmless = new ArrayList<>();
    for (Planted planted : all) {
      List<Report> reports = of(planted, built);
      if (reports.isEmpty() && !planted.sure()) {
        harmless.add(planted.trial());
      } else {
        assertTrue(
            reports.stream().anyMatch(report -> tells(planted, report)),
            () -> compiler + " was to tell " + planted + ", but told " + reports);
      }
    }
    if (!harmless.isEmpty()) {
      Law.check(compiler, harmless);
    }
  }

  private static List<Report> of(Planted planted, Built built) {
    String file = planted.trial().name() + ".java";
    return built.coded().stream().filter(report -> report.file().equals(file)).toList();
  }

  /** In what is nested, it may be told where that is used, or as what follows from it. */
  private static boolean tells(Planted planted, Report report) {
    return !planted.sure()
        || (report.line() == planted.line()
            && planted.fault().codes.stream()
                .anyMatch(code -> report.text().startsWith("[" + code + "]")));
  }
}
