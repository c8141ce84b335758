package dev.millrace.samples.textstats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordRankingTest {
  @Test
  void ranksWordsAndNumbersWithTheSameNode() {
    try (var pipeline = WordRankingPipeline.builder().build()) {
      var outputs = pipeline.run(WordRankingPipeline.inputs().text("To be, or not to be, that is"));
      assertEquals(List.of("be", "to", "is", "not", "or", "that"), outputs.frequentWords());
      assertEquals(List.of(2, 3, 4), outputs.frequentLengths());
    }
  }
}
