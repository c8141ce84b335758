package chains;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class Scenarios {
  private static final String[] WORDS = {
    "a", "b", "bb", "xx", "ccc", "abx", "cbcbc", "dddd", "ax", "x"
  };
  private static final int OUTPUTS = 11;

  private Scenarios() {}

  private static ChainsPipeline pipeline(Cache cache, Engine engine) {
    ChainsPipeline.Builder builder = ChainsPipeline.builder().engine(engine).chunkRows(3);
    return (cache == null ? builder : builder.cache(cache)).build();
  }

  private static Object asked(ChainsPipeline pipeline, ChainsPipeline.Inputs inputs, int which)
      throws Exception {
    return switch (which) {
      case 0 -> pipeline.labels(inputs);
      case 1 -> pipeline.pairs(inputs);
      case 2 -> pipeline.good(inputs) + " " + pipeline.fins2(inputs);
      case 3 -> pipeline.letterFins2(inputs);
      case 4 -> pipeline.countFins(inputs);
      case 5 -> pipeline.end(inputs);
      case 6 -> pipeline.signed(inputs);
      case 7 -> pipeline.joined(inputs);
      case 8 -> pipeline.sizes(inputs) + " " + pipeline.tags(inputs);
      case 9 -> {
        ChainsPipeline.Outputs all = pipeline.run(inputs);
        yield all.labels() + all.end() + all.sizes() + all.tags() + all.fins() + all.counts();
      }
      default -> pipeline.total(inputs) + " " + pipeline.fins2(inputs);
    };
  }

  private static String shown(Callable<Object> call) {
    try {
      return String.valueOf(call.call());
    } catch (Exception failure) {
      return failure.toString();
    }
  }

  private static List<String> lines(Random random) {
    List<String> lines = new ArrayList<>();
    for (int left = random.nextInt(8); left > 0; left--) {
      lines.add(random.nextInt(40) == 0 ? "bad" : WORDS[random.nextInt(WORDS.length)]);
    }
    return lines;
  }

  /** Sizes that are given instead of computed: some as they would be, at times one too many. */
  private static List<Integer> sizes(List<String> lines, Random random) {
    List<Integer> sizes = new ArrayList<>();
    for (String line : lines) {
      sizes.add(random.nextBoolean() ? line.length() : random.nextInt(5));
    }
    if (random.nextInt(10) == 0) {
      sizes.add(7);
    }
    return sizes;
  }

  private static ChainsPipeline.Inputs inputs(int which, Random random) {
    List<String> lines = lines(random);
    ChainsPipeline.Inputs inputs =
        ChainsPipeline.given()
            .text(String.join(" ", lines))
            .salt(random.nextInt(4))
            .bias(random.nextInt(2));
    return switch (random.nextInt(6)) {
      case 0 -> which == 9 ? inputs : inputs.sizes(sizes(lines, random));
      case 1 -> which == 9 ? inputs : inputs.lines(lines);
      case 2 -> which == 9 ? inputs : inputs.signed(lines);
      default -> inputs;
    };
  }

  /** Returns how cached calls differ from those that are not: not at all. */
  private static String compared(Cache cache, Engine engine, long seed, int calls) {
    Random random = new Random(seed);
    try (ChainsPipeline cached = pipeline(cache, engine);
        ChainsPipeline plain = pipeline(null, Engine.INLINE)) {
      for (int call = 0; call < calls; call++) {
        int which = random.nextInt(OUTPUTS);
        ChainsPipeline.Inputs inputs = inputs(which, random);
        String expected = shown(() -> asked(plain, inputs, which));
        String was = shown(() -> asked(cached, inputs, which));
        if (!expected.equals(was)) {
          return "call " + call + " of output " + which + ": " + was + " instead of " + expected;
        }
        if (random.nextInt(5) == 0) {
          shown(() -> cached.explain(inputs));
        }
      }
    }
    return "";
  }

  /** Two threads make the same calls, and two others others. */
  static Object compared(Cache cache, Engine engine, Long seed, int calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<String>> all = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        long own = seed + thread / 2;
        all.add(threads.submit(() -> compared(cache, engine, own, calls)));
      }
      StringBuilder differences = new StringBuilder();
      for (Future<String> each : all) {
        differences.append(each.get());
      }
      return differences.toString();
    } finally {
      threads.shutdown();
    }
  }
}
