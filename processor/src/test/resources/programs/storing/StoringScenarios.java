package storing;

import dev.millrace.runtime.Cache;
import java.nio.file.Path;
import java.util.stream.IntStream;

final class StoringScenarios {
  /** Makes a result large, so that what is stored soon fills a disk. */
  private static final String LONG = "a text that is long. ".repeat(1000);

  private StoringScenarios() {}

  private static ShelvesPipeline open(Cache cache) {
    return ShelvesPipeline.builder().cache(cache.storeAll()).build();
  }

  private static String right(int seed, String text) {
    return text + IntStream.range(0, 20).mapToObj(i -> String.valueOf((seed * 100 + i) * 7)).toList();
  }

  private static void check(ShelvesPipeline pipeline, int seed, String text) {
    String told = pipeline.told(ShelvesPipeline.given().seed(seed).text(text));
    if (!told.equals(right(seed, text))) {
      throw new AssertionError("of " + seed + " came " + told);
    }
  }

  /** Computes what some seeds give, and returns how many nodes ran for that. */
  static Object runs(Cache cache, int from, int to) {
    Shelves.RUNS.set(0);
    try (ShelvesPipeline pipeline = open(cache)) {
      for (int seed = from; seed < to; seed++) {
        check(pipeline, seed, "");
      }
    }
    return Shelves.RUNS.get();
  }

  /** The same with large results. */
  static Object largeRuns(Cache cache, int from, int to) {
    Shelves.RUNS.set(0);
    try (ShelvesPipeline pipeline = open(cache)) {
      for (int seed = from; seed < to; seed++) {
        check(pipeline, seed, LONG + seed);
      }
    }
    return Shelves.RUNS.get();
  }

  /** Opens and closes a cache so many times, with a run each. */
  static Object opened(Cache cache, int times) {
    for (int i = 0; i < times; i++) {
      runs(cache, i % 3, i % 3 + 1);
    }
    return "done";
  }

  /** One of two pipelines at a cache is closed between the runs of the other. */
  static Object oneIsClosed(Cache cache) {
    Shelves.RUNS.set(0);
    try (ShelvesPipeline stays = open(cache)) {
      for (int seed = 0; seed < 20; seed++) {
        try (ShelvesPipeline other = open(cache)) {
          check(other, seed, "");
          check(stays, seed + 1, "");
        }
        check(stays, seed, "");
      }
    }
    return Shelves.RUNS.get();
  }

  /** A process: says which seeds are there without a node having run, then goes on. */
  static final class Main {
    public static void main(String[] args) throws Exception {
      Cache cache = Cache.at(Path.of(args[0]));
      int there = Integer.parseInt(args[1]);
      int end = Integer.parseInt(args[2]);
      System.out.println("again " + runs(cache, 0, there));
      try (ShelvesPipeline pipeline = open(cache)) {
        for (int seed = there; seed < end; seed++) {
          check(pipeline, seed, "");
          System.out.println("done " + seed);
        }
      }
      System.out.println("end");
    }
  }
}
