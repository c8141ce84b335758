package roads;

import java.util.List;

final class Scenarios {
  private static final RoadsPipeline PIPELINE = RoadsPipeline.builder().build();

  private Scenarios() {}

  static Object once() {
    var given = RoadsPipeline.given().place("town");
    return List.of(
        PIPELINE.road(given.people(1)),
        PIPELINE.road(given.people(30)),
        PIPELINE.paces(given.people(2)));
  }

  static Object overMany() {
    var over = RoadsPipeline.over().place("town").eachPeople(List.of(1, 2));
    return List.of(PIPELINE.road(over).values(), PIPELINE.paces(over).values());
  }

  static Object overBoth() {
    var over =
        RoadsPipeline.over().eachPlace(List.of("a", "b")).eachPeople(List.of(1, 2)).product();
    return PIPELINE.road(over).values();
  }
}
