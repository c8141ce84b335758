package dev.millrace.processor.property;

import dev.millrace.processor.property.Spec.Graph;
import dev.millrace.processor.testing.CompilerUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * A pipeline that was compiled computes what a naive interpreter computes, also where it runs twice
 * in one call, and by every engine.
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
    Random random = new Random(seed);
    Dice dice = new Dice(random);
    for (int done = 0; done < GRAPHS; done += TOGETHER) {
      List<Graph> graphs = new ArrayList<>();
      for (int i = 0; i < TOGETHER; i++) {
        graphs.add(dice.graph());
      }
      for (CompilerUnderTest compiler : CompilerUnderTest.values()) {
        if (LONG || compiler.ordinal() == done / TOGETHER % 2) {
          Law.check(compiler, Trial.all(graphs), random);
        }
      }
    }
  }
}
