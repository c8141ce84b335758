package over;

import dev.millrace.runtime.MissingInputException;
import dev.millrace.runtime.NullResultException;
import dev.millrace.runtime.Outcome;
import dev.millrace.runtime.Resource;
import dev.millrace.runtime.Results;
import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunObserver;
import dev.millrace.runtime.TooManyItemsException;
import dev.millrace.runtime.UnequalLengthsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

final class Scenarios {
  private static final SearchPipeline SEARCH = SearchPipeline.builder().build();
  private static final ClosedPipeline CLOSED = ClosedPipeline.builder().build();

  private Scenarios() {}

  private static SearchPipeline.Over mills() {
    return SearchPipeline.over().corpus("mill millrace race weir");
  }

  static Object constantsOnce() {
    Results<List<String>> results = SEARCH.hits(mills().eachQuery(List.of("mill", "race", "x")));
    return results.values() + " " + Search.RAN;
  }

  static Object product() {
    Results<List<String>> results =
        SEARCH.hits(mills().eachQuery(List.of("mill", "race")).eachK(List.of(1, 2)).product());
    return results.values() + " " + Search.RAN;
  }

  static Object zipped() {
    Results<List<String>> results =
        SEARCH.hits(mills().eachQuery(List.of("mill", "race")).eachK(List.of(1, 2)));
    return results.values() + " " + Search.RAN;
  }

  static Object oneItem() {
    return SEARCH.hits(SearchPipeline.over(mill())).values()
        + " "
        + SEARCH.size(SearchPipeline.over(mill()).product()).values();
  }

  private static SearchPipeline.Inputs mill() {
    return SearchPipeline.inputs().corpus("mill").query("m");
  }

  static Object noItem() {
    return SEARCH.hits(mills().eachQuery(List.of())).size() + " " + Search.RAN;
  }

  static Object everything() {
    Results<SearchPipeline.Outputs> results = SEARCH.run(mills().eachQuery(List.of("mill", "x")));
    List<Object> all = new ArrayList<>();
    for (SearchPipeline.Outputs outputs : results.values()) {
      all.add(Arrays.asList(outputs.size(), outputs.hits(), outputs.best(), outputs.scores()));
    }
    return all + " " + Search.RAN;
  }

  static Object anOutputThatDoesNotVary() {
    Results<Integer> sizes = SEARCH.size(mills().eachQuery(List.of("a", "b")));
    return sizes.values() + " " + Search.RAN;
  }

  static Object intermediates() {
    Results<List<String>> results =
        SEARCH.hits(
            SearchPipeline.over()
                .query("a")
                .eachIndex(List.of(List.of("a", "b"), List.of("ab", "ba"))));
    Results<List<String>> same =
        SEARCH.hits(
            SearchPipeline.over().index(List.of("a", "b")).eachQuery(List.of("a", "b", "c")));
    return results.values() + " " + same.values() + " " + Search.RAN;
  }

  static Object nullables() {
    Results<List<Integer>> scores =
        SEARCH.scores(
            SearchPipeline.over().hits(List.of("ab")).eachBoost(Arrays.asList(3, null, 5)));
    Results<String> best = SEARCH.best(mills().eachQuery(List.of("mill", "x")));
    return scores.values() + " " + best.values() + " " + Search.RAN;
  }

  static Object lastCounts() {
    SearchPipeline.Over over = mills().eachQuery(List.of("a", "b")).eachK(List.of(1, 2, 3));
    return SEARCH.hits(over.query("mill")).values()
        + " "
        + SEARCH.hits(over.query("mill").k(1).eachQuery(List.of("race"))).values();
  }

  static Object refused() {
    List<String> said = new ArrayList<>();
    try {
      mills().eachQuery(Arrays.asList("a", null));
    } catch (NullResultException isNull) {
      said.add(isNull.getMessage());
    }
    try {
      SEARCH.hits(mills().eachQuery(List.of("a", "b")).eachK(List.of(1)));
    } catch (UnequalLengthsException unequal) {
      said.add(unequal.getMessage());
    }
    try {
      List<Integer> many = Collections.nCopies(50_000, 1);
      SEARCH.scores(mills().query("a").eachK(many).eachBoost(many).product());
    } catch (TooManyItemsException tooMany) {
      said.add(tooMany.getMessage());
    }
    try {
      SEARCH.hits(SearchPipeline.over().eachK(List.of(1, 2)));
    } catch (MissingInputException missing) {
      said.add(missing.missing() + Arrays.toString(missing.items()));
    }
    return String.join("\n", said) + " " + Search.RAN;
  }

