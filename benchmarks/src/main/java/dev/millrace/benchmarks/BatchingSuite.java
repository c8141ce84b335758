package dev.millrace.benchmarks;

import dev.millrace.benchmarks.device.Device;
import dev.millrace.benchmarks.device.Encoders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Keeping a device busy that takes a while for every call. It is a model: it waits, and computes
 * nothing; what a batch is worth to a real encoder, the encoder's own suite says. By the clock, the
 * least of several rounds.
 */
final class BatchingSuite implements Suite {
  private static final Device MODEL =
      new Device(TimeUnit.MILLISECONDS.toNanos(1), TimeUnit.MICROSECONDS.toNanos(10));

  /**
   * 50 ms for one passage, 500 for a thousand at once, nearly 100 for a hundred: the figures of the
   * note that the project began with.
   */
  private static final Device SLOW =
      new Device(TimeUnit.MICROSECONDS.toNanos(49_550), TimeUnit.MICROSECONDS.toNanos(450));

  private static final int QUERIES = 400;
  private static final int PASSAGES_OF_EACH = 5;

  @Override
  public String name() {
    return "batching";
  }

  @Override
  public String about() {
    return "a device of 1 ms a call and 10 us a row, kept busy by a list";
  }

  @Override
  public List<Metric> run(boolean quick) throws Exception {
    List<Metric> metrics = new ArrayList<>();
    int rounds = quick ? 3 : 9;
    metrics.addAll(saturated(quick ? 5_000 : 20_000, rounds));
    metrics.addAll(nested(rounds));
    metrics.addAll(corpus(quick));
    return metrics;
  }

  private static List<Metric> saturated(int rows, int rounds) throws Exception {
    List<Long> texts = Encoders.texts(0, rows);
    List<Long> answers = Encoders.answers(texts);
    try (Encoders encoders = new Encoders(MODEL)) {
      InTurns turns = new InTurns();
      turns.add("hand", () -> encoders.hand(texts), answers);
      turns.add("millrace", () -> encoders.millrace(texts), answers);
      turns.add("reactor", () -> encoders.reactor(texts), answers);
      Map<String, Cost> costs = turns.least(rounds);
      double model = MODEL.seconds(rows);
      double hand = model / costs.get("hand").wallSeconds();
      List<Metric> metrics = new ArrayList<>();
      costs.forEach(
          (name, cost) -> {
            Metric part =
                Metric.of(
                        rows + " rows, " + name,
                        model / cost.wallSeconds(),
                        "of the model's throughput")
                    .beside(hand);
            metrics.add(name.equals("millrace") ? part.atLeast(0.95) : part);
          });
      return metrics;
    }
  }

  private static List<Metric> nested(int rounds) throws Exception {
    List<List<Long>> groups =
        IntStream.range(0, QUERIES)
            .mapToObj(query -> Encoders.texts(query * PASSAGES_OF_EACH, PASSAGES_OF_EACH))
            .toList();
    List<List<Long>> answers = groups.stream().map(Encoders::answers).toList();
    try (Encoders encoders = new Encoders(MODEL)) {
      InTurns turns = new InTurns();
      turns.add("hand, as one list", () -> encoders.handNested(groups), answers);
      turns.add("hand, query by query", () -> encoders.handGroupByGroup(groups), answers);
      turns.add("millrace", () -> encoders.millraceNested(groups), answers);
      double model = MODEL.seconds(QUERIES * PASSAGES_OF_EACH);
      List<Metric> metrics = new ArrayList<>();
      turns
          .least(rounds)
          .forEach(
              (name, cost) ->
                  metrics.add(
                      Metric.of(
                              QUERIES + " queries of " + PASSAGES_OF_EACH + " passages, " + name,
                              cost.wallSeconds() * 1000,
                              "ms")
                          .beside(model * 1000)));
      return metrics;
    }
  }

  /** One by one only in a full run: it takes nearly a minute. */
  private static List<Metric> corpus(boolean quick) throws Exception {
    List<Long> passages = Encoders.texts(0, 1_000);
    List<Long> queries = Encoders.texts(5_000, 100);
    List<List<Long>> answers = List.of(Encoders.answers(passages), Encoders.answers(queries));
    String what = "1,000 passages and 100 queries, ";
    try (Encoders encoders = new Encoders(SLOW)) {
      InTurns turns = new InTurns();
      turns.add("batched", () -> encoders.millraceCorpus(passages, queries), answers);
      List<Metric> metrics = new ArrayList<>();
      metrics.add(
          Metric.of(
                  what + "in batches, wall",
                  turns.least(quick ? 1 : 3).get("batched").wallSeconds(),
                  "s")
              .atMost(1));
      if (!quick) {
        Cost cost = Cost.of(() -> check(encoders.millraceOneByOne(passages, queries), answers));
        metrics.add(Metric.of(what + "one by one, wall", cost.wallSeconds(), "s"));
      }
      return metrics;
    }
  }

  private static void check(List<List<Long>> vectors, List<List<Long>> answers) {
    if (!vectors.equals(answers)) {
      throw new IllegalStateException("one by one comes to something else");
    }
  }
}
