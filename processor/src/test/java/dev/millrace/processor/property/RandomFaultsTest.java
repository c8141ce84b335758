package dev.millrace.processor.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.property.Fault.Planted;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Report;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  /**
   * What may follow from a fault besides its own codes: an input is read as two types, what is
   * handed to a use is needed no more, or a type variable stands for two types.
   */
  private static final List<String> FOLLOWING =
      Stream.of(Message.INPUT_TYPES, Message.NESTED_UNUSED, Message.GENERIC_CONFLICT)
          .map(Message::code)
          .toList();

  /**
   * The quick ring gives every graph to one of the compilers, the long one to both. Every other
   * time a fault is planted where it must be told, if there is such a place at all.
   */
  @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void aFaultIsToldOrDoesNoHarm(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    Map<Fault, Integer> sure = new EnumMap<>(Fault.class);
    for (int done = 0; done < GRAPHS; done += TOGETHER) {
      List<Planted> all = new ArrayList<>();
      for (int i = 0; i < TOGETHER; i++) {
        Fault fault = Fault.values()[(done + i) % Fault.values().length];
        boolean mustBeTold = fault.isSureSomewhere() && (done + i) / Fault.values().length % 2 == 1;
        Planted planted = planted("P" + i, fault, mustBeTold, random);
        sure.merge(fault, planted.sure() ? 1 : 0, Integer::sum);
        all.add(planted);
      }
      for (CompilerUnderTest compiler : CompilerUnderTest.values()) {
        if (LONG || compiler.ordinal() == done / TOGETHER % 2) {
          check(compiler, all);
        }
      }
    }
    for (Fault fault : Fault.values()) {
      assertEquals(
          fault.isSureSomewhere(), sure.get(fault) > 0, () -> fault + " had to be told: " + sure);
    }
  }

  /** Plants a fault in the first graph that has a place for it. */
  private static Planted planted(String name, Fault fault, boolean mustBeTold, Random random) {
    return Stream.generate(new Dice(random)::graph)
        .limit(1000)
        .flatMap(graph -> fault.plant(Trial.of(name, graph), random).stream())
        .filter(planted -> planted.sure() || !mustBeTold)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no graph has a place for " + fault));
  }

  private static void check(CompilerUnderTest compiler, List<Planted> all) throws Exception {
    Build build = Build.on(compiler).lenient().against(Law.home());
    for (Planted planted : all) {
      build = build.source(planted.trial().text());
    }
    Built built = build.run();
    List<Report> errors =
        built.reports().stream().filter(report -> report.kind() == Kind.ERROR).toList();
    assertEquals(coded(built), errors, () -> compiler + " told something else besides");
    List<Trial> harmless = new ArrayList<>();
    for (Planted planted : all) {
      List<Report> reports = of(planted, built);
      if (reports.isEmpty() && !planted.sure()) {
        harmless.add(planted.trial());
      } else {
        assertTrue(
            tells(planted, reports),
            () -> compiler + " was to tell " + planted + ", but told " + reports);
      }
    }
    if (!harmless.isEmpty()) {
      Law.check(compiler, harmless, new Random(harmless.size()));
    }
  }

  private static List<Report> of(Planted planted, Built built) {
    String file = planted.trial().name() + ".java";
    return coded(built).stream().filter(report -> report.file().equals(file)).toList();
  }

  private static List<Report> coded(Built built) {
    return built.coded().stream().filter(report -> !Law.isOfTheCache(report)).toList();
  }

  /**
   * A sure fault is told where it is. In what is nested, it may be told where that is used, or as
   * what follows from it; but nothing else is told.
   */
  private static boolean tells(Planted planted, List<Report> reports) {
    List<String> codes = planted.fault().codes;
    return planted.sure()
        ? reports.stream()
            .anyMatch(report -> report.line() == planted.line() && isAmong(codes, report))
        : reports.stream().allMatch(report -> isAmong(codes, report) || isAmong(FOLLOWING, report));
  }

  private static boolean isAmong(List<String> codes, Report report) {
    return codes.stream().anyMatch(code -> report.text().startsWith("[" + code + "]"));
  }
}
