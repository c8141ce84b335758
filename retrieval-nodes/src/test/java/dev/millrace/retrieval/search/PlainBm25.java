package dev.millrace.retrieval.search;

import java.util.Arrays;
import java.util.List;

/**
 * The oracle: BM25 from its formula, term by term over words divided by spaces. Lucene stores the
 * length of a passage in one byte, without loss below 40 words, and leaves the factor (k1 + 1) out.
 */
final class PlainBm25 {
  private final List<List<String>> passages;
  private final double k1;
  private final double b;
  private final double meanLength;

  PlainBm25(List<String> texts, double k1, double b) {
    this.passages = texts.stream().map(PlainBm25::words).toList();
    this.k1 = k1;
    this.b = b;
    this.meanLength = passages.stream().mapToInt(List::size).average().orElseThrow();
  }

  double score(String query, int ordinal) {
    List<String> passage = passages.get(ordinal);
    double score = 0;
    for (String word : words(query)) {
      double tf = passage.stream().filter(word::equals).count();
      double df = passages.stream().filter(other -> other.contains(word)).count();
      double idf = Math.log(1 + (passages.size() - df + 0.5) / (df + 0.5));
      score += idf * tf / (tf + k1 * (1 - b + b * passage.size() / meanLength));
    }
    return score;
  }

  long matches(String query) {
    return passages.stream().filter(p -> words(query).stream().anyMatch(p::contains)).count();
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split(" "));
  }
}
