package variants;

import dev.millrace.runtime.MissingInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

final class Scenarios {
  private static final SearchPipeline PIPELINE = SearchPipeline.builder().build();
  private static final Nodes.Fusion RRF = new Nodes.Rrf(60);
  private static final Nodes.Fusion LINEAR = new Nodes.Linear();
  private static final List<String> TEXTS = List.of("a", "b", "c", "d");

  private Scenarios() {}

  private static SearchPipeline.Inputs given() {
    return SearchPipeline.given();
  }

  private static String ran(Supplier<?> run) {
    Nodes.RAN.clear();
    return run.get() + " " + Nodes.RAN;
  }

  static Object line() {
    var inputs = given().text("a").model("M");
    return List.of(
        ran(() -> PIPELINE.fused(inputs.fusion(RRF))),
        ran(() -> PIPELINE.fused(inputs.fusion(LINEAR))),
        ran(() -> PIPELINE.fused(inputs.fusion(new Nodes.Log()))),
        ran(() -> PIPELINE.fused(inputs.fusion(new Nodes.Max()))),
        ran(() -> PIPELINE.fused(inputs.fusion(new Nodes.Min()))));
  }

  static Object shared() {
    var inputs = given().text("a").model("M");
    return List.of(
        ran(() -> PIPELINE.report(inputs.fusion(RRF))),
        ran(() -> PIPELINE.report(inputs.fusion(LINEAR))));
  }

  static Object choiceInChoice() {
    var inputs = given().text("a").model("M").limit(3).fusion(RRF);
    return List.of(
        ran(() -> PIPELINE.sorted(inputs)),
        ran(() -> PIPELINE.sorted(inputs.order(Nodes.Order.UP))),
        ran(() -> PIPELINE.sorted(inputs.order(Nodes.Order.DOWN))));
  }

  static Object givenInstead() {
    return List.of(
        ran(() -> PIPELINE.sorted(given().fused("F"))),
        ran(() -> PIPELINE.fused(given().fusion(LINEAR).scores("S"))),
        ran(() -> PIPELINE.fused(given().fused("F"))));
  }

  private static String missing(Supplier<?> run) {
    try {
      return "ran: " + run.get();
    } catch (MissingInputException missing) {
      return missing.missing().toString();
    }
  }

  static Object missing() {
    Nodes.RAN.clear();
    return List.of(
            missing(() -> PIPELINE.fused(given())),
            missing(() -> PIPELINE.fused(given().fusion(RRF))),
            missing(() -> PIPELINE.fused(given().fusion(LINEAR))),
            missing(() -> PIPELINE.fused(given().fusion(new Nodes.Max()))),
            missing(() -> PIPELINE.fused(given().fusion(new Nodes.Min()))),
            missing(() -> PIPELINE.sorted(given().order(Nodes.Order.DOWN))),
            missing(() -> PIPELINE.sorted(given().fusion(LINEAR))))
        + " "
        + Nodes.RAN;
  }

  static Object unmapped() {
    var inputs = given().title("t").model("M");
    return List.of(
        ran(() -> PIPELINE.other(inputs.fusion(RRF))),
        ran(() -> PIPELINE.other(inputs.fusion(LINEAR))),
        ran(() -> PIPELINE.other(inputs.fusion(new Nodes.Min()))));
  }

  static Object mappedByOne() {
    var inputs = given().texts(List.of("a", "b")).model("M");
    return List.of(
        ran(() -> PIPELINE.all(inputs.fusion(RRF))),
        ran(() -> PIPELINE.all(inputs.fusion(LINEAR))),
        ran(() -> PIPELINE.all(inputs.fusion(new Nodes.Min()))));
  }

  static Object mappedByADefault() {
    var inputs = given().texts(List.of("a", "b")).model("M").fusion(RRF).limit(1);
    return List.of(
        ran(() -> PIPELINE.allSorted(inputs)),
        ran(() -> PIPELINE.allSorted(inputs.order(Nodes.Order.DOWN))));
  }

  static Object mappedByEach() {
    var up = Nodes.Order.UP;
    var down = Nodes.Order.DOWN;
    var inputs = given().texts(TEXTS).model("M").limit(5);
    return List.of(
        ran(
            () ->
                PIPELINE.each(
                    inputs
                        .fusions(List.of(RRF, LINEAR, LINEAR, new Nodes.Max()))
                        .orders(List.of(up, up, down, up)))),
        ran(
            () ->
                PIPELINE.each(
                    inputs
                        .fusions(List.of(RRF, LINEAR, LINEAR, new Nodes.Max()))
                        .orders(List.of(up, down, down, up)))));
  }

  static Object oneTextManyFusions() {
    var inputs = given().text("a").model("M");
    return List.of(
        ran(() -> PIPELINE.tries(inputs.fusions(List.of(RRF, new Nodes.Rrf(1))))),
        ran(() -> PIPELINE.tries(inputs.fusions(List.of(new Nodes.Min(), LINEAR)))),
        ran(() -> PIPELINE.tries(inputs.fusions(List.of()))));
  }

  static Object givenForEach() {
    return ran(() -> PIPELINE.again(given().fusedOnes(List.of("x", "y")).limit(1)));
  }

  static Object inAMapInAMap() {
    return ran(
        () ->
            PIPELINE.grid(
                given()
                    .texts(List.of("a", "b"))
                    .fusions(List.of(RRF, new Nodes.Min()))
                    .model("M")));
  }

  /** More than one chunk, a variant in turn: each chunk's twin is called with its own rows. */
  static Object chunks() {
    List<String> texts = new ArrayList<>();
    List<Nodes.Fusion> fusions = new ArrayList<>();
    List<Nodes.Order> orders = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      texts.add("t" + i);
      fusions.add(i % 3 == 0 ? LINEAR : new Nodes.Rrf(i));
      orders.add(i % 5 == 0 ? Nodes.Order.DOWN : Nodes.Order.UP);
      String fused =
          i % 3 == 0 ? "Linear(qt" + i + ".scores.wM)" : "rrf" + i + "(qt" + i + ".ranks)";
      expected.add("qt" + i + ".ranks & " + (i % 5 == 0 ? "down 7" : "up " + fused));
    }
    Nodes.RAN.clear();
    boolean same =
        PIPELINE
            .each(given().texts(texts).fusions(fusions).orders(orders).model("M").limit(7))
            .equals(expected);
    return same + " " + Nodes.RAN.stream().filter(each -> each.startsWith("scores")).toList();
  }
}
