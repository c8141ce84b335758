package rivers;

import dev.millrace.Node;
import java.util.List;

/** What is computed of one river's gauge. */
final class MainNodes {
  private MainNodes() {}

  @Node
  static int mainCount(List<Integer> mainLevels) {
    return mainLevels.size();
  }

  @Node
  static long mainTotal(List<Integer> mainLevels) {
    return mainLevels.stream().mapToLong(Integer::longValue).sum();
  }

  @Node
  static double mainMean(long mainTotal, int mainCount) {
    return (double) mainTotal / mainCount;
  }

  @Node
  static int mainPeak(List<Integer> mainLevels) {
    return mainLevels.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  @Node
  static double mainRise(int mainPeak, double mainMean) {
    return mainPeak - mainMean;
  }

  @Node
  static boolean mainFlood(int mainPeak, int mainLimit) {
    return mainPeak > mainLimit;
  }

  @Node
  static double mainFlow(double mainMean, double mainWidth) {
    return mainMean * mainWidth;
  }

  @Node
  static String mainGrade(boolean mainFlood, double mainRise) {
    return mainFlood ? "flood" : mainRise > 1 ? "rising" : "calm";
  }

  @Node
  static String mainLabel(String mainGrade, double mainFlow) {
    return mainGrade + " at " + mainFlow;
  }

  @Node
  static String mainReport(String mainLabel, String neckarGrade) {
    return "main: " + mainLabel + ", then " + neckarGrade;
  }
}
