package dev.millrace.samples.textstats;

import dev.millrace.As;
import dev.millrace.Nested;
import dev.millrace.Node;
import dev.millrace.Pipeline;
import java.util.List;

/** One generic node, used twice: over texts and over numbers. */
@Pipeline(TextNodes.class)
public interface WordRanking {
  /** How long each word is. */
  @Node
  static List<Integer> lengths(List<String> words) {
    return words.stream().map(String::length).toList();
  }

  /** The words, the most frequent first. */
  @Nested(Rankings.class)
  List<String> frequentWords(@As("items") List<String> words);

  /** Their lengths, the most frequent first. */
  @Nested(Rankings.class)
  List<Integer> frequentLengths(@As("items") List<Integer> lengths);
}
