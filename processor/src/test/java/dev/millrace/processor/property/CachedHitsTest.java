package dev.millrace.processor.property;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.CompilerUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Random pipelines compute nothing twice that can be kept, and say what they will compute. */
final class CachedHitsTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final int GRAPHS = LONG ? 300 : 6;
  private static final int TOGETHER = LONG ? 25 : 6;
  private static final int NODES = LONG ? 60 : 30;
  private static final int CALLS = LONG ? 8 : 4;

  @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void whatIsSaidIsDoneAndWhatIsKeptIsNotDoneAgain(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    Dice dice = Dice.keyed(random, NODES);
    long hits = 0;
    for (int done = 0; done < GRAPHS; done += TOGETHER) {
      List<Trial> trials = new ArrayList<>();
      for (int i = 0; i < TOGETHER; i++) {
        trials.add(Trial.cached("P" + i, dice.graph(), seed, false));
      }
      CompilerUnderTest compiler = CompilerUnderTest.values()[random.nextInt(2)];
      Compiled compiled = Compiled.of(compiler, trials);
      for (Trial trial : trials) {
        hits += new HitLaw(compiled.pipeline(trial), trial, random).check(CALLS);
      }
    }
    assertTrue(hits > GRAPHS, "there were only " + hits + " hits");
  }
}
