package dev.millrace.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A pipeline of so many nodes, as a developer would write it: stages of 25 nodes one after the
 * other, in which values fan in, some from the stage before, and every passage is scored by a
 * nested use. Every second of those is a pipeline itself, with a map of its own. Three nodes in 25
 * have twins.
 */
final class PipelineSources {
  private static final int STAGE = 25;

  private static final List<String> STAGES =
      List.of(
          "Alpha",
          "Bravo",
          "Charlie",
          "Delta",
          "Echo",
          "Foxtrot",
          "Golf",
          "Hotel",
          "India",
          "Juliett",
          "Kilo",
          "Lima",
          "Mike",
          "November",
          "Oscar",
          "Papa");

  private static final String DATA =
      """
      package bench;
      import java.util.List;
      import java.util.Map;
      record Passage(String id, String text) {}
      record Settings(int dimension, double weight) {}
      record Summary(String label, double average, long total) {}
      record Hit(String id, double score) {}
      record Index(List<Passage> passages, Map<String, Integer> counts) {}
      """;

  private static final String NODES =
      """
      package bench;
      import dev.millrace.Node;
      import java.util.List;
      import java.util.Map;
      import java.util.TreeMap;
      final class STAGENodes {
        @Node
        static List<Passage> stageCleaned(List<Passage> PASSAGES, Settings settings) {
          return PASSAGES.stream().filter(each -> each.text().length() > settings.dimension()).toList();
        }
        @Node
        static List<Passage> stageTrimmed(List<Passage> stageCleaned, int limitOfSTAGE) {
          return stageCleaned.subList(0, Math.min(limitOfSTAGE, stageCleaned.size()));
        }
        @Node
        static List<String> stageTexts(List<Passage> stageTrimmed) {
          return stageTrimmed.stream().map(Passage::text).toList();
        }
        @Node
        static Map<String, Integer> stageCounts(List<String> stageTexts) {
          Map<String, Integer> counts = new TreeMap<>();
          stageTexts.forEach(text -> counts.merge(text, 1, Integer::sum));
          return counts;
        }
        @Node
        static long stageTotal(Map<String, Integer> stageCounts) {
          return stageCounts.values().stream().mapToLong(Integer::longValue).sum();
        }
        @Node
        static double stageAverage(long stageTotal, List<String> stageTexts) {
          return (double) stageTotal / Math.max(1, stageTexts.size());
        }
        @Node
        static Passage stageLongest(List<Passage> stageTrimmed, double stageAverage) {
          return stageTrimmed.get((int) stageAverage % stageTrimmed.size());
        }
        @Node
        static String stageLabel(Passage stageLongest, long stageTotal) {
          return stageLongest.id() + ":" + stageTotal;
        }
        @Node
        static Summary stageSummary(String stageLabel, double stageAverage, long stageTotal) {
          return new Summary(stageLabel, stageAverage, stageTotal);
        }
        @Node
        static Index stageIndex(List<Passage> stageTrimmed, Map<String, Integer> stageCounts) {
          return new Index(stageTrimmed, stageCounts);
        }
        @Node
        static String stageQuery(String question, String stageLabel) {
          return question + " " + stageLabel;
        }
        @Node
        static List<Hit> stageRanking(
            Index stageIndex, String stageQuery, List<Double> stageScores, int topK) {
          int most = Math.min(topK, stageIndex.passages().size());
          return stageScores.stream().limit(most).map(each -> new Hit(stageQuery, each)).toList();
        }
        @Node
        static Hit stageBest(List<Hit> stageRanking) {
          return stageRanking.get(0);
        }
        @Node
        static String stageVerdict(Hit stageBest, Summary stageSummary, String VERDICT) {
          return stageBest.id() + stageSummary.label() + VERDICT;
        }
        @Node
        static List<Passage> stageKept(List<Passage> stageTrimmed, List<Hit> stageRanking) {
          return stageTrimmed.subList(0, Math.min(stageRanking.size(), stageTrimmed.size()));
        }
      }
      """;

