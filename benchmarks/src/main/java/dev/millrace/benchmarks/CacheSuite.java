package dev.millrace.benchmarks;

import dev.millrace.benchmarks.cached.Caches;
import dev.millrace.benchmarks.cached.FoundBenchmark;
import dev.millrace.benchmarks.cached.SqliteBlobs;
import dev.millrace.benchmarks.cached.Stores;
import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.cache.pack.PackStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Four nodes that cost next to nothing for each item, so that what is measured is the cache. CPU
 * time of the whole process: what is written behind is in it.
 */
final class CacheSuite implements Suite {
  /** The last node's 21 characters so often are 1.6 kB. */
  private static final int LONG = 76;

  private static final double NODES = 4;
  private static final int OPENINGS = 10;
  private static final int ITEMS_A_ROUND = 500_000;

  /** What finds new results each time takes ever more room, and collecting that takes time. */
  private static final int FRESH_ITEMS_A_ROUND = 100_000;

  @Override
  public String name() {
    return "cache";
  }

  @Override
  public String about() {
    return "four small nodes for each item: cold, found, one node changed, 1 % of items changed";
  }

  @Override
  public List<Metric> run(boolean quick) throws Exception {
    List<Metric> metrics = new ArrayList<>();
    int rounds = quick ? 3 : 9;
    for (Map.Entry<String, Jmh.Score> found : Jmh.scores(FoundBenchmark.class, quick).entrySet()) {
      metrics.add(
          Metric.of(found.getKey() + " of 10 k, found, by the clock", found.getValue().time(), "ns")
              .atMost(150));
    }
    for (int items : quick ? new int[] {10_000} : new int[] {10_000, 100_000}) {
      for (boolean isDiamond : new boolean[] {false, true}) {
        metrics.addAll(inMemory(isDiamond, items, rounds));
        metrics.addAll(onDisk(isDiamond, items, Math.max(2, rounds / 3)));
      }
    }
    metrics.addAll(large(quick ? 100_000 : 1_000_000, rounds));
    metrics.addAll(stores(quick ? 100_000 : 1_000_000, rounds));
    return metrics;
  }

  private static String shape(boolean isDiamond, int items) {
    return (isDiamond ? "diamond" : "chain") + " of " + items / 1000 + " k, ";
  }

  private static List<Metric> inMemory(boolean isDiamond, int items, int rounds) throws Exception {
    List<Metric> metrics = new ArrayList<>();
    String what = shape(isDiamond, items);
    List<String> texts = Caches.texts(0, items);
    try (Caches none = new Caches(null, isDiamond, 1);
        Caches off = new Caches(Cache.inMemory().enabled(false), isDiamond, 1);
        Caches found = new Caches(Cache.inMemory(), isDiamond, 1)) {
      List<String> expected = none.run(texts);
      double without = micros(items, rounds, () -> none.run(texts));
      double switchedOff = micros(items, rounds, () -> off.run(texts));
      metrics.add(Metric.of(what + "without a cache", without, "us/item"));
      metrics.add(Metric.of(what + "cache off", switchedOff, "us/item").beside(without));
      double cold =
          fresh(
              items,
              rounds,
              () -> {
                try (Caches fresh = new Caches(Cache.inMemory(), isDiamond, 1)) {
                  return fresh.run(texts);
                }
              });
      metrics.add(
          Metric.of(what + "cold, in memory, a node", (cold - without) / NODES, "us").atMost(0.5));
      expect(off, texts, expected);
      expect(found, texts, expected);
      requireFound(found, texts);
      double hit = micros(items, rounds, () -> found.run(texts));
      expect(found, texts, expected);
      metrics.add(Metric.of(what + "found, in memory", hit, "us/item"));
      metrics.add(
          Metric.of(
              what + "last node changed, in memory",
              fresh(items, rounds, () -> found.nextScale().run(texts).size()),
              "us/item"));
      int[] next = {items};
      metrics.add(
          Metric.of(
              what + "1 % changed, in memory",
              fresh(items, rounds, () -> found.run(Caches.changed(texts, next[0] += items)).size()),
              "us/item"));
    }
    return metrics;
  }

  private static List<Metric> onDisk(boolean isDiamond, int items, int rounds) throws Exception {
    List<Metric> metrics = new ArrayList<>();
    String what = shape(isDiamond, items);
    List<String> texts = Caches.texts(0, items);
    try (Folders folders = new Folders()) {
      Path[] folder = {folders.next()};
      double cold =
          fresh(
              items,
              rounds,
              () -> {
                folder[0] = folders.next();
                try (Caches caches = new Caches(Cache.at(folder[0]), isDiamond, 1)) {
                  return caches.run(texts).size();
                }
              });
      metrics.add(Metric.of(what + "cold, on disk, a node", cold / NODES, "us").atMost(3));
      Cache unheld = Cache.at(folder[0]).frontLimit(0);
      try (Caches caches = new Caches(unheld, isDiamond, 1)) {
        requireFound(caches, texts);
        metrics.add(
            Metric.of(
                what + "found, on disk",
                micros(items, rounds, () -> caches.run(texts).size()),
                "us/item"));
        metrics.add(
            Metric.of(
                what + "last node changed, on disk",
                fresh(items, rounds, () -> caches.nextScale().run(texts).size()),
                "us/item"));
        int[] next = {items};
        metrics.add(
            Metric.of(
                what + "1 % changed, on disk",
                fresh(
                    items,
                    rounds,
                    () -> caches.run(Caches.changed(texts, next[0] += items)).size()),
                "us/item"));
      }
    }
    return metrics;
  }