  static Object failures() throws Exception {
    Results<List<Integer>> results =
        SEARCH.scores(
            SearchPipeline.over()
                .corpus("mill badweir bad")
                .boost(2)
                .eachQuery(List.of("mill", "bad", "x", "l")));
    List<Object> said = new ArrayList<>(results.outcomes());
    Outcome.Failed<List<Integer>> failed = results.failures().get(0);
    said.add(failed.inputs());
    try {
      said.add(failed.reproduce());
    } catch (java.io.IOException again) {
      said.add(again.getMessage());
    }
    said.add(Search.RAN);
    return said;
  }

  static Object aConstantFails() {
    Results<List<String>> results =
        SEARCH.hits(SearchPipeline.over().corpus("").eachQuery(List.of("a", "b")));
    return results.outcomes() + " " + Search.RAN;
  }

  static Object aConstantOfAMapFails() {
    Results<List<Integer>> results = SEARCH.scores(mills().query("mill").eachBoost(List.of(1, 13)));
    return results.outcomes();
  }

  static Object hidden() {
    ClosedPipeline.Over over = ClosedPipeline.over().text("b a").weight(0.5);
    List<Closed.Fusion> fusions =
        List.of(
            Closed.Fusion.SHORT,
            Closed.Fusion.LONG,
            Closed.Fusion.WEIGHTED,
            Closed.Fusion.LONG,
            Closed.Fusion.SHORT);
    return CLOSED.rating(over.eachFusion(fusions)).values() + " " + Closed.RAN;
  }

  static Object lazy() {
    ClosedPipeline.Over over = ClosedPipeline.over().text("b a").fusion(Closed.Fusion.WEIGHTED);
    return CLOSED.rating(over.eachWeight(List.of(1.0, 2.0))).values() + " " + Closed.RAN;
  }

  static Object aVariantLacksAnInput() {
    ClosedPipeline.Over over = ClosedPipeline.over().text("b a");
    try {
      return CLOSED.rating(
          over.eachFusion(List.of(Closed.Fusion.SHORT, Closed.Fusion.WEIGHTED)));
    } catch (MissingInputException missing) {
      return missing.getMessage() + " " + Closed.RAN;
    }
  }

  static Object resourcesOfAll() {
    try (RoomsPipeline rooms = RoomsPipeline.builder().build()) {
      Results<String> results =
          rooms.visit(
              RoomsPipeline.over().key(Rooms_KeyResource.of("k")).eachNumber(List.of(1, 2)));
      Rooms.RAN.add(results.values().toString());
    }
    return Rooms.RAN;
  }

  static Object resourcesThatVary() {
    try (RoomsPipeline rooms = RoomsPipeline.builder().build()) {
      Results<String> results =
          rooms.visit(
              RoomsPipeline.over()
                  .number(7)
                  .eachKey(
                      List.of(
                          Rooms_KeyResource.of("a"),
                          Resource.live(new Rooms.Key("b")),
                          Rooms_KeyResource.of("a"))));
      Rooms.RAN.add(results.values().toString());
    }
    return Rooms.RAN;
  }

  static Object resourcesAskedFor() {
    try (RoomsPipeline rooms = RoomsPipeline.builder().build()) {
      Results<Rooms.Room> results = rooms.chamber(RoomsPipeline.over().eachNumber(List.of(1, 2)));
      Rooms.RAN.add(results.values().toString());
    }
    return Rooms.RAN;
  }

  static Object interrupted() {
    try {
      WaitingPipeline.builder().build().waited(WaitingPipeline.over().eachTurns(List.of(1, 2, 3)));
      return "nobody was interrupted";
    } catch (InterruptedException interrupted) {
      return interrupted.getMessage();
    }
  }

  static Object capitals() {
    return WaitingPipeline.builder()
        .build()
        .both(WaitingPipeline.over().eachText(List.of("a", "b")).eachText_(List.of("c", "d")))
        .values();
  }

  static Object listened() {
    List<String> events = new ArrayList<>();
    RunListener listener =
        run -> {
          String name = run.pipeline() + (run.around() == null ? "" : " in a call");
          events.add("run " + name);
          return new RunObserver() {
            @Override
            public void finished(Duration elapsed) {
              events.add("ran " + name);
            }

            @Override
            public void failed(Throwable failure) {
              events.add("failed " + name);
            }

            @Override
            public void nodeFinished(String node, long items, Duration elapsed) {
              events.add("end " + node + " " + items);
            }

            @Override
            public void mapStarted(String map, long items, long parents) {
              events.add("map " + map + " " + items);
            }

            @Override
            public void mapAdvanced(String map, long done, long items, long failed) {
              events.add("at " + map + " " + done + "/" + items + ", " + failed + " failed");
            }
          };
        };
    SearchPipeline pipeline = SearchPipeline.builder().listener(listener).build();
    pipeline.scores(
        SearchPipeline.over().corpus("mill bad").boost(1).eachQuery(List.of("mill", "bad")));
    return events;
  }
}
