package many;

import dev.millrace.runtime.FailedItem;
import dev.millrace.runtime.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

final class Scenarios {
  private static final ManyPipeline PIPELINE = ManyPipeline.builder().build();

  private Scenarios() {}

  private static ManyPipeline.Inputs given() {
    return ManyPipeline.given().signs("-+").plus(10);
  }

  private static String ran(Callable<?> run) {
    Many.RAN.clear();
    String result;
    try {
      result = String.valueOf(run.call());
    } catch (Throwable thrown) {
      StringBuilder told =
          new StringBuilder(thrown.getClass().getSimpleName() + ": " + thrown.getMessage());
      for (Throwable note : thrown.getSuppressed()) {
        if (note instanceof FailedItem item) {
          told.append(" in ").append(item.node()).append(" ").append(item.index());
        }
      }
      result = told.toString();
    }
    return result + " " + Many.RAN;
  }

  private static ManyPipeline.Inputs rows(String... rows) {
    return given().rows(List.of(rows)).columns(List.of(1, 2, 3)).depths(List.of('x', 'y'));
  }

  static Object grid() {
    return ran(() -> PIPELINE.grid(rows("a", "b")));
  }

  static Object emptyGrids() {
    return List.of(
        ran(() -> PIPELINE.grid(rows())),
        ran(() -> PIPELINE.grid(rows("a").columns(List.of()))),
        ran(() -> PIPELINE.flatGrid(rows())));
  }

  static Object cubes() {
    return ran(() -> PIPELINE.cubes(rows("a", "b")));
  }

