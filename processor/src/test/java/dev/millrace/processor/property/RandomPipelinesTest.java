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
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** A pipeline that was compiled computes what a naive interpreter computes. */
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
      Method run = loader.loadClass("g" + i + ".P").getMethod("run", List.class);
      run.setAccessible(true);
      List<Object> values = new ArrayList<>();
      graph.inputs().forEach(input -> values.add(input.value()));
      values.add(graph.way());
      List<Object> expected = Interpreter.outputs(graph);
      assertEquals(
          List.of(expected, expected),
          run.invoke(null, values),
          () -> compiler + ":\n" + Spelling.source("g", graph));
    }
  }

  private static Path home() throws Exception {
    return Path.of(Mix.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
