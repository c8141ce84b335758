package rivers;

import dev.millrace.Node;
import java.util.List;

/** What is computed of one river's gauge. */
final class ElbeNodes {
  private ElbeNodes() {}

  @Node
  static int elbeCount(List<Integer> elbeLevels) {
    return elbeLevels.size();
  }

  @Node
  static long elbeTotal(List<Integer> elbeLevels) {
    return elbeLevels.stream().mapToLong(Integer::longValue).sum();
  }

  @Node
  static double elbeMean(long elbeTotal, int elbeCount) {
    return (double) elbeTotal / elbeCount;
  }

  @Node
  static int elbePeak(List<Integer> elbeLevels) {
    return elbeLevels.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  @Node
  static double elbeRise(int elbePeak, double elbeMean) {
    return elbePeak - elbeMean;
  }

  @Node
  static boolean elbeFlood(int elbePeak, int elbeLimit) {
    return elbePeak > elbeLimit;
  }

  @Node
  static double elbeFlow(double elbeMean, double elbeWidth) {
    return elbeMean * elbeWidth;
  }

  @Node
  static String elbeGrade(boolean elbeFlood, double elbeRise) {
    return elbeFlood ? "flood" : elbeRise > 1 ? "rising" : "calm";
  }

  @Node
  static String elbeLabel(String elbeGrade, double elbeFlow) {
    return elbeGrade + " at " + elbeFlow;
  }

  @Node
  static String elbeReport(String elbeLabel, String innGrade) {
    return "elbe: " + elbeLabel + ", then " + innGrade;
  }
}