  /** Results of 1.6 kB among a million others. */
  private static List<Metric> large(int keys, int rounds) throws Exception {
    List<Metric> metrics = new ArrayList<>();
    int items = 10_000;
    List<String> texts = Caches.texts(0, items);
    try (Folders folders = new Folders()) {
      Path folder = folders.next();
      Stores.fill(folder, keys);
      try (Caches caches = new Caches(Cache.at(folder).frontLimit(0), false, LONG)) {
        int[] next = {items};
        double fill = fresh(items, rounds, () -> caches.run(Caches.texts(next[0] += items, items)));
        caches.run(texts);
        requireFound(caches, texts);
        double hit = micros(items, rounds, () -> caches.run(texts).size());
        String among = " among " + keys / 1000 + " k";
        metrics.add(
            Metric.of("1.6 kB and three of 64 B stored, on disk", fill, "us/item").atMost(10 + 9));
        metrics.add(Metric.of("1.6 kB found" + among, hit, "us/item").atMost(5));
      }
    }
    return metrics;
  }

  /** Packs beside a table of SQLite, each alone. */
  private static List<Metric> stores(int keys, int rounds) throws Exception {
    List<Metric> metrics = new ArrayList<>();
    for (int bytes : new int[] {64, 1_600}) {
      int many = bytes == 64 ? keys : keys / 10;
      String what = bytes + " B, " + many / 1000 + " k keys: ";
      try (Folders folders = new Folders()) {
        Path folder = folders.next();
        Path file = Files.createDirectories(folders.next()).resolve("blobs.sqlite");
        try (PackStore packs = new PackStore(folder);
            SqliteBlobs table = new SqliteBlobs(file)) {
          double packPut = once(many, () -> Stores.put(packs, many, bytes));
          double tablePut = once(many, () -> table.put(many, bytes));
          metrics.add(Metric.of(what + "put", packPut, "us").beside(tablePut));
          double packGet = micros(many, rounds, () -> Stores.get(packs, many));
          double tableGet = micros(many, 2, () -> table.get(many));
          metrics.add(Metric.of(what + "get", packGet, "us").beside(tableGet));
        }
        if (bytes == 64) {
          metrics.add(
              Metric.of(what + "opened", opened(folder, rounds), "ms CPU")
                  .atMost(100.0 * many / 1_000_000));
        }
      }
    }
    return metrics;
  }

  private static double once(int items, Cost.Work work) throws Exception {
    return Cost.of(work).cpuSeconds() * 1e6 / items;
  }

  /** Opening is seen to at the first question. */
  private static double opened(Path folder, int rounds) throws Exception {
    return micros(
            ITEMS_A_ROUND / OPENINGS,
            rounds,
            () -> {
              try (PackStore packs = new PackStore(folder)) {
                return packs.contains(new Signature(1, 1));
              }
            })
        * (ITEMS_A_ROUND / OPENINGS)
        / 1e3;
  }

  /** Where nothing is cached, nothing here would measure what it says. */
  private static void requireFound(Caches caches, List<String> texts) {
    long found = caches.found(texts);
    if (found != texts.size()) {
      throw new IllegalStateException(
          "the cache has " + found + " of " + texts.size() + " results; it warns why");
    }
  }

  private static void expect(Caches caches, List<String> texts, List<String> expected) {
    if (!caches.run(texts).equals(expected)) {
      throw new IllegalStateException("the cache gives something else");
    }
  }

  /**
   * Returns the least CPU time of several rounds, in microseconds an item. A round does the work as
   * often as the clock of CPU time, which ticks a hundred times a second, needs to see it.
   */
  private static double micros(int items, int rounds, Callable<?> work) throws Exception {
    return micros(items, Math.max(1, ITEMS_A_ROUND / items), rounds, work);
  }

  private static double fresh(int items, int rounds, Callable<?> work) throws Exception {
    return micros(items, Math.max(1, FRESH_ITEMS_A_ROUND / items), rounds, work);
  }

  private static double micros(int items, int times, int rounds, Callable<?> work)
      throws Exception {
    double least = Double.MAX_VALUE;
    for (int round = -2; round < rounds; round++) {
      Cost cost =
          Cost.of(
              () -> {
                for (int i = 0; i < times; i++) {
                  work.call();
                }
              });
      if (round >= 0) {
        least = Math.min(least, cost.cpuSeconds());
      }
    }
    return least * 1e6 / items / times;
  }
}
