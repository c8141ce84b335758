package dev.millrace.processor.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.property.Askable.Asked;
import dev.millrace.processor.testing.CompilerUnderTest;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import dev.millrace.runtime.cache.memory.MemoryLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** Random pipelines that are asked by several threads at once and share a cache. */
final class CachedTogetherTest {
  private static final boolean LONG = "long".equals(System.getProperty("millrace.ring"));
  private static final int PAIRS = LONG ? 150 : 3;
  private static final int TOGETHER = LONG ? 15 : 3;
  private static final int NODES = LONG ? 60 : 30;
  private static final int CALLS = LONG ? 20 : 8;
  private static final int THREADS = 4;

  /** In seconds. It is for what would never end. */
  private static final int LIMIT = 120;

  /** What a pipeline is asked, and what it answers without a cache. */
  private record Case(Asked cached, Question question, @Nullable Object expected, Trial trial) {}

  @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void threadsThatShareACacheGetTheSameAnswers(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    Dice dice = Dice.keyed(random, NODES);
    int stored = 0;
    for (int done = 0; done < PAIRS; done += TOGETHER) {
      List<Trial> trials = new ArrayList<>();
      for (int i = 0; i < 2 * TOGETHER; i++) {
        trials.add(trial("P" + i, dice, seed, i));
      }
      CompilerUnderTest compiler = CompilerUnderTest.values()[random.nextInt(2)];
      Compiled compiled = Compiled.of(compiler, trials);
      for (int i = 0; i < TOGETHER; i++) {
        stored += check(compiled, trials.get(2 * i), trials.get(2 * i + 1), random);
      }
    }
    assertTrue(stored > PAIRS, "only " + stored + " results were stored");
  }

  /** Every fourth one may fail; of the first two no node waits, so that something is checked. */
  private static Trial trial(String name, Dice dice, long seed, int place) {
    Trial trial = Trial.cached(name, dice.graph(), seed, place % 4 == 3);
    while (place < 2 && waits(trial)) {
      trial = Trial.cached(name, dice.graph(), seed, false);
    }
    return trial;
  }

  /** Returns how many results were stored. */
  private static int check(Compiled compiled, Trial one, Trial other, Random random)
      throws Exception {
    CountingBlobs blobs = new CountingBlobs();
    Cache cache = Cache.of(new MemoryLedger(), blobs).storeAll();
    List<Case> cases = new ArrayList<>();
    try (Asked first = compiled.pipeline(one).open(cache, manner(random), Askable.NOBODY);
        Asked second = compiled.pipeline(other).open(cache, manner(random), Askable.NOBODY)) {
      addCases(compiled, one, first, random, cases);
      addCases(compiled, other, second, random, cases);
      inThreads(cases);
    }
    if (!waits(one) && !waits(other)) {
      assertEquals(
          0,
          blobs.again(),
          () -> "computed again of " + blobs.size() + "\n" + one.text() + other.text());
    }
    return blobs.size();
  }

  /**
   * Returns whether a node is begun here and waited for there. Who is between the two waits for
   * nobody, so that nobody waits for ever: then work may be done twice.
   */
  private static boolean waits(Trial trial) {
    return trial.text().contains("CompletionStage<") || trial.text().contains("(blocking = true)");
  }

  private static Manner manner(Random random) {
    return new Manner(Engine.STREAMED, random.nextBoolean() ? 2 : 256, 4, random.nextBoolean());
  }

  private static void addCases(
      Compiled compiled, Trial trial, Asked cached, Random random, List<Case> cases)
      throws Exception {
    QuestionDice dice = new QuestionDice(random, trial.graph());
    try (Asked plain = compiled.pipeline(trial).open(null, manner(random), Askable.NOBODY)) {
      Question question = dice.first();
      for (int i = 0; i < CALLS; i++) {
        cases.add(new Case(cached, question, plain.to(question), trial));
        question = dice.next();
      }
    }
  }

  /** Every thread asks everything, each in an order of its own that begins alike. */
  private static void inThreads(List<Case> cases) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int step = i % 2 == 0 ? 1 : cases.size() - 1;
        ends.add(
            threads.submit(
                () -> {
                  start.await();
                  for (int j = 0; j < cases.size(); j++) {
                    Case each = cases.get(j * step % cases.size());
                    assertEquals(
                        each.expected(),
                        each.cached().to(each.question()),
                        () -> each.question() + "\n" + each.trial().askable());
                  }
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get(LIMIT, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
