package rivers;

import dev.millrace.Node;
import java.util.List;

/** What is computed of one river's gauge. */
final class LechNodes {
  private LechNodes() {}

  @Node
  static int lechCount(List<Integer> lechLevels) {
    return lechLevels.size();
  }

  @Node
  static long lechTotal(List<Integer> lechLevels) {
    return lechLevels.stream().mapToLong(Integer::longValue).sum();
  }

  @Node
  static double lechMean(long lechTotal, int lechCount) {
    return (double) lechTotal / lechCount;
  }

  @Node
  static int lechPeak(List<Integer> lechLevels) {
    return lechLevels.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  @Node
  static double lechRise(int lechPeak, double lechMean) {
    return lechPeak - lechMean;
  }

  @Node
  static boolean lechFlood(int lechPeak, int lechLimit) {
    return lechPeak > lechLimit;
  }

  @Node
  static double lechFlow(double lechMean, double lechWidth) {
    return lechMean * lechWidth;
  }

  @Node
  static String lechGrade(boolean lechFlood, double lechRise) {
    return lechFlood ? "flood" : lechRise > 1 ? "rising" : "calm";
  }

  @Node
  static String lechLabel(String lechGrade, double lechFlow) {
    return lechGrade + " at " + lechFlow;
  }

  @Node
  static String lechReport(String lechLabel, String mainGrade) {
    return "lech: " + lechLabel + ", then " + mainGrade;
  }
}
