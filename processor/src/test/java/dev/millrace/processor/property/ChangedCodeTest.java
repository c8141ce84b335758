package dev.millrace.processor.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.property.Askable.Asked;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.runtime.Cache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Two versions of a pipeline that share a cache: each gives its own answers. */
final class ChangedCodeTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final int GRAPHS = LONG ? 200 : 5;
  private static final int TOGETHER = LONG ? 20 : 5;
  private static final int NODES = LONG ? 60 : 30;
  private static final int CALLS = LONG ? 15 : 6;

  @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void eachVersionGivesItsOwnAnswers(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    Dice dice = Dice.keyed(random, NODES);
    long shared = 0;
    int differing = 0;
    for (int done = 0; done < GRAPHS; done += TOGETHER) {
      List<Versions> all = new ArrayList<>();
      for (int i = 0; i < TOGETHER; i++) {
        Trial trial = Trial.cached("P" + i, dice.graph(), seed, i % 2 == 0);
        all.add(Versions.of(trial, random));
      }
      CompilerUnderTest compiler = CompilerUnderTest.values()[random.nextInt(2)];
      Compiled before = Compiled.of(compiler, all.stream().map(Versions::before).toList());
      Compiled after = Compiled.of(compiler, all.stream().map(Versions::after).toList());
      for (Versions each : all) {
        Tally tally = new Tally();
        try (TemporaryFolder folder = new TemporaryFolder()) {
          differing += check(each, before, after, tally, folder.path(), random);
        }
        shared += Tally.total(tally.hits);
      }
    }
    assertTrue(differing > 0, "only " + differing + " answers differed");
    assertTrue(shared > 0, "the versions have nothing in common");
  }

  /** Returns how many answers of the versions differ. */
  private static int check(
      Versions versions, Compiled before, Compiled after, Tally shared, Path folder, Random random)
      throws Exception {
    QuestionDice dice = new QuestionDice(random, versions.before().graph());
    Cache cache = Cache.at(folder).storeAll();
    Manner manner = Manner.any(false, random);
    List<Askable> both =
        List.of(before.pipeline(versions.before()), after.pipeline(versions.after()));
    int differing = 0;
    Question question = dice.first();
    for (int i = 0; i < CALLS; i++) {
      List<Object> answers = new ArrayList<>();
      for (Askable version : both) {
        boolean isFirst = i == 0 && version == both.get(1);
        try (Asked plain = version.open(null, manner, Askable.NOBODY);
            Asked cached = version.open(cache, manner, isFirst ? shared : Askable.NOBODY)) {
          Object expected = plain.to(question);
          Question asked = question;
          assertEquals(
              expected,
              cached.to(question),
              () -> asked + "\n" + versions.before().text() + "\n" + versions.after().text());
          answers.add(String.valueOf(expected));
        }
      }
      differing += answers.get(0).equals(answers.get(1)) ? 0 : 1;
      question = dice.next();
    }
    return differing;
  }
}
