package counted;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class Scenarios {
  private Scenarios() {}

  private static CountedPipeline pipeline(Cache cache, Engine engine) {
    return CountedPipeline.builder().cache(cache).engine(engine).build();
  }

  private static String ran() {
    return "cut "
        + Counted.CUT.getAndSet(0)
        + ", sized "
        + Counted.SIZED.getAndSet(0)
        + ", total "
        + Counted.TOTALS.getAndSet(0);
  }

  private static List<String> texts(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> " " + i).collect(Collectors.toList());
  }

  static Object sizes(Cache cache, Engine engine, int from, int to) {
    try (CountedPipeline pipeline = pipeline(cache, engine)) {
      List<Integer> sizes = pipeline.sizes(CountedPipeline.given().texts(texts(from, to)));
      return sizes.size() + ": " + ran();
    }
  }

  static Object total(Cache cache, Engine engine, int to, int times) {
    try (CountedPipeline pipeline = pipeline(cache, engine)) {
      return pipeline.total(CountedPipeline.given().texts(texts(0, to)).times(times)) + ": " + ran();
    }
  }

  /** Many runs of one call, for all of which the list is the same. */
  static Object totals(Cache cache, Engine engine, int to, List<Integer> times) {
    try (CountedPipeline pipeline = pipeline(cache, engine)) {
      var over = CountedPipeline.over().texts(texts(0, to)).eachTimes(times);
      return pipeline.total(over).values() + ": " + ran();
    }
  }

  static Object inserted(Cache cache, Engine engine, int count) {
    try (CountedPipeline pipeline = pipeline(cache, engine)) {
      List<String> texts = texts(0, count);
      texts.add(0, "a new one");
      List<Integer> sizes = pipeline.sizes(CountedPipeline.given().texts(texts));
      return sizes.size() + ": " + ran();
    }
  }

  static Object equal(Cache cache, Engine engine) {
    try (CountedPipeline pipeline = pipeline(cache, engine)) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        texts.add("text " + i % 10);
      }
      List<Integer> sizes = pipeline.sizes(CountedPipeline.given().texts(texts));
      return sizes.size() + ": " + ran();
    }
  }

  static Object nothing(Cache cache, Engine engine) {
    try (CountedPipeline pipeline = pipeline(cache, engine)) {
      return pipeline.some(CountedPipeline.given().texts(List.of(" ", "a", "  "))) + " " + ran();
    }
  }

  static Object codes(Cache cache, Engine engine, List<String> texts) {
    try (CountedPipeline pipeline = pipeline(cache, engine)) {
      List<String> codes =
          pipeline.codes(CountedPipeline.given().texts(texts).encoder(EncoderResource.of("m")));
      return codes
          + " encoded "
          + Counted.ENCODED.getAndSet(0)
          + ", opened "
          + Encoder.OPENED.getAndSet(0);
    }
  }
}
