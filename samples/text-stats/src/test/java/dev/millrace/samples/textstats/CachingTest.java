package dev.millrace.samples.textstats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.runtime.Cache;
import dev.millrace.runtime.Explanation;
import dev.millrace.runtime.Explanation.State;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says of caching. */
final class CachingTest {
  @TempDir Path folder;

  private ShelfPipeline.Inputs inputs(List<String> texts) {
    return ShelfPipeline.given().texts(texts);
  }

  @Test
  void whatWasComputedIsFound() {
    Path folder = this.folder;
    try (ShelfPipeline pipeline = ShelfPipeline.builder().cache(Cache.at(folder)).build()) {
      pipeline.allWords(inputs(List.of("one fine day", "two")));
      pipeline.allWords(inputs(List.of("zero", "one fine day", "two"))); // computes "zero"
    }
    try (ShelfPipeline pipeline = ShelfPipeline.builder().cache(Cache.at(folder)).build()) {
      Explanation said = pipeline.explain(inputs(List.of("one fine day", "three")));
      assertEquals(1, said.of("allWords.words").hits());
      assertEquals(1, said.of("allWords.words").misses());
    }
  }

  @Test
  void itIsSaidWhatWouldBeComputedAndWhy() {
    try (ShelfPipeline pipeline =
        ShelfPipeline.builder().cache(Cache.inMemory().storeAll()).build()) {
      var inputs = inputs(List.of("one fine day"));
      pipeline.allWords(inputs);
      Explanation explanation = pipeline.explain(inputs.texts(List.of("one fine day", "two")));
      String reason = explanation.of("allWords.words").reasons().get(0);
      assertEquals("there are items that were not computed yet", reason);
      assertEquals(State.PARTLY, explanation.of("allWords.words").state());
      assertTrue(explanation.toString().startsWith("Shelf\n"));
    }
  }
}
