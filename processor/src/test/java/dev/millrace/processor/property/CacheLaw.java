package dev.millrace.processor.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.processor.property.Askable.Asked;
import dev.millrace.runtime.Cache;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whatever is asked, and whatever was asked before, a cache changes no answer. */
final class CacheLaw {
  private final Askable pipeline;
  private final Trial trial;
  private final Random random;

  CacheLaw(Askable pipeline, Trial trial, Random random) {
    this.pipeline = pipeline;
    this.trial = trial;
    this.random = random;
  }

  /** Fails where an answer is another with a cache; returns how many values that had. */
  long check(Place place, int calls) throws Exception {
    Tally tally = new Tally();
    Supplier<Cache> cache = () -> any(place.cache());
    QuestionDice dice = new QuestionDice(random, trial.graph());
    List<String> history = new ArrayList<>(List.of(place.toString()));
    Manner manner = Manner.any(true, random);
    Asked plain = pipeline.open(null, manner, Askable.NOBODY);
    Asked cached = pipeline.open(cache.get(), manner, tally);
    try {
      for (int i = 0; i < calls; i++) {
        Question question = i == 0 ? dice.first() : dice.next();
        history.add(manner + " " + question);
        if (random.nextInt(8) == 0) {
          cached.explain(question.ofAll());
        }
        Object expected = expected(dice, plain, question);
        assertEquals(expected, cached.to(question), () -> shown(history));
        if (random.nextInt(3) == 0) {
          place.strike(random);
          plain.close();
          Asked before = cached;
          if (random.nextBoolean()) {
            before.close();
          }
          manner = Manner.any(false, random);
          plain = pipeline.open(null, manner, Askable.NOBODY);
          cached = pipeline.open(cache.get(), manner, tally);
          before.close();
        }
      }
    } finally {
      plain.close();
      cached.close();
    }
    return Tally.total(tally.hits);
  }

  private Cache any(Cache cache) {
    Cache some = random.nextBoolean() ? cache : cache.storeAll();
    return random.nextBoolean() ? some : some.frontLimit(random.nextInt(3) * 1000L);
  }

  private static @Nullable Object expected(QuestionDice dice, Asked plain, Question question) {
    try {
      Object answer = plain.raw(question);
      dice.learn(question, answer);
      return Shown.of(answer);
    } catch (Exception failure) {
      return Shown.of(failure);
    }
  }

  private String shown(List<String> history) {
    return String.join("\n", history) + "\n" + trial.askable();
  }
}
