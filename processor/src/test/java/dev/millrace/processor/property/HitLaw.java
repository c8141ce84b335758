package dev.millrace.processor.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.processor.property.Askable.Asked;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Explanation;
import dev.millrace.runtime.Explanation.OfStep;
import dev.millrace.runtime.Explanation.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What is said before a run is what it does, and what was computed and can be kept is not computed
 * again.
 */
final class HitLaw {
  /** Why something is computed that might have been found. */
  private static final List<String> NOT_FOUND =
      List.of(
          "it was not computed before, as far as is known",
          "it was computed, and its result is no longer there",
          "there are items that were not computed yet");

  private final Askable pipeline;
  private final Trial trial;
  private final Random random;

  /** It is not known before the run which variant is chosen, and all are said to be computed. */
  private final boolean hasVariants;

  /** What has seen a failure is not kept. */
  private final boolean mayFail;

  HitLaw(Askable pipeline, Trial trial, Random random) {
    this.pipeline = pipeline;
    this.trial = trial;
    this.random = random;
    this.hasVariants = trial.text().contains("@When");
    this.mayFail = trial.text().contains("Mix.risky(");
  }

  /** Fails where it is not so; returns how many values were found. */
  long check(int calls) throws Exception {
    Cache cache = Cache.inMemory().storeAll();
    QuestionDice dice = new QuestionDice(random, trial.graph());
    Question question = dice.first();
    long hits = 0;
    for (int i = 0; i < calls; i++) {
      hits += ask(cache, question, false);
      hits += ask(cache, question, true);
      question = dice.next().ofAll();
    }
    return hits;
  }

  private long ask(Cache cache, Question question, boolean isAgain) throws Exception {
    Tally tally = new Tally();
    Manner manner = Manner.any(random.nextBoolean(), random);
    try (Asked asked = pipeline.open(cache, manner, tally)) {
      Explanation said = asked.explain(question);
      try {
        asked.raw(question);
      } catch (Exception failure) {
        return 0; // what a run does that fails is not said
      }
      for (OfStep step : said.steps()) {
        if (said.steps().stream().filter(each -> each.step().equals(step.step())).count() > 1) {
          continue; // of variants, which have one name
        }
        boolean isDoneElsewhere = said.steps().stream().anyMatch(each -> isDone(each, tally));
        check(
            step,
            tally,
            isAgain,
            isDoneElsewhere,
            () -> manner + " " + question + "\n" + said + "\n" + tally);
      }
    }
    return Tally.total(tally.hits);
  }

  /**
   * Returns whether a step was found that was said to be computed: its work stands in two places.
   */
  private static boolean isDone(OfStep step, Tally tally) {
    return (step.state() == State.COMPUTED || step.state() == State.PARTLY)
        && Tally.of(tally.hits, step.step()) > step.hits();
  }

  private void check(
      OfStep step, Tally tally, boolean isAgain, boolean isDoneElsewhere, Supplier<String> shown) {
    String name = step.step();
    long hits = Tally.of(tally.hits, name);
    long misses = Tally.of(tally.misses, name);
    long computed = Tally.of(tally.computed, name);
    Supplier<String> why =
        () ->
            step
                + " but hits "
                + hits
                + " misses "
                + misses
                + " computed "
                + computed
                + "\n"
                + shown.get()
                + "\n"
                + trial.askable();
    switch (step.state()) {
      case GIVEN, IDLE -> assertEquals(List.of(0L, 0L), List.of(hits, computed), why);
      case HIT -> {
        // What reads it may have been done elsewhere by then: nobody asks for it any more.
        long expected = isDoneElsewhere ? Math.min(hits, step.hits()) : step.hits();
        assertEquals(List.of(expected, 0L), List.of(hits, computed), why);
      }
      case COMPUTED, PARTLY -> {
        // The same work may stand in two places, and be done by then.
        assertTrue(hits >= step.hits(), why);
        if (!name.contains(".") && !hasVariants) {
          assertTrue(
              hits > 0 || tally.computed.containsKey(name) || isFoundByItem(step, tally), why);
        }
        boolean mayBeUnchosen = hasVariants && name.contains(".");
        if (isAgain && !mayFail && !mayBeUnchosen) {
          assertTrue(step.reasons().stream().noneMatch(NOT_FOUND::contains), why);
          assertTrue(step.reasons().stream().noneMatch(each -> each.endsWith(" changed")), why);
        }
      }
      case UNKNOWN -> {}
    }
  }

  /** A map over the results of a map is not begun where all its items are found. */
  private static boolean isFoundByItem(OfStep step, Tally tally) {
    String inside = step.step() + ".";
    return step.reasons().contains("what it maps is looked at by item")
        && Tally.total(within(tally.hits, inside)) > 0
        && Tally.total(within(tally.misses, inside)) == 0;
  }

  private static Map<String, Long> within(Map<String, Long> counts, String prefix) {
    Map<String, Long> within = new HashMap<>(counts);
    within.keySet().removeIf(each -> !each.startsWith(prefix));
    return within;
  }
}
