package rivers;

import dev.millrace.Node;
import java.util.List;

/** What is computed of one river's gauge. */
final class NeckarNodes {
  private NeckarNodes() {}

  @Node
  static int neckarCount(List<Integer> neckarLevels) {
    return neckarLevels.size();
  }

  @Node
  static long neckarTotal(List<Integer> neckarLevels) {
    return neckarLevels.stream().mapToLong(Integer::longValue).sum();
  }

  @Node
  static double neckarMean(long neckarTotal, int neckarCount) {
    return (double) neckarTotal / neckarCount;
  }

  @Node
  static int neckarPeak(List<Integer> neckarLevels) {
    return neckarLevels.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  @Node
  static double neckarRise(int neckarPeak, double neckarMean) {
    return neckarPeak - neckarMean;
  }

  @Node
  static boolean neckarFlood(int neckarPeak, int neckarLimit) {
    return neckarPeak > neckarLimit;
  }

  @Node
  static double neckarFlow(double neckarMean, double neckarWidth) {
    return neckarMean * neckarWidth;
  }

  @Node
  static String neckarGrade(boolean neckarFlood, double neckarRise) {
    return neckarFlood ? "flood" : neckarRise > 1 ? "rising" : "calm";
  }

  @Node
  static String neckarLabel(String neckarGrade, double neckarFlow) {
    return neckarGrade + " at " + neckarFlow;
  }

  @Node
  static String neckarReport(String neckarLabel, String oderGrade) {
    return "neckar: " + neckarLabel + ", then " + oderGrade;
  }
}