  private static final String ITEM =
      """
      package bench;
      import dev.millrace.*;
      import java.util.List;
      import java.util.Set;
      KIND STAGEItem {
        @Node
        static List<String> tokens(Passage passage) {
          return List.of(passage.text().split(" "));
        }
        @Node
        static Set<String> unique(List<String> tokens) {
          return Set.copyOf(tokens);
        }
        @Node
        static double density(Set<String> unique, List<String> tokens) {
          return (double) unique.size() / tokens.size();
        }
        @Node
        static float[] vector(Passage passage, Settings settings) {
          return new float[settings.dimension() + passage.text().length()];
        }
        @Batch
        static List<float[]> vector(List<Passage> passages, Settings settings) {
          return passages.stream().map(each -> vector(each, settings)).toList();
        }
        @Node
        static double norm(float[] vector) {
          return vector.length;
        }
        @Node
        static float[] scaled(float[] vector, double norm) {
          return norm == 0 ? vector : vector.clone();
        }
        @Batch
        static List<float[]> scaled(List<float[]> vectors, List<Double> norms) {
          return norms.isEmpty() ? List.of() : vectors;
        }
        @Node
        static double bonus(double density, String question, WEIGHT) {
          return density + question.length() + WEIGH;
        }
        @Node
        static double score(float[] scaled, double bonus) {
          return scaled.length * bonus;
        }
        @Batch
        static List<Double> score(List<float[]> scaled, List<Double> bonuses) {
          return scaled.isEmpty() ? List.of() : bonuses;
        }
      """;

  private static final String OF_WORDS =
      """
        @Nested(value = STAGEWord.class, output = "weight")
        List<Double> weights(@Each("word") List<String> tokens);
      }
      final class STAGEWord {
        @Node
        static String folded(String word) {
          return word.toLowerCase(java.util.Locale.ROOT);
        }
        @Node
        static double weight(String folded, Settings settings) {
          return folded.length() * settings.weight();
        }
      }
      """;

  private static final String BY_COUNT =
      """
        @Node
        static int length(List<String> tokens) {
          return tokens.size();
        }
        @Node
        static double weight(int length, Settings settings) {
          return length * settings.weight();
        }
      }
      """;

  private PipelineSources() {}

  /**
   * Returns the sources by path.
   *
   * @param nodes a multiple of 25, at most 400
   */
  static Map<String, String> of(int nodes) {
    List<String> stages = STAGES.subList(0, nodes / STAGE);
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put("bench/Passage.java", DATA);
    List<String> classes = new ArrayList<>();
    StringBuilder nested = new StringBuilder();
    String passages = "corpus";
    String verdict = "question";
    for (int i = 0; i < stages.size(); i++) {
      String stage = stages.get(i);
      String lower = stage.toLowerCase(Locale.ROOT);
      String text = NODES.replace("PASSAGES", passages).replace("VERDICT", verdict);
      sources.put("bench/" + stage + "Nodes.java", named(text, stage));
      boolean ofWords = i % 2 == 1;
      String item =
          ITEM.replace("KIND", ofWords ? "@Pipeline interface" : "final class")
              .replace("WEIGHT", ofWords ? "List<Double> weights" : "double weight")
              .replace("WEIGH", ofWords ? "weights.size()" : "weight");
      sources.put(
          "bench/" + stage + "Item.java", named(item + (ofWords ? OF_WORDS : BY_COUNT), stage));
      classes.add(stage + "Nodes.class");
      nested.append(
          """
            @Nested(value = %sItem.class, output = "score")
            List<Double> %sScores(@Each("passage") List<Passage> %sTrimmed);
          """
              .formatted(stage, lower, lower));
      passages = lower + "Kept";
      verdict = lower + "Verdict";
    }
    sources.put(
        "bench/Bench.java",
        """
        package bench;
        import dev.millrace.*;
        import java.util.List;
        @Pipeline({%s})
        interface Bench {
        %s}
        """
            .formatted(String.join(", ", classes), nested));
    return sources;
  }

  private static String named(String text, String stage) {
    return text.replace("STAGE", stage).replace("stage", stage.toLowerCase(Locale.ROOT));
  }
}
