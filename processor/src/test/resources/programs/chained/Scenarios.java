package chained;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Engine;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class Scenarios {
  private Scenarios() {}

  private static ChainedPipeline pipeline(Cache cache, Engine engine) {
    return ChainedPipeline.builder().cache(cache).engine(engine).chunkRows(4).build();
  }

  private static String ran() {
    String ran = new TreeMap<>(Chained.RAN).toString();
    Chained.RAN.clear();
    return ran;
  }

  private static List<String> lines(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "line" + i).collect(Collectors.toList());
  }

  private static ChainedPipeline.Inputs inputs(double factor, String mark, String text) {
    return ChainedPipeline.given().factor(factor).mark(mark).text(text).word("hi ").times(2);
  }

  static Object labels(
      Cache cache, Engine engine, int from, int to, double factor, String mark) {
    try (ChainedPipeline pipeline = pipeline(cache, engine)) {
      List<String> labels =
          pipeline.labels(inputs(factor, mark, "").lines(lines(from, to)));
      for (int i = from; i < to; i++) {
        String line = "line" + i;
        int size = line.length();
        if (!labels.get(i - from).equals(line + size + mark + size * factor)) {
          throw new AssertionError(labels.get(i - from) + " at " + i);
        }
      }
      return labels.size() + " " + ran();
    }
  }

  static Object labelsOf(Cache cache, Engine engine, String text, String mark) {
    try (ChainedPipeline pipeline = pipeline(cache, engine)) {
      return pipeline.labels(inputs(0.5, mark, text)) + " " + ran();
    }
  }

  static Object greetings(Cache cache, Engine engine, String text, String word) {
    try (ChainedPipeline pipeline = pipeline(cache, engine)) {
      return pipeline.greetings(inputs(0.5, "!", text).word(word)) + " " + ran();
    }
  }

  static Object all(Cache cache, Engine engine, String text, String mark) {
    try (ChainedPipeline pipeline = pipeline(cache, engine)) {
      return pipeline.all(inputs(0.5, mark, text)) + " " + ran();
    }
  }

  /** Every output of one run: of which some need all of a list, and others some of it. */
  static Object run(Cache cache, Engine engine, String text, String mark, int times) {
    try (ChainedPipeline pipeline = pipeline(cache, engine)) {
      ChainedPipeline.Outputs outputs =
          pipeline.run(
              ChainedPipeline.inputs().text(text).factor(0.5).mark(mark).word("hi ").times(times));
      return outputs.total() + " " + outputs.labels() + " " + outputs.sizes() + " " + ran();
    }
  }

  /** Many runs of one call: what is the same for all is not made for one of them alone. */
  static Object many(Cache cache, Engine engine, String text, List<String> marks) {
    try (ChainedPipeline pipeline = pipeline(cache, engine)) {
      var over =
          ChainedPipeline.over().text(text).factor(0.5).eachMark(marks).word("hi ").times(1);
      return pipeline.labels(over).values() + " " + ran();
    }
  }

  static Object explained(Cache cache, Engine engine, String text, String mark) {
    try (ChainedPipeline pipeline = pipeline(cache, engine)) {
      return pipeline.explain(inputs(0.5, mark, text)).steps().stream()
          .filter(step -> step.hits() + step.misses() > 0)
          .map(step -> step.step() + " " + step.state() + " " + step.hits() + "/" + step.misses())
          .collect(Collectors.joining("; "));
    }
  }
}
