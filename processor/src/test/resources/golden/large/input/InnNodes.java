package rivers;

import dev.millrace.Node;
import java.util.List;

/** What is computed of one river's gauge. */
final class InnNodes {
  private InnNodes() {}

  @Node
  static int innCount(List<Integer> innLevels) {
    return innLevels.size();
  }

  @Node
  static long innTotal(List<Integer> innLevels) {
    return innLevels.stream().mapToLong(Integer::longValue).sum();
  }

  @Node
  static double innMean(long innTotal, int innCount) {
    return (double) innTotal / innCount;
  }

  @Node
  static int innPeak(List<Integer> innLevels) {
    return innLevels.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  @Node
  static double innRise(int innPeak, double innMean) {
    return innPeak - innMean;
  }

  @Node
  static boolean innFlood(int innPeak, int innLimit) {
    return innPeak > innLimit;
  }

  @Node
  static double innFlow(double innMean, double innWidth) {
    return innMean * innWidth;
  }

  @Node
  static String innGrade(boolean innFlood, double innRise) {
    return innFlood ? "flood" : innRise > 1 ? "rising" : "calm";
  }

  @Node
  static String innLabel(String innGrade, double innFlow) {
    return innGrade + " at " + innFlow;
  }

  @Node
  static String innReport(String innLabel, String lechGrade) {
    return "inn: " + innLabel + ", then " + lechGrade;
  }
}
