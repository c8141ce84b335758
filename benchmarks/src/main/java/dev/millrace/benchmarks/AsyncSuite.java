package dev.millrace.benchmarks;

import dev.millrace.benchmarks.waiting.Askers;
import dev.millrace.benchmarks.waiting.Askers.Asker;
import dev.millrace.benchmarks.waiting.Delays;
import dev.millrace.benchmarks.waiting.Fetchers;
import dev.millrace.benchmarks.waiting.Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Ten thousand questions that are answered after a while, 256 of them in flight; and forty pages of
 * a server. By the clock: what is measured is waiting. What others do on the machine only adds to
 * it, so the least of several rounds counts.
 */
final class AsyncSuite implements Suite {
  private static final int QUESTIONS = 10_000;
  private static final int PAGES = 40;

  /** The least parts of the window that have to be in use, in the order of {@link Delays}. */
  private static final double[] USED = {0.9, 0.75, 0.35};

  @Override
  public String name() {
    return "async";
  }

  @Override
  public String about() {
    return "10,000 answers that take 5 ms, 256 in flight, beside streams and futures";
  }

  @Override
  public List<Metric> run(boolean quick) throws Exception {
    List<Metric> metrics = new ArrayList<>();
    for (Delays delays : Delays.values()) {
      metrics.addAll(asked(delays, quick ? 2 : 7));
    }
    metrics.addAll(fetched(quick ? 2 : 7));
    return metrics;
  }

  private static List<Metric> asked(Delays delays, int rounds) throws Exception {
    List<Long> questions = LongStream.range(0, QUESTIONS).boxed().toList();
    List<Long> answers = questions.stream().map(Service::answered).toList();
    try (Service service = new Service(delays, QUESTIONS);
        Askers askers = new Askers(service)) {
      InTurns turns = new InTurns();
      for (Map.Entry<String, Asker> asker : askers.all().entrySet()) {
        turns.add(asker.getKey(), () -> asker.getValue().answers(questions), answers);
      }
      Map<String, Cost> costs = turns.least(rounds);
      List<Metric> metrics = new ArrayList<>();
      double sequential = service.secondsOneByOne();
      double hand = sequential / costs.get("hand").wallSeconds();
      costs.forEach(
          (name, cost) -> {
            Metric times =
                Metric.of(delays + ", " + name, sequential / cost.wallSeconds(), "x one by one")
                    .beside(hand);
            double limit = USED[delays.ordinal()] * Askers.WINDOW;
            metrics.add(name.equals("millrace") ? times.atLeast(limit) : times);
            metrics.add(Metric.of(delays + ", " + name + ", CPU", cost.cpuSeconds(), "s"));
          });
      return metrics;
    }
  }

  private static List<Metric> fetched(int rounds) throws Exception {
    try (Fetchers fetchers = new Fetchers()) {
      List<URI> addresses = fetchers.addresses(PAGES);
      List<String> pages = fetchers.pages(addresses);
      InTurns turns = new InTurns();
      turns.add("one by one", () -> fetchers.oneByOne(addresses), pages);
      turns.add("hand", () -> fetchers.hand(addresses), pages);
      turns.add("millrace", () -> fetchers.millrace(addresses), pages);
      Map<String, Cost> costs = turns.least(rounds);
      double sequential = costs.get("one by one").wallSeconds();
      double hand = sequential / costs.get("hand").wallSeconds();
      return List.of(
          Metric.of("40 pages one by one, wall", sequential, "s"),
          Metric.of("40 pages, hand", hand, "x one by one"),
          Metric.of(
                  "40 pages, millrace",
                  sequential / costs.get("millrace").wallSeconds(),
                  "x one by one")
              .beside(hand)
              .atLeast(30));
    }
  }
}
