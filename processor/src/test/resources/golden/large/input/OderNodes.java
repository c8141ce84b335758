package rivers;

import dev.millrace.Node;
import java.util.List;

/** What is computed of one river's gauge. */
final class OderNodes {
  private OderNodes() {}

  @Node
  static int oderCount(List<Integer> oderLevels) {
    return oderLevels.size();
  }

  @Node
  static long oderTotal(List<Integer> oderLevels) {
    return oderLevels.stream().mapToLong(Integer::longValue).sum();
  }

  @Node
  static double oderMean(long oderTotal, int oderCount) {
    return (double) oderTotal / oderCount;
  }

  @Node
  static int oderPeak(List<Integer> oderLevels) {
    return oderLevels.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  @Node
  static double oderRise(int oderPeak, double oderMean) {
    return oderPeak - oderMean;
  }

  @Node
  static boolean oderFlood(int oderPeak, int oderLimit) {
    return oderPeak > oderLimit;
  }

  @Node
  static double oderFlow(double oderMean, double oderWidth) {
    return oderMean * oderWidth;
  }

  @Node
  static String oderGrade(boolean oderFlood, double oderRise) {
    return oderFlood ? "flood" : oderRise > 1 ? "rising" : "calm";
  }

  @Node
  static String oderLabel(String oderGrade, double oderFlow) {
    return oderGrade + " at " + oderFlow;
  }

  @Node
  static String oderReport(String oderLabel, String rhineGrade) {
    return "oder: " + oderLabel + ", then " + rhineGrade;
  }
}
