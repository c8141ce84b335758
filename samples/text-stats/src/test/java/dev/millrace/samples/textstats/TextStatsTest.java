package dev.millrace.samples.textstats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextStatsTest {
  @Test
  void measuresHowRichATextIs() {
    try (var pipeline = TextStatsPipeline.builder().build()) {
      var outputs = pipeline.run(TextStatsPipeline.inputs().text("To be, or not to be?"));
      assertEquals(List.of("to", "be", "or", "not", "to", "be"), outputs.words());
      assertEquals(4 / 6d, outputs.richness());
    }
  }

  @Test
  void takesWordsThatAreGivenInsteadOfComputingThem() {
    try (var pipeline = TextStatsPipeline.builder().build()) {
      var inputs = TextStatsPipeline.given().words(List.of("a", "a", "b", "c"));
      assertEquals(0.75, pipeline.richness(inputs));
    }
  }
}