  static Object largeGrid() {
    List<String> rows = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rows.add("r" + i);
      for (int j = 0; j < 20; j++) {
        expected.add("r" + i + "-" + j);
      }
    }
    List<Integer> columns = new ArrayList<>();
    for (int j = 0; j < 20; j++) {
      columns.add(j);
    }
    return ran(() -> expected.equals(PIPELINE.grid(given().rows(rows).columns(columns))));
  }

  static Object checkedGrid() {
    return ran(() -> PIPELINE.checkedGrid(rows("a", "b")));
  }

  static Object flatGrid() {
    return ran(() -> PIPELINE.flatGrid(rows("a", "b")));
  }

  static Object weighedGrid() {
    return ran(() -> PIPELINE.weighedGrid(rows("a", "b")));
  }

  static Object kept() {
    return ran(() -> PIPELINE.kept(given().words(List.of("a", "io", "abc", "bb", "io"))));
  }

  static Object keptNothing() {
    return ran(() -> PIPELINE.kept(given().words(List.of())));
  }

  static Object strict() {
    return ran(() -> PIPELINE.strict(given().words(List.of("a", "io", "abc"))));
  }

  static Object reproduced() throws Exception {
    List<Object> told = new ArrayList<>();
    for (Outcome<Integer> each : PIPELINE.kept(given().words(List.of("io", "abc")))) {
      Outcome.Failed<Integer> failed = (Outcome.Failed<Integer>) each;
      told.add(failed.node() + " " + failed.index() + " " + failed.inputs());
      told.add(ran(failed::reproduce));
    }
    return told;
  }

  static Object keptBeyondAChunk() throws Exception {
    List<String> words = new ArrayList<>(Collections.nCopies(600, "a"));
    words.set(0, "io");
    words.set(255, "io");
    words.set(256, "abc");
    words.set(599, "abc");
    List<Long> failed = new ArrayList<>();
    List<Outcome<Integer>> outcomes = PIPELINE.kept(given().words(words));
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Failed<Integer> failure) {
        failed.add(failure.index());
        if (failure.index() != i) {
          failed.add(-1L);
        }
      }
    }
    return failed + " " + Outcome.values(outcomes).size();
  }

  static Object lettersKept() {
    return ran(
        () -> PIPELINE.lettersKept(given().words(List.of("ab", "io", "c", "null"))));
  }

  static Object nested() {
    var pages = given().pages(List.of(List.of("a", "io"), List.of(), List.of("bb")));
    return List.of(
        ran(() -> PIPELINE.softInSoft(pages)),
        ran(() -> PIPELINE.strictInSoft(pages)),
        ran(() -> PIPELINE.softInStrict(pages)));
  }

  static Object endsTheRun() {
    List<String> told = new ArrayList<>();
    told.add(ran(() -> PIPELINE.kept(given().words(List.of("a", "interrupt", "b")))));
    told.add(ran(() -> PIPELINE.kept(given().words(List.of("a", "error", "b")))));
    Thread.currentThread().interrupt();
    told.add(ran(() -> PIPELINE.kept(given().words(List.of("io", "b")))));
    told.add("interrupted " + Thread.interrupted());
    return told;
  }

  static Object cancelled() {
    return ran(() -> PIPELINE.kept(given().words(List.of("a", "cancel"))))
        + ran(() -> PIPELINE.strict(given().words(List.of("a", "cancel"))));
  }

  /** What a soft map's nodes declare can still come out, where a thread is interrupted. */
  static void declares() throws IOException, InterruptedException {
    PIPELINE.kept(given().words(List.of()));
  }

  static Object flat() {
    return List.of(
        ran(() -> PIPELINE.letters(given().words(List.of("ab", "", "c")))),
        ran(() -> PIPELINE.letters(given().words(List.of()))),
        ran(() -> PIPELINE.streamed(given().words(List.of("ab", "", "c")))),
        ran(() -> PIPELINE.broken(given().words(List.of("ab", "", "c")))));
  }

  static Object split() {
    var words = given().words(List.of(" a", "bb ", "a"));
    return List.of(
        ran(() -> PIPELINE.lengths(words)),
        ran(() -> PIPELINE.uppers(words)),
        ran(() -> PIPELINE.total(words)),
        ran(() -> PIPELINE.total(given().lengths(List.of(1, 2)))),
        ran(
            () -> {
              var all = PIPELINE.run(everything(words.lengths(List.of(7))));
              return all.lengths() + " " + all.uppers() + " " + all.total();
            }));
  }

  private static ManyPipeline.Inputs everything(ManyPipeline.Inputs inputs) {
    return inputs
        .grid(List.of())
        .cubes(List.of())
        .checkedGrid(List.of())
        .flatGrid(List.of())
        .weighedGrid(List.of())
        .kept(List.of())
        .strict(List.of())
        .lettersKept(List.of())
        .softInSoft(List.of())
        .strictInSoft(List.of())
        .softInStrict(List.of())
        .letters(List.of())
        .streamed(List.of())
        .broken(List.of())
        .keptLengths(List.of())
        .risks(List.of())
        .length(1)
        .upper("U")
        .halves(List.of())
        .sum(1)
        .numbers(List.of())
        .books(List.of())
        .weighed(List.of())
        .weighedSoftly(List.of())
        .oneWeight(List.of());
  }

  static Object splitSoftly() {
    var words = given().words(List.of("a", " ", "bb"));
    return ran(() -> PIPELINE.keptLengths(words) + " " + PIPELINE.risks(words));
  }

  static Object splitOnce() {
    return ran(() -> PIPELINE.upper(given().single(" a ")) + PIPELINE.length(given().single("b")));
  }

  static Object wildcards() {
    return List.of(
        ran(() -> PIPELINE.halves(given().upTo(3))),
        ran(() -> PIPELINE.halves(given().upTo(4))),
        ran(() -> PIPELINE.halves(given().numbers(List.of(2L)))),
        ran(() -> PIPELINE.sum(given().upTo(4))));
  }

  static Object threeDeep() {
    return ran(
        () ->
            PIPELINE.books(
                given()
                    .shelf(
                        List.of(
                            List.of(List.of("a", "b"), List.of()),
                            List.of(),
                            List.of(List.of("c"))))));
  }

  static Object weighed() {
    List<String> sound = List.of("aa", "b", "cc", "d");
    return List.of(
        ran(() -> PIPELINE.weighed(given().lefts(sound))),
        ran(() -> PIPELINE.weighed(given().lefts(List.of("a", "throws", "negative", "b")))),
        ran(() -> PIPELINE.weighed(given().lefts(List.of("throws", "a")))),
        ran(() -> PIPELINE.weighedSoftly(given().lefts(List.of("a", "throws", "negative", "b")))),
        ran(() -> PIPELINE.oneWeight(given().rights(List.of("x", "y", "z")))));
  }

  static Object nullElement() {
    return ran(() -> PIPELINE.kept(given().words(Arrays.asList("a", null))));
  }
}
