package rivers;

import dev.millrace.Node;
import java.util.List;

/** What is computed of one river's gauge. */
final class AareNodes {
  private AareNodes() {}

  @Node
  static int aareCount(List<Integer> aareLevels) {
    return aareLevels.size();
  }

  @Node
  static long aareTotal(List<Integer> aareLevels) {
    return aareLevels.stream().mapToLong(Integer::longValue).sum();
  }

  @Node
  static double aareMean(long aareTotal, int aareCount) {
    return (double) aareTotal / aareCount;
  }

  @Node
  static int aarePeak(List<Integer> aareLevels) {
    return aareLevels.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  @Node
  static double aareRise(int aarePeak, double aareMean) {
    return aarePeak - aareMean;
  }

  @Node
  static boolean aareFlood(int aarePeak, int aareLimit) {
    return aarePeak > aareLimit;
  }

  @Node
  static double aareFlow(double aareMean, double aareWidth) {
    return aareMean * aareWidth;
  }

  @Node
  static String aareGrade(boolean aareFlood, double aareRise) {
    return aareFlood ? "flood" : aareRise > 1 ? "rising" : "calm";
  }

  @Node
  static String aareLabel(String aareGrade, double aareFlow) {
    return aareGrade + " at " + aareFlow;
  }

  @Node
  static String aareReport(String aareLabel, String elbeGrade) {
    return "aare: " + aareLabel + ", then " + elbeGrade;
  }
}
