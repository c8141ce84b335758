package rivers;

import dev.millrace.Node;
import java.util.List;

/** What is computed of one river's gauge. */
final class SaaleNodes {
  private SaaleNodes() {}

  @Node
  static int saaleCount(List<Integer> saaleLevels) {
    return saaleLevels.size();
  }

  @Node
  static long saaleTotal(List<Integer> saaleLevels) {
    return saaleLevels.stream().mapToLong(Integer::longValue).sum();
  }

  @Node
  static double saaleMean(long saaleTotal, int saaleCount) {
    return (double) saaleTotal / saaleCount;
  }

  @Node
  static int saalePeak(List<Integer> saaleLevels) {
    return saaleLevels.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  @Node
  static double saaleRise(int saalePeak, double saaleMean) {
    return saalePeak - saaleMean;
  }

  @Node
  static boolean saaleFlood(int saalePeak, int saaleLimit) {
    return saalePeak > saaleLimit;
  }

  @Node
  static double saaleFlow(double saaleMean, double saaleWidth) {
    return saaleMean * saaleWidth;
  }

  @Node
  static String saaleGrade(boolean saaleFlood, double saaleRise) {
    return saaleFlood ? "flood" : saaleRise > 1 ? "rising" : "calm";
  }

  @Node
  static String saaleLabel(String saaleGrade, double saaleFlow) {
    return saaleGrade + " at " + saaleFlow;
  }

  @Node
  static String saaleReport(String saaleLabel, String weserGrade) {
    return "saale: " + saaleLabel + ", then " + weserGrade;
  }
}
