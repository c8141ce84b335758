package rivers;

import dev.millrace.Node;
import java.util.List;

/** What is computed of one river's gauge. */
final class WeserNodes {
  private WeserNodes() {}

  @Node
  static int weserCount(List<Integer> weserLevels) {
    return weserLevels.size();
  }

  @Node
  static long weserTotal(List<Integer> weserLevels) {
    return weserLevels.stream().mapToLong(Integer::longValue).sum();
  }

  @Node
  static double weserMean(long weserTotal, int weserCount) {
    return (double) weserTotal / weserCount;
  }

  @Node
  static int weserPeak(List<Integer> weserLevels) {
    return weserLevels.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  @Node
  static double weserRise(int weserPeak, double weserMean) {
    return weserPeak - weserMean;
  }

  @Node
  static boolean weserFlood(int weserPeak, int weserLimit) {
    return weserPeak > weserLimit;
  }

  @Node
  static double weserFlow(double weserMean, double weserWidth) {
    return weserMean * weserWidth;
  }

  @Node
  static String weserGrade(boolean weserFlood, double weserRise) {
    return weserFlood ? "flood" : weserRise > 1 ? "rising" : "calm";
  }

  @Node
  static String weserLabel(String weserGrade, double weserFlow) {
    return weserGrade + " at " + weserFlow;
  }

  @Node
  static String weserReport(String weserLabel) {
    return "weser: " + weserLabel;
  }
}
