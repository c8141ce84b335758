package dev.millrace.processor.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.property.Spec.Graph;
import dev.millrace.processor.testing.Build;
import dev.millrace.processor.testing.Built;
import dev.millrace.processor.testing.CompilerUnderTest;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * A pipeline that was compiled computes what a naive interpreter computes, also where it runs twice
 * in one call.
 */
final class RandomPipelinesTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final int GRAPHS = LONG ? 1000 : 100;
  private static final int TOGETHER = 50;

  /**
   * One throw: many graphs go through one compilation, and there is nothing to shrink. The quick
   * ring gives every graph to one of the compilers, the long one to both.
   */
  @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void aCompiledPipelineComputesWhatTheInterpreterDoes(@ForAll long seed) throws Exception {
    Dice dice = new Dice(new Random(seed));
    for (int done = 0; done < GRAPHS; done += TOGETHER) {
      List<Graph> graphs = new ArrayList<>();
      for (int i = 0; i < TOGETHER; i++) {
        graphs.add(dice.graph());
      }
      for (CompilerUnderTest compiler : CompilerUnderTest.values()) {
        if (LONG || compiler.ordinal() == done / TOGETHER % 2) {
          check(compiler, graphs);
        }
      }
    }
  }

  private static void check(CompilerUnderTest compiler, List<Graph> graphs) throws Exception {
    Build build = Build.on(compiler).against(home());
    for (int i = 0; i < graphs.size(); i++) {
      build = build.source(Spelling.source("g" + i, graphs.get(i)));
    }
    Built built = build.succeed();
    ClassLoader loader = built.loader();
    for (int i = 0; i < graphs.size(); i++) {
      Graph graph = graphs.get(i);
      Class<?> type = loader.loadClass("g" + i + ".P");
      Method run = type.getMethod("run", List.class);
      run.setAccessible(true);
      Method twice = type.getMethod("twice", List.class, List.class);
      twice.setAccessible(true);
      List<Object> given = values(graph);
      List<Object> expected = Interpreter.outputs(graph);
      Supplier<String> shown = () -> compiler + ":\n" + Spelling.source("g", graph);
      assertEquals(List.of(expected, expected), run.invoke(null, given), shown);
      assertEquals(expectedTwice(graph), twice.invoke(null, given, values(graph.again())), shown);
    }
  }

  private static List<Object> values(Graph graph) {
    List<Object> values = new ArrayList<>();
    graph.inputs().forEach(input -> values.add(input.value()));
    values.add(graph.way());
    return values;
  }

  /** Returns what both runs give, run by run and output by output; one where nothing varies. */
  private static List<Object> expectedTwice(Graph graph) {
    List<List<Object>> runs = new ArrayList<>(List.of(Interpreter.outputs(graph)));
    if (!Spelling.varying(graph).isEmpty()) {
      runs.add(Interpreter.outputs(graph.again()));
    }
    List<List<Object>> outputs = new ArrayList<>();
    for (int i = 0; i < runs.get(0).size(); i++) {
      int output = i;
      outputs.add(runs.stream().map(run -> run.get(output)).toList());
    }
    return List.of(runs, outputs);
  }

  private static Path home() throws Exception {
    return Path.of(Mix.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
