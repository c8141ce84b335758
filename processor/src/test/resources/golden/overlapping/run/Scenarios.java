package overlap;

import dev.millrace.runtime.RunListener;
import dev.millrace.runtime.RunObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class Scenarios {
  private static final TripsPipeline PIPELINE = TripsPipeline.builder().build();
  private static final TripsPipeline.Inputs CITY = TripsPipeline.given().city("Bern");

  private Scenarios() {}

  static Object twoOverlap() {
    return PIPELINE.trip(CITY) + " " + Trips.RAN;
  }

  static Object oneIsGiven() {
    return PIPELINE.trip(CITY.weather("rain")) + " " + Trips.RAN;
  }

  static Object oneIsAskedForAlone() {
    return PIPELINE.hotel(CITY) + " " + Trips.RAN;
  }

  static Object aFailureCancelsWhatWasStarted() {
    try {
      return PIPELINE.hike(CITY);
    } catch (Exception failure) {
      return failure.getMessage() + ", " + Trips.WEATHER.isCancelled();
    }
  }

  static Object triedAgain() throws Exception {
    return PIPELINE.ferry(CITY) + " " + Trips.RAN;
  }

  static Object whatOutlastsItsRunKeepsItsResource() throws Exception {
    List<String> events = Trips.RAN;
    try (Trips_ToursPipeline tours = Trips_ToursPipeline.builder().build()) {
      try {
        return tours.group(
            Trips_ToursPipeline.inputs().guide(new GuideHandle("Ann")).city("Bern"));
      } catch (Exception failure) {
        events.add(failure.getMessage());
      }
    }
    events.add("closed");
    Trips.WALK.complete("late");
    return events;
  }

  /** Opened by the pipeline, as what is given as a handle. */
  private record GuideHandle(String name) implements dev.millrace.runtime.Resource<Trips.Guide> {
    @Override
    public Trips.Guide open() {
      return new Trips.Guide(name);
    }
  }

  static Object insideAUse() {
    return PIPELINE.stay(CITY);
  }

  static Object inWhatAMapComputesOnce() {
    return PIPELINE.mails(CITY.guests(List.of("Ann", "Bo")));
  }

  static Object manyRunsComputeItOnce() {
    return PIPELINE.trip(TripsPipeline.over(CITY).eachForecast(List.of("fog", "sun"))).values()
        + " "
        + Trips.RAN;
  }

  static Object aListenerIsToldInOrder() {
    List<String> told = new ArrayList<>();
    RunListener listener =
        run ->
            new RunObserver() {
              @Override
              public void nodeStarted(String node) {
                told.add(node + "?");
              }

              @Override
              public void nodeFinished(String node, long items, Duration elapsed) {
                told.add(node + (elapsed.isNegative() ? " in no time" : "!"));
              }
            };
    TripsPipeline listened = TripsPipeline.builder().listener(listener).build();
    listened.trip(CITY);
    listened.stay(CITY);
    return told;
  }
}
