package overlap;

import dev.millrace.Each;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.RateLimit;
import dev.millrace.Retry;
import dev.millrace.Stateful;
import dev.millrace.Timeout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Each first node of two completes when the second is started: one by one they would not. */
@Pipeline
interface Trips {
  List<String> RAN = new ArrayList<>();

  CompletableFuture<String> WEATHER = new CompletableFuture<>();

  @Node
  @Timeout("20s")
  static CompletionStage<String> weather(String city) {
    RAN.add("weather");
    return WEATHER;
  }

  @Node
  static String forecast(String weather) {
    RAN.add("forecast");
    return weather + " tomorrow";
  }

  @Node
  static String address(String city) {
    RAN.add("address");
    return "centre of " + city;
  }

  @Node
  static CompletionStage<String> hotel(String address) {
    RAN.add("hotel");
    WEATHER.complete("sun");
    return CompletableFuture.completedStage("inn, " + address);
  }

  @Node
  static String trip(String forecast, String hotel) {
    return hotel + ": " + forecast;
  }

  // what fails

  @Node
  static String broken(String city) throws IOException {
    throw new IOException("no way to " + city);
  }

  @Node
  static String hike(String weather, String broken) {
    return weather + broken;
  }

  // what is tried again

  @Node
  @RateLimit("1000/s")
  @Retry(attempts = 3, on = IOException.class, backoff = "1ms")
  static CompletionStage<String> ferry(String city) throws IOException {
    synchronized (RAN) {
      RAN.add("ferry");
      return switch (RAN.size()) {
        case 1 -> throw new IOException("missed");
        case 2 -> CompletableFuture.failedFuture(new IOException("full"));
        default -> CompletableFuture.completedFuture("ferry to " + city);
      };
    }
  }

  // what outlasts its run

  CompletableFuture<String> WALK = new CompletableFuture<>();

  @Stateful
  final class Guide implements AutoCloseable {
    private final String name;

    Guide(String name) {
      this.name = name;
    }

    @Node
    CompletionStage<String> tour(String city) {
      RAN.add(name + " leads");
      return WALK.minimalCompletionStage();
    }

    @Override
    public void close() {
      RAN.add(name + " leaves");
    }
  }

  @Pipeline(Guide.class)
  interface Tours {
    @Node
    static String lost(String tour, String city) throws IOException {
      throw new IOException("lost in " + city);
    }

    @Node
    static int size(String city) throws IOException {
      throw new IOException("nobody in " + city);
    }

    @Node
    static String group(String tour, int size) {
      return tour + size;
    }
  }

  // inside

  final class Booking {
    static final CompletableFuture<String> ROOM = new CompletableFuture<>();

    private Booking() {}

    @Node
    @Timeout("20s")
    static CompletionStage<String> room(String city) {
      return ROOM;
    }

    @Node
    static CompletableFuture<Integer> price(String city) {
      ROOM.complete("room in " + city);
      return CompletableFuture.completedFuture(city.length());
    }

    @Node
    static String offer(String room, int price) {
      return room + " for " + price;
    }

    @Node
    static String mail(String guest, String offer) {
      return guest + ", a " + offer;
    }
  }

  @Nested(value = Booking.class, output = "offer")
  String stay(String city);

  @Nested(value = Booking.class, output = "mail")
  List<String> mails(@Each("guest") List<String> guests);
}
