package rivers;

import dev.millrace.Node;
import java.util.List;

/** What is computed of one river's gauge. */
final class RhineNodes {
  private RhineNodes() {}

  @Node
  static int rhineCount(List<Integer> rhineLevels) {
    return rhineLevels.size();
  }

  @Node
  static long rhineTotal(List<Integer> rhineLevels) {
    return rhineLevels.stream().mapToLong(Integer::longValue).sum();
  }

  @Node
  static double rhineMean(long rhineTotal, int rhineCount) {
    return (double) rhineTotal / rhineCount;
  }

  @Node
  static int rhinePeak(List<Integer> rhineLevels) {
    return rhineLevels.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  @Node
  static double rhineRise(int rhinePeak, double rhineMean) {
    return rhinePeak - rhineMean;
  }

  @Node
  static boolean rhineFlood(int rhinePeak, int rhineLimit) {
    return rhinePeak > rhineLimit;
  }

  @Node
  static double rhineFlow(double rhineMean, double rhineWidth) {
    return rhineMean * rhineWidth;
  }

  @Node
  static String rhineGrade(boolean rhineFlood, double rhineRise) {
    return rhineFlood ? "flood" : rhineRise > 1 ? "rising" : "calm";
  }

  @Node
  static String rhineLabel(String rhineGrade, double rhineFlow) {
    return rhineGrade + " at " + rhineFlow;
  }

  @Node
  static String rhineReport(String rhineLabel, String saaleGrade) {
    return "rhine: " + rhineLabel + ", then " + saaleGrade;
  }
}
