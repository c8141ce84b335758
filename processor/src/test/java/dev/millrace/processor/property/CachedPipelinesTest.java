package dev.millrace.processor.property;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.testing.CompilerUnderTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Random pipelines are asked this and that: a cache changes no answer. */
final class CachedPipelinesTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final int GRAPHS = LONG ? 500 : 12;
  private static final int TOGETHER = LONG ? 25 : 6;
  private static final int NODES = LONG ? 60 : 30;
  private static final int CALLS = LONG ? 30 : 12;

  @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void aCacheChangesNoAnswer(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    Dice dice = Dice.keyed(random, NODES);
    long hits = 0;
    try (TemporaryFolder folder = new TemporaryFolder()) {
      for (int done = 0; done < GRAPHS; done += TOGETHER) {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < TOGETHER; i++) {
          trials.add(Trial.cached("P" + i, dice.graph(), seed, i % 2 == 0));
        }
        CompilerUnderTest compiler = CompilerUnderTest.values()[done / TOGETHER % 2];
        Compiled compiled = Compiled.of(compiler, trials);
        for (Trial trial : trials) {
          int number = done + trials.indexOf(trial);
          try {
            Place place = place(number, folder.path(), random);
            hits += new CacheLaw(compiled.pipeline(trial), trial, random).check(place, CALLS);
          } catch (AssertionError failure) {
            throw smaller(compiler, number, seed).than(trial.graph(), failure);
          }
        }
      }
    }
    assertTrue(hits > GRAPHS, "there were only " + hits + " hits");
  }

  private static Smaller smaller(CompilerUnderTest compiler, int number, long seed) {
    return new Smaller(
        compiler,
        graph -> Trial.cached("P", graph, seed, number % 2 == 0),
        (pipeline, trial, random) -> {
          try (TemporaryFolder folder = new TemporaryFolder()) {
            Place place = place(number, folder.path(), random);
            new CacheLaw(pipeline, trial, random).check(place, 2 * CALLS);
          }
        });
  }

  private static Place place(int number, Path folder, Random random) {
    return switch (number % 3) {
      case 0 -> new Place.Heap();
      case 1 -> new Place.Disk(folder.resolve("cache" + number));
      default -> new Place.Forgetful(random);
    };
  }
}
