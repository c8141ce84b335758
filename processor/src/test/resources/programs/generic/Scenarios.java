package generic;

import java.io.IOException;
import java.util.List;
import java.util.Map;

final class Scenarios {
  private static final RankingPipeline PIPELINE = RankingPipeline.builder().build();
  private static final RankingPipeline.Inputs TEXT =
      RankingPipeline.given().text("an old mill by a river").k(2);

  private Scenarios() {}

  static Object alone() {
    List<String> best = PIPELINE.best(TEXT);
    String greatest = PIPELINE.greatest(TEXT);
    return best + " " + greatest + " " + PIPELINE.length(TEXT);
  }

  static Object instance() {
    String first = PIPELINE.first(TEXT);
    Map<Integer, List<String>> shelved = PIPELINE.shelved(TEXT);
    return first + " " + shelved;
  }

  static Object twoUses() {
    List<List<String>> texts = PIPELINE.textPairs(TEXT);
    List<List<Integer>> numbers = PIPELINE.numberPairs(TEXT.numbers(List.of(7, 8)));
    return texts + " " + numbers + " " + Ranking.RAN;
  }

  static Object mapInMap() {
    return PIPELINE.grid(TEXT.rows(List.of(List.of(1L, 2L), List.of(), List.of(3L))));
  }

  static Object inputsAreConcrete() {
    return PIPELINE.greatest(RankingPipeline.given().best(List.of("given")));
  }

  static Object poison() {
    try {
      return PIPELINE.risky(RankingPipeline.given().items(List.of("a", "worse", "bad")));
    } catch (IOException failure) {
      return failure.getMessage() + " " + Ranking.RAN;
    }
  }
}
