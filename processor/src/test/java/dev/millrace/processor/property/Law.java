package dev.millrace.processor.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.property.Spec.Graph;
import dev.millrace.processor.report.Message;
import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.processor.testing.Report;
import dev.millrace.runtime.Engine;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline that was compiled computes what a naive interpreter computes, also where it runs twice
 * in one call, and by every engine.
 */
final class Law {
  private static final int ENGINES = 6;

  private Law() {}

  /** Fails where one of them computes something else, or does not compile. */
  static void check(CompilerUnderTest compiler, List<Trial> trials, Random random)
      throws Exception {
    Build build = Build.on(compiler).lenient().against(home());
    for (Trial trial : trials) {
      build = build.source(trial.runnable());
    }
    Built built = build.run();
    assertTrue(
        built.success() && built.reports().stream().allMatch(Law::isOfTheCache),
        () -> compiler + " reported " + built.reports());
    ClassLoader loader = built.loader();
    for (Trial trial : trials) {
      Graph graph = trial.graph();
      Class<?> type = loader.loadClass("g." + trial.name());
      Method run = type.getMethod("run", List.class);
      run.setAccessible(true);
      Method twice = type.getMethod("twice", List.class, List.class);
      twice.setAccessible(true);
      List<@Nullable Object> given = values(graph);
      List<@Nullable Object> expected = Interpreter.outputs(graph);
      Supplier<String> shown = () -> compiler + ":\n" + trial.runnable();
      assertEquals(List.of(expected, expected), run.invoke(null, given), shown);
      assertEquals(expectedTwice(graph), twice.invoke(null, given, values(graph.again())), shown);
      Method by =
          type.getMethod("by", List.class, Engine.class, int.class, int.class, boolean.class);
      by.setAccessible(true);
      for (int i = 0; i < ENGINES; i++) {
        Manner way = Manner.any(i % 2 == 0, random);
        Object found =
            by.invoke(null, given, way.engine(), way.chunkRows(), way.lanes(), way.batchTwins());
        assertEquals(expected, found, () -> way + " " + shown.get());
      }
    }
  }

  /** What is read as an object has no key, which is told and does no harm. */
  static boolean isOfTheCache(Report report) {
    return report.text().startsWith("[" + Message.NOT_CACHED.code() + "]");
  }

  private static List<@Nullable Object> values(Graph graph) {
    List<@Nullable Object> values = new ArrayList<>();
    graph.inputs().forEach(input -> values.add(input.value().orElse(null)));
    values.add(graph.way());
    return values;
  }

  /** Returns what both runs give, run by run and output by output; one where nothing varies. */
  private static List<Object> expectedTwice(Graph graph) {
    List<List<@Nullable Object>> runs = new ArrayList<>(List.of(Interpreter.outputs(graph)));
    if (!Calls.varying(graph).isEmpty()) {
      runs.add(Interpreter.outputs(graph.again()));
    }
    List<List<@Nullable Object>> outputs = new ArrayList<>();
    for (int i = 0; i < runs.get(0).size(); i++) {
      int output = i;
      outputs.add(runs.stream().map(run -> run.get(output)).toList());
    }
    return List.of(runs, outputs);
  }

  static Path home() throws Exception {
    return Path.of(Mix.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
