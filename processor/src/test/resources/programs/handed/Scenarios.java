package handed;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

final class Scenarios {
  private Scenarios() {}

  private static HandedPipeline pipeline(Cache cache, Engine engine) {
    return HandedPipeline.builder().cache(cache).engine(engine).build();
  }

  /** Changes what it gets, whatever lets itself be changed, each of three times. */
  static Object changed(Cache cache, Engine engine) {
    List<String> seen = new ArrayList<>();
    try (HandedPipeline pipeline = pipeline(cache, engine)) {
      var inputs = HandedPipeline.given().text("a").texts(List.of("b"));
      for (int i = 0; i < 3; i++) {
        int[] ints = pipeline.ints(inputs);
        Handed.Scores scores = pipeline.scores(inputs);
        List<Integer> list = pipeline.lists(inputs).get("a");
        char[] letters = pipeline.spelled(inputs).get(0);
        seen.add(
            Ran.with(
                Arrays.toString(ints)
                    + Arrays.toString(scores.values())
                    + Arrays.toString(scores.rows().get(0))
                    + list
                    + letters[0]));
        ints[0] = -1;
        scores.values()[0] = -1;
        scores.rows().get(0)[0] = -1;
        letters[0] = '-';
        try {
          list.add(-1);
        } catch (UnsupportedOperationException refused) {
          seen.add("refused");
        }
      }
    }
    return seen;
  }

  /** Outcomes that one run gave are given to another. */
  static Object outcomes(Cache cache, Engine engine) {
    List<String> seen = new ArrayList<>();
    try (HandedPipeline pipeline = pipeline(cache, engine)) {
      var some = pipeline.sizes(HandedPipeline.given().texts(List.of("a", "")));
      var all = pipeline.sizes(HandedPipeline.given().texts(List.of("a")));
      Ran.with("");
      seen.add(Ran.with(pipeline.below(HandedPipeline.given().sizes(some))));
      seen.add(Ran.with(pipeline.below(HandedPipeline.given().sizes(some))));
      seen.add(Ran.with(pipeline.below(HandedPipeline.given().sizes(all))));
    }
    return seen;
  }
}
