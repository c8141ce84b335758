package dev.millrace.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of a class with JMH, each in JVMs of its own, one after the other. */
final class Jmh {
  private Jmh() {}

  /**
   * What one of them took.
   *
   * @param time by the clock, in the class's unit: the least of all iterations, since what others
   *     do on the machine only adds to it
   * @param bytes of heap, by operation
   */
  record Score(double time, double bytes) {}

  /** Returns the scores by the methods' names. */
  static Map<String, Score> scores(Class<?> benchmarks, boolean quick) throws RunnerException {
    Map<String, Score> scores = new LinkedHashMap<>();
    for (RunResult result :
        new Runner(
                new OptionsBuilder()
                    .include("^" + benchmarks.getName().replace(".", "\\.") + "\\.")
                    .forks(quick ? 1 : 3)
                    .warmupIterations(quick ? 3 : 5)
                    .measurementIterations(quick ? 3 : 6)
                    .warmupTime(TimeValue.milliseconds(quick ? 300 : 500))
                    .measurementTime(TimeValue.milliseconds(quick ? 300 : 500))
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run()) {
      Result<?> primary = result.getPrimaryResult();
      scores.put(
          primary.getLabel(),
          new Score(
              primary.getStatistics().getMin(),
              result.getSecondaryResults().get("gc.alloc.rate.norm").getScore()));
    }
    if (scores.isEmpty()) {
      throw new IllegalStateException("JMH found no benchmark in " + benchmarks);
    }
    return scores;
  }
}
