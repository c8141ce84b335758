package roads;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.When;
import java.util.List;

/** What chooses between the variants of a nested use may be made by a node around it. */
@Pipeline
interface Roads {
  sealed interface Vehicle permits Bus, Bike {}

  record Bus(int seats) implements Vehicle {}

  record Bike() implements Vehicle {}

  enum Speed {
    SLOW,
    FAST
  }

  @Node
  static Vehicle vehicle(int people) {
    return people > 1 ? new Bus(people) : new Bike();
  }

  @Node
  static List<Speed> speeds(Vehicle vehicle) {
    return vehicle instanceof Bus ? List.of(Speed.SLOW, Speed.FAST) : List.of(Speed.SLOW);
  }

  @Nested(value = Riding.class, output = "ride")
  String road(Vehicle vehicle, String place);

  @Nested(value = Riding.class, output = "pace")
  List<String> paces(@Each("speed") List<Speed> speeds, String place);

  final class Riding {
    private Riding() {}

    @Node
    static String lane(String place) {
      return "lane of " + place;
    }

    @Node
    static String ride(Bus vehicle, String place) {
      return vehicle.seats() + " to " + place;
    }

    @Node
    static String ride(Bike vehicle, String lane) {
      return "one on the " + lane;
    }

    @Node("pace")
    @When("SLOW")
    static String slow(Speed speed, String lane) {
      return "slowly on the " + lane;
    }

    @Node("pace")
    @When("FAST")
    static String fast(Speed speed, String place) {
      return "fast to " + place;
    }
  }
}
